"""Switching one's second factor on and off."""

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from quiz.access import Action
from quiz.accounts import attempts
from quiz.accounts.forms import FactorForm, ProofForm, is_proved
from quiz.accounts.qr import drawn
from quiz.accounts.second_factor import service
from quiz.errors import Invalid
from quiz.web import errors, security
from quiz.web.access import allow
from quiz.web.clock import now
from quiz.web.limits import check_first
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("second_factor", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/account/factor")
@allow(Action.HAVE_ACCOUNT)
def show() -> Page:
    """Whether it is on, and how to switch it."""
    return _page(ProofForm(formdata=None), FactorForm(formdata=None))


@bp.post("/account/factor/begin")
@allow(Action.HAVE_ACCOUNT)
@check_first(attempts.PROOF)
def begin() -> Page:
    """A secret for one's app, by one's password; or the page with what is wrong."""
    form = ProofForm()
    if not (form.validate_on_submit() and is_proved(form, current_user.password_hash)):
        return _page(form, FactorForm(formdata=None)), 400
    service.begin(db(), current_user)
    return redirect(url_for("second_factor.show"), code=303)


@bp.post("/account/factor/on")
@allow(Action.HAVE_ACCOUNT)
@check_first(attempts.FACTOR)
def switch_on() -> Page:
    """On, once a code shows that the app has the secret."""
    form, user = FactorForm(), current_user
    try:
        codes = service.switch_on(
            db(), user.id, form.code.data or "", user.token, now()
        )
    except Invalid as refused:
        form.code.errors = [errors.sentence(refused)]
        return _page(ProofForm(formdata=None), form), 400
    security.note("second_factor_on", user.id)
    told = ", ".join(codes)
    flash(_("It is on. Write these codes down; each opens once: %(codes)s", codes=told))
    return redirect(url_for("second_factor.show"), code=303)


@bp.post("/account/factor/off")
@allow(Action.HAVE_ACCOUNT)
@check_first(attempts.PROOF)
def switch_off() -> Page:
    """Off, by one's password."""
    form = ProofForm()
    if not (form.validate_on_submit() and is_proved(form, current_user.password_hash)):
        return _page(form, FactorForm(formdata=None)), 400
    service.drop(db(), current_user.id)
    security.note("second_factor_off", current_user.id)
    flash(_("Nobody is asked for it any more."), "good")
    return redirect(url_for("second_factor.show"), code=303)


def _page(proof: ProofForm, form: FactorForm) -> str:
    address = service.address(db(), current_user)
    size, path = drawn(address) if address else (0, "")
    return render_template(
        "accounts/second_factor/show.html",
        is_on=service.is_on(db(), current_user.id),
        size=size,
        path=path,
        address=address,
        proof=proof,
        form=form,
    )
