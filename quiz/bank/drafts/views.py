"""Pages of a draft: choose its questions, change one, publish."""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from quiz.access import Action
from quiz.articles.claims.service import dossier_of
from quiz.bank.drafts import publishing, rewording, service
from quiz.bank.drafts.forms import QuestionForm
from quiz.bank.drafts.new_draft import begin_draft
from quiz.bank.drafts.objections import objections_of
from quiz.bank.drafts.page import Filter, draft_page
from quiz.bank.drafts.sentences import objections, sentence_of
from quiz.bank.drafts.service import Seen
from quiz.bank.models import QuestionSet
from quiz.bank.sentences import KINDS, LEVELS, SKILLS
from quiz.engine.questions.answers.timing import proposed_seconds
from quiz.engine.questions.registry import kind_of
from quiz.errors import Conflict, Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db, undo_writes
from quiz.web.waiting.deferring import may_take_long

bp = Blueprint("drafts", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


Act = Callable[[Session, QuestionSet, Collection[int], Seen], None]

# What the buttons do, where it leads, and what is said there.
_ACTS: Mapping[str, tuple[Act, str, object]] = {
    "save": (service.keep, "drafts.show", _l("Saved.")),
    "mix": (service.mix, "drafts.show", _l("Mixed and saved.")),
    "publish": (publishing.publish, "bank.show", _l("Published.")),
}

# What a draft is begun for, and the page of it.
_BEGINNINGS = {"more": "gathering.show", "own": "own.new"}


@bp.post("/sets/<uuid:set_id>/draft")
@allow(Action.MAKE_SETS)
@may_take_long
def begin(set_id: UUID) -> Page:
    """The draft of the next version."""
    draft = service.open_draft(db(), actor(), set_id, now())
    return redirect(url_for("drafts.show", set_id=draft.id), code=303)


@bp.post("/articles/<uuid:article_id>/draft")
@allow(Action.MAKE_SETS)
@may_take_long
def begin_anew(article_id: UUID) -> Page:
    """A draft of an article, or at once the page that it is wanted for."""
    draft = begin_draft(db(), actor(), article_id, now())
    onward = _BEGINNINGS.get(request.form.get("to", ""), "drafts.show")
    return redirect(url_for(onward, set_id=draft.id), code=303)


@bp.get("/drafts/<uuid:set_id>")
@allow(Action.MAKE_SETS)
def show(set_id: UUID) -> Page:
    """All questions to choose from."""
    return _page(service.draft_of(db(), actor(), set_id))


@bp.post("/drafts/<uuid:set_id>")
@allow(Action.MAKE_SETS)
def choose(set_id: UUID) -> Page:
    """Keep the choice; publish it where that button was used."""
    draft = service.draft_of(db(), actor(), set_id)
    there = {item.position + 1 for item in draft.items}
    kept = there & set(request.form.getlist("keep", whole))
    act, onward, told = _ACTS.get(request.form.get("act", ""), _ACTS["save"])
    try:
        act(db(), draft, kept, _seen())
    except (Conflict, Invalid) as refused:
        undo_writes()
        status = 409 if isinstance(refused, Conflict) else 422
        return _page(draft, errors.sentence(refused), kept), status
    if "quiet" not in request.form:
        flash(str(told), "good")
    looked_for = {} if onward == "bank.show" else _asked_for()
    return redirect(url_for(onward, set_id=set_id, **looked_for), code=303)


@bp.get("/drafts/<uuid:set_id>/<int:number>")
@allow(Action.MAKE_SETS)
def question(set_id: UUID, number: int) -> Page:
    """One question, to be worded anew."""
    draft = service.draft_of(db(), actor(), set_id)
    form, asked = QuestionForm(formdata=None), service.item_of(draft, number)
    if kind_of(asked.as_question()).is_own:
        return redirect(url_for("own.edit", set_id=set_id, number=number))
    form.show(asked.as_question())
    form.offer(asked.as_question(), dossier_of(asked.article))
    return _question_page(draft, number, form)


@bp.post("/drafts/<uuid:set_id>/<int:number>")
@allow(Action.MAKE_SETS)
def change(set_id: UUID, number: int) -> Page:
    """Keep how it is worded; or the form again with what is wrong."""
    draft = service.draft_of(db(), actor(), set_id)
    form, item = QuestionForm(), service.item_of(draft, number)
    form.offer(item.as_question(), dossier_of(item.article))
    if not form.validate_on_submit():
        return _question_page(draft, number, form), 400
    try:
        changed = form.wording(), form.swaps()
        rewording.change(db(), draft, number, changed, _seen())
    except (Invalid, Conflict) as refused:
        form.form_errors.append(_said(refused))
        return _question_page(draft, number, form), 422
    flash(_("Question %(number)s is saved.", number=number), "good")
    return redirect(address_of(set_id, number), code=303)


def address_of(set_id: UUID, number: int) -> str:
    """Where a question of the draft stands."""
    anchor = f"question-{number}"
    return url_for("drafts.show", set_id=set_id, at=number, _anchor=anchor)


def _said(refused: Invalid | Conflict) -> str:
    if refused.reason == "rule_broken":
        return sentence_of(str(refused.details["rule"]))
    return errors.sentence(refused)


def _seen() -> Seen:
    return Seen(request.form.get("changes", -1, type=whole), now())


def _page(
    draft: QuestionSet, problem: str | None = None, kept: set[int] | None = None
) -> str:
    wanted = Filter(**_asked_for())
    page = draft_page(draft, kept, wanted)
    return render_template(
        "bank/drafts/show.html",
        draft=draft,
        page=page,
        problem=problem,
        kinds=KINDS,
        skills=SKILLS,
        levels=LEVELS,
        wanted=wanted,
        looked_for=_asked_for(),
        can_publish=page.offer.is_playable and page.kept >= page.offer.needed,
        unsure=service.unsure_in(draft.articles),
    )


def _asked_for() -> dict[str, Any]:
    """What the address says the page shall be narrowed to."""
    names = ("kind", "skill", "level", "choice")
    asked = {name: found for name in names if (found := request.args.get(name, ""))}
    numbers = {name: request.args.get(name, 0, type=whole) for name in ("page", "at")}
    return asked | {name: number for name, number in numbers.items() if number}


def _question_page(draft: QuestionSet, number: int, form: QuestionForm) -> str:
    found = objections_of(draft)[number]
    asked = service.item_of(draft, number).as_question()
    return render_template(
        "bank/drafts/question.html",
        draft=draft,
        number=number,
        form=form,
        question=asked,
        proposed=proposed_seconds(asked),
        objections=objections(found),
    )
