"""The page of accounts for administrators."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.accounts.staff import service
from quiz.errors import Invalid
from quiz.web import errors, security
from quiz.web.access import actor, allow
from quiz.web.addresses import to_pass_on
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("staff", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/staff")
@allow(Action.MANAGE_PEOPLE)
def index() -> Page:
    """Accounts, those first who wait to be let in; and a form to invite."""
    return _page()


@bp.post("/staff/invite")
@allow(Action.MANAGE_PEOPLE)
def invite() -> Page:
    """An invitation to pass on, told once; or the page again with what is wrong."""
    uses = request.form.get("uses", 0, type=whole)
    try:
        token = service.invite(db(), actor(), uses, now())
    except Invalid as refused:
        return _page(errors.sentence(refused)), 422
    security.note("invited", actor().user_id)
    link = to_pass_on("accounts.register", invitation=token)
    flash(_("Pass this invitation on. It is good for two weeks: %(link)s", link=link))
    return redirect(url_for("staff.index"), code=303)


@bp.post("/staff/<uuid:user_id>/let-in")
@allow(Action.MANAGE_PEOPLE)
def let_in(user_id: UUID) -> Page:
    """Say that somebody teaches."""
    user = service.let_in(db(), actor(), user_id, now())
    security.note("account_let_in", actor().user_id)
    flash(_("%(name)s is let in.", name=user.name), "good")
    return redirect(url_for("staff.index"), code=303)


@bp.post("/staff/<uuid:user_id>/reset")
@allow(Action.MANAGE_PEOPLE)
def reset(user_id: UUID) -> Page:
    """A link by which somebody chooses a new password, told once."""
    token = service.offer_reset(db(), actor(), user_id, now())
    security.note("reset_offered", actor().user_id)
    link = to_pass_on("accounts.reset", reset_link=token)
    flash(_("Give this link to nobody else. It is good for a day: %(link)s", link=link))
    return redirect(url_for("staff.index"), code=303)


def _page(problem: str | None = None) -> str:
    words = request.args.get("q", "")[:60].replace("\0", " ")
    return render_template(
        "accounts/staff/index.html",
        users=service.accounts_of(db(), actor(), words),
        words=words,
        most=service.MOST_LISTED,
        most_uses=service.MOST_USES,
        problem=problem,
    )
