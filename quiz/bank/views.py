"""Pages of question sets: make one, look at it, rename it, delete it."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.accounts.qr import drawn
from quiz.articles.service import article_of
from quiz.bank import service
from quiz.bank.drafts.service import kept_in, offer_for_draft, unsure_in
from quiz.bank.forms import RenameForm
from quiz.bank.models import QuestionSet
from quiz.bank.offering import Offer, offer_of, offers_of
from quiz.bank.page import question_page
from quiz.bank.sentences import KINDS, MISCONCEPTIONS, SENTENCES
from quiz.bank.visibility import closed_to, show_to, widest_of
from quiz.engine.questions.editing.line_format import pieces_of
from quiz.errors import Invalid
from quiz.web import errors, security
from quiz.web.access import actor, allow, public
from quiz.web.addresses import lasting
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db
from quiz.web.waiting.deferring import may_take_long

bp = Blueprint("bank", __name__)


def init_app(app: Flask) -> None:
    """Say this room's errors in words."""
    errors.say(SENTENCES)
    app.jinja_env.globals.update(pieces_of=pieces_of)


@bp.get("/sets")
@allow(Action.MAKE_SETS)
def index() -> Page:
    """One's own question sets, page by page."""
    page = service.sets_of(db(), actor(), request.args.get("page", 1, type=whole))
    published = [each.id for each in page.sets if not each.is_draft]
    offers = offers_of(db(), published)
    playable = {set_id: offer.is_playable for set_id, offer in offers.items()}
    return render_template("bank/index.html", page=page, playable=playable)


@bp.post("/articles/<uuid:article_id>/questions")
@allow(Action.MAKE_SETS)
@may_take_long
def make(article_id: UUID) -> Page:
    """The set made of an article's sure claims; or why there is none."""
    try:
        made = service.make_set(db(), actor(), article_id, now())
    except Invalid as few:
        if few.reason != "too_few_in_article":
            raise
        article = article_of(db(), actor(), article_id)
        page = render_template("bank/too_few.html", article=article, few=few.details)
        return page, 422
    return redirect(url_for("bank.show", set_id=made.id), code=303)


@bp.get("/sets/<uuid:set_id>")
@public
def show(set_id: UUID) -> Page:
    """A set and how to play it; for whom it belongs to with keys and proofs."""
    return _set_page(service.set_of(db(), actor(), set_id), None)


@bp.post("/sets/<uuid:set_id>/rename")
@allow(Action.MAKE_SETS)
def rename(set_id: UUID) -> Page:
    """The set under its new title; or the form again with what is wrong."""
    found, form = service.owned_set_of(db(), actor(), set_id), RenameForm()
    if not form.validate_on_submit():
        return _set_page(found, form), 400
    service.rename_set(db(), actor(), set_id, form.title.data)
    flash(_("The set has a new title."), "good")
    return redirect(url_for("bank.show", set_id=set_id), code=303)


@bp.post("/sets/<uuid:set_id>/visibility")
@allow(Action.MAKE_SETS)
def visibility(set_id: UUID) -> Page:
    """Let others play it, or no longer."""
    show_to(db(), actor(), set_id, request.form.get("visibility", ""))
    flash(_("Saved."), "good")
    return redirect(url_for("bank.show", set_id=set_id), code=303)


@bp.get("/sets/<uuid:set_id>/delete")
@allow(Action.MAKE_SETS)
def ask_delete(set_id: UUID) -> Page:
    """Asks whether to delete a set, and says what goes with it."""
    found = service.owned_set_of(db(), actor(), set_id)
    return render_template("bank/delete.html", question_set=found)


@bp.post("/sets/<uuid:set_id>/delete")
@allow(Action.MAKE_SETS)
def delete(set_id: UUID) -> Page:
    """Delete a set of one's own."""
    title = service.delete_set(db(), actor(), set_id)
    security.note("set_deleted", actor().user_id)
    flash(_("“%(title)s” is deleted.", title=title), "good")
    return redirect(url_for("bank.index"), code=303)


def _offer_of(found: QuestionSet) -> Offer:
    """What everybody gets, or would get if it were published as it is."""
    if found.published_at is None:
        return offer_for_draft(found, kept_in(found))
    return offer_of(db(), found)


def _set_page(found: QuestionSet, form: RenameForm | None) -> str:
    """The page of a set; the keys only for those who may see them."""
    offer = _offer_of(found)
    if not service.sees_keys(db(), actor(), found):
        return render_template("bank/closed.html", question_set=found, offer=offer)
    return render_template(
        "bank/show.html",
        question_set=found,
        page=question_page(found, request.args.get("page", 1, type=whole)),
        form=form or RenameForm(formdata=None, title=found.title),
        kinds=KINDS,
        misconceptions=MISCONCEPTIONS,
        is_own=found.owner_id is not None,
        offer=offer,
        unsure=() if offer.is_playable else unsure_in(found.articles),
        widest=widest_of(found),
        closed=closed_to(found, offer),
        link=_link(found),
    )


def _link(found: QuestionSet) -> dict[str, object] | None:
    """The address to pass on, and its picture; None where the host is not known."""
    address = lasting("bank.show", set_id=found.id)
    if address is None:
        return None
    size, path = drawn(address)
    return {"address": address, "size": size, "path": path}
