"""Doubting a question, for pupils; answering and putting right, for teachers."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.access import Action
from quiz.articles.highlighting import paragraphs
from quiz.bank.corrections.service import Key, both, ticked
from quiz.bank.sentences import KINDS
from quiz.classroom import service as classes
from quiz.classroom.doubts import service
from quiz.classroom.models import Classroom, Doubt
from quiz.classroom.seats.browser import seat_here
from quiz.classroom.sentences import DOUBT_SENTENCES
from quiz.errors import Invalid, NotFound
from quiz.play.regrading import Remarked
from quiz.play.service import Place
from quiz.web import errors, security
from quiz.web.access import actor, allow, public
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("doubts", __name__)


def init_app(app: Flask) -> None:
    """Say these errors in words; put the box under each feedback."""
    errors.say(DOUBT_SENTENCES)
    app.jinja_env.globals.update(doubt_at=doubt_at)


def doubt_at(place: Place) -> Doubt | None:
    """What was said there; for the feedback of a pupil at a seat."""
    return service.doubt_at(db(), place.round_id, place.number)


@bp.post("/my-class/doubts")
@public
def make() -> Page:
    """Say that the text does not say this, and go back to the feedback."""
    seat = seat_here()
    round_id = _uuid(request.form.get("round", ""))
    number = request.form.get("number", 0, type=whole)
    if seat is None or not 1 <= number <= 99:
        raise NotFound("round")
    service.raise_doubt(db(), seat, round_id, number, now())
    flash(_("Your teacher sees that you doubt this."), "good")
    back = url_for("play.question", round_id=round_id, number=number)
    return redirect(back, code=303)


@bp.get("/classes/<uuid:class_id>/doubts")
@allow(Action.RUN_CLASSES)
def index(class_id: UUID) -> Page:
    """What the class doubts, beside the places in the text."""
    return _index(classes.class_of(db(), actor(), class_id))


@bp.post("/classes/<uuid:class_id>/doubts")
@allow(Action.RUN_CLASSES)
def settle(class_id: UUID) -> Page:
    """Answer, exchange the key, or leave the question out."""
    classroom = classes.class_of(db(), actor(), class_id)
    item_id = _uuid(request.form.get("item", ""))
    try:
        said = _settled(classroom, item_id)
    except Invalid as refused:
        return _index(classroom, errors.sentence(refused)), 422
    flash(said, "good")
    return redirect(url_for("doubts.index", class_id=class_id), code=303)


def _settled(classroom: Classroom, item_id: UUID) -> str:
    sent = request.form
    item = service.item_doubted_in(db(), classroom, item_id)
    if sent.get("do") == "answer":
        reply = sent.get("reply", "")
        count = service.answer_doubts(db(), classroom, item_id, reply, now())
        return str(ngettext("One pupil sees it.", "%(num)s pupils see it.", count))
    if sent.get("do") == "leave_out":
        gone = service.accept(db(), actor(), item, None, now())
        security.note("question_mended", actor().user_id)
        return str(
            _(
                "%(answers)s answers of %(players)s players count no longer. Results "
                "and leaderboards follow.",
                answers=gone.answers,
                players=len(gone.players),
            )
        )
    why = both(sent.get("why_de", ""), sent.get("why_en", ""))
    key = Key(ticked(sent.getlist("right")), why)
    return _changed(service.accept(db(), actor(), item, key, now()))


def _changed(changed: Remarked) -> str:
    security.note("question_mended", actor().user_id)
    said = _(
        "%(answers)s answers of %(players)s players were marked anew: %(better)s are "
        "worth more, %(worse)s less. Results and leaderboards follow.",
        answers=changed.answers,
        players=len(changed.players),
        better=changed.better,
        worse=changed.worse,
    )
    return str(said)


def _index(classroom: Classroom, problem: str | None = None) -> str:
    found = service.doubted_items(db(), actor(), classroom)
    texts = {
        each.item.id: paragraphs(
            each.article.text,
            [(mark.role, mark.span) for mark in each.question.marks],
            each.question.evidence,
        )
        for each in found
    }
    return render_template(
        "classroom/doubts/index.html",
        classroom=classroom,
        found=found,
        texts=texts,
        kinds=KINDS,
        problem=problem,
        sent=request.form,
    )


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("doubt") from None
