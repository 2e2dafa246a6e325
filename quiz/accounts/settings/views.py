"""The page of one's own account."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from flask_login import current_user

from quiz.access import Action
from quiz.accounts import attempts, service
from quiz.accounts.forms import ChangePasswordForm, ProofForm, is_proved
from quiz.errors import QuizError
from quiz.web import errors, security
from quiz.web.access import actor, allow, forget_actor
from quiz.web.clock import now
from quiz.web.limits import check_first
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("settings", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/account")
@allow(Action.HAVE_ACCOUNT)
def show() -> Page:
    """One's sign-ins, another password, and how to delete it all."""
    return _page(ChangePasswordForm(formdata=None))


@bp.post("/account/password")
@allow(Action.HAVE_ACCOUNT)
@check_first(attempts.PROOF)
def change_password() -> Page:
    """Another password, by the old one; every other sign-in is over."""
    form, user, here = ChangePasswordForm(), current_user, current_user.token
    if form.validate_on_submit() and is_proved(form, current_user.password_hash):
        try:
            service.change_password(db(), user.name, form.password.data, here)
        except QuizError as error:
            form.password.errors = [errors.sentence(error)]
        else:
            security.note("password_changed", user.id)
            flash(_("You have a new password. Elsewhere you are signed out."), "good")
            return redirect(url_for("settings.show"), code=303)
    return _page(form), 400


@bp.post("/account/sign-ins/<uuid:sign_in_id>/end")
@allow(Action.HAVE_ACCOUNT)
def end(sign_in_id: UUID) -> Page:
    """Sign out in another browser."""
    service.end_own_sign_in(db(), current_user.id, sign_in_id)
    security.note("sign_in_ended", current_user.id)
    flash(_("That browser is signed out."), "good")
    return redirect(url_for("settings.show"), code=303)


@bp.post("/account/sign-ins/end")
@allow(Action.HAVE_ACCOUNT)
def end_others() -> Page:
    """Sign out everywhere but here."""
    service.end_other_sign_ins(db(), current_user.id, current_user.token)
    security.note("sign_in_ended", current_user.id)
    flash(_("You are signed in only here."), "good")
    return redirect(url_for("settings.show"), code=303)


@bp.get("/account/delete")
@allow(Action.HAVE_ACCOUNT)
def ask_delete() -> Page:
    """What goes with the account, and what others keep."""
    return _ask(ProofForm(formdata=None))


@bp.post("/account/delete")
@allow(Action.HAVE_ACCOUNT)
@check_first(attempts.PROOF)
def delete() -> Page:
    """The account is gone, and this browser is nobody's."""
    form = ProofForm()
    if not (form.validate_on_submit() and is_proved(form, current_user.password_hash)):
        return _ask(form), 400
    service.remove(db(), current_user.name)
    security.note("account_deleted")
    session.clear()
    forget_actor()
    flash(_("Your account is gone with all that belonged to you alone."))
    return redirect(url_for("play.home"), code=303)


def _ask(form: ProofForm) -> str:
    return render_template("accounts/settings/delete.html", form=form)


def _page(form: ChangePasswordForm) -> str:
    return render_template(
        "accounts/settings/show.html",
        form=form,
        name=current_user.name,
        sign_ins=service.sign_ins_of(db(), current_user.id, now()),
        here=current_user.token,
        is_newcomer=not actor().may(Action.READ_KEYS),
    )
