"""The page of one's school."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.accounts import attempts
from quiz.accounts.schools import service
from quiz.accounts.sentences import SCHOOL_SENTENCES
from quiz.errors import Conflict, Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.limits import check_first
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("schools", __name__)


def init_app(_app: Flask) -> None:
    """Say these errors in words."""
    errors.say(SCHOOL_SENTENCES)


@bp.get("/school")
@allow(Action.BRING_ARTICLES)
def show() -> Page:
    """One's colleagues; without a school, how to found or join one."""
    return _page()


@bp.post("/school/found")
@allow(Action.BRING_ARTICLES)
def found() -> Page:
    """Found a school; or the page again with what is wrong."""
    name = request.form.get("name", "")
    told = _("Now invite your colleagues with the code.")
    return _done(partial(service.found, db(), actor(), name, now()), told)


@bp.post("/school/join")
@allow(Action.BRING_ARTICLES)
@check_first(attempts.JOIN_SCHOOL)
def join() -> Page:
    """Teach at the school of that code; or the page again with what is wrong."""
    code = request.form.get("code", "")
    told = _("Welcome to your school.")
    return _done(partial(service.join, db(), actor(), code, now()), told)


@bp.post("/school/leave")
@allow(Action.BRING_ARTICLES)
def leave() -> Page:
    """Teach there no longer; or the page again with why not."""
    return _done(partial(service.leave, db(), actor()), _("Done."))


@bp.post("/school/invitation")
@allow(Action.BRING_ARTICLES)
def renew() -> Page:
    """Another code for colleagues."""
    renewed = partial(service.renew_invitation, db(), actor())
    return _done(renewed, _("The old code lets nobody in any more."))


@bp.post("/school/teachers/<uuid:user_id>/head")
@allow(Action.BRING_ARTICLES)
def head(user_id: UUID) -> Page:
    """Let a colleague look after the school, or no longer."""
    is_head = request.form.get("head") == "yes"
    changed = partial(service.set_head, db(), actor(), user_id, is_head=is_head)
    return _done(changed, _("Done."))


@bp.post("/school/teachers/<uuid:user_id>/remove")
@allow(Action.BRING_ARTICLES)
def remove(user_id: UUID) -> Page:
    """Have somebody teach there no longer."""
    return _done(partial(service.remove, db(), actor(), user_id), _("Done."))


def _done(act: Callable[[], object], told: str) -> Page:
    try:
        act()
    except (Invalid, Conflict) as refused:
        return _page(errors.sentence(refused)), 422
    flash(told, "good")
    return redirect(url_for("schools.show"), code=303)


def _page(problem: str | None = None) -> str:
    school = service.school_of(db(), actor())
    return render_template(
        "accounts/schools/show.html",
        school=school,
        teachers=service.teachers_of(db(), school) if school else (),
        is_head=service.looks_after(db(), actor()),
        own_id=actor().user_id,
        problem=problem,
        sent=request.form,
    )
