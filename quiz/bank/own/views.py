"""Pages of a draft: write a question of one's own, and put all in order."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.bank.drafts import service as drafts
from quiz.bank.drafts.sentences import sentence_of
from quiz.bank.drafts.service import Order, Seen
from quiz.bank.models import QuestionSet
from quiz.bank.ordering import in_order
from quiz.bank.own import service
from quiz.bank.own.forms import FORMS, HINTS, PRESETS, OwnQuestionForm, own_form
from quiz.bank.sentences import KINDS, OWN_LINES
from quiz.engine.rounds import MOST_IN_A_ROUND
from quiz.errors import Conflict, Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("own", __name__)

CARD = "card-"
"""Begins the name of a question's place: "card-2" is where the second one comes."""


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/drafts/<uuid:set_id>/own")
@allow(Action.MAKE_SETS)
def new(set_id: UUID) -> Page:
    """An empty question in the form that was chosen."""
    draft = drafts.draft_of(db(), actor(), set_id)
    form = OwnQuestionForm(formdata=None, form=own_form(request.args.get("form")).value)
    form.changes.data = draft.changes
    form.begin_with(request.args.get("preset", ""))
    return _page(draft, form, None)


@bp.post("/drafts/<uuid:set_id>/own")
@allow(Action.MAKE_SETS)
def add(set_id: UUID) -> Page:
    """Take it into the draft; or the form again with what is wrong."""
    return _taken(drafts.draft_of(db(), actor(), set_id), None)


@bp.get("/drafts/<uuid:set_id>/own/<int:number>")
@allow(Action.MAKE_SETS)
def edit(set_id: UUID, number: int) -> Page:
    """A question of one's own, to be changed."""
    draft = drafts.draft_of(db(), actor(), set_id)
    item = service.own_item(draft, number)
    question, text = item.as_question(), item.article.text
    form = OwnQuestionForm(formdata=None, changes=draft.changes)
    form.show(question)
    form.proof.data = " ".join(m.span.of(text) for m in question.marks)
    return _page(draft, form, number)


@bp.post("/drafts/<uuid:set_id>/own/<int:number>")
@allow(Action.MAKE_SETS)
def change(set_id: UUID, number: int) -> Page:
    """Keep how it is written now; or the form again with what is wrong."""
    draft = drafts.draft_of(db(), actor(), set_id)
    service.own_item(draft, number)
    return _taken(draft, number)


@bp.get("/drafts/<uuid:set_id>/order")
@allow(Action.MAKE_SETS)
def order(set_id: UUID) -> Page:
    """The kept questions in their order."""
    return _order_page(drafts.draft_of(db(), actor(), set_id))


@bp.post("/drafts/<uuid:set_id>/order")
@allow(Action.MAKE_SETS)
def arrange(set_id: UUID) -> Page:
    """Keep the order, and whether a round has all of them."""
    draft = drafts.draft_of(db(), actor(), set_id)
    try:
        wanted = Order(_places(), "plays_all" in request.form)
    except ValueError:
        told = _("Give each question one of the places in the list.")
        return _order_page(draft, told), 400
    try:
        drafts.arrange(db(), draft, wanted, _seen())
    except (Invalid, Conflict) as refused:
        return _order_page(draft, errors.sentence(refused)), 422
    flash(_("The order is saved."), "good")
    return redirect(url_for("drafts.show", set_id=set_id), code=303)


def _places() -> dict[int, int]:
    """Number of each question → the place that was chosen for it.

    Raises:
        ValueError: one of them is no number.
    """
    cards = [each for each in request.form.items() if each[0].startswith(CARD)]
    return {whole(name.removeprefix(CARD)): whole(place) for name, place in cards}


def _taken(draft: QuestionSet, number: int | None) -> Page:
    form = OwnQuestionForm()
    form.form.data = own_form(form.form.data).value
    if not form.validate_on_submit():
        return _page(draft, form, number), 400
    try:
        if number is None:
            number = service.add(db(), draft, form.written(), _seen())
        else:
            service.change(db(), draft, number, form.written(), _seen())
    except (Invalid, Conflict) as refused:
        form.form_errors.append(_said(refused))
        return _page(draft, form, number), 422
    flash(_("Question %(number)s is saved.", number=number), "good")
    anchor = f"question-{number}"
    there = url_for("drafts.show", set_id=draft.id, at=number, _anchor=anchor)
    return redirect(there, code=303)


def _said(refused: Invalid | Conflict) -> str:
    if refused.reason == "rule_broken":
        return sentence_of(str(refused.details["rule"]))
    if refused.reason == "own_lines":
        return str(OWN_LINES[str(refused.details["why"])])
    return errors.sentence(refused)


def _seen() -> Seen:
    return Seen(request.form.get("changes", -1, type=whole), now())


def _page(draft: QuestionSet, form: OwnQuestionForm, number: int | None) -> str:
    chosen = own_form(form.form.data)
    return render_template(
        "bank/own/question.html",
        draft=draft,
        form=form,
        number=number,
        forms=FORMS,
        presets=[(name, label) for name, (label, *_text) in PRESETS.items()],
        chosen=chosen,
        hint=HINTS[chosen],
    )


def _order_page(draft: QuestionSet, problem: str | None = None) -> str:
    lines = [(item.position + 1, item.as_question()) for item in in_order(draft)]
    return render_template(
        "bank/own/order.html",
        draft=draft,
        lines=lines,
        kinds=KINDS,
        most=MOST_IN_A_ROUND,
        problem=problem,
    )
