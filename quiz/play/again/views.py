"""A missed question of a finished round once more; that it is right then is kept."""

from dataclasses import replace
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.errors import Invalid
from quiz.play import pages
from quiz.play.again.service import keep_righted
from quiz.play.browser import player_here
from quiz.play.forms import CARD, CHOICE, ROW, TEXT, reply_in
from quiz.play.service import Place, place_at
from quiz.play.sheet import Sheet
from quiz.play.steps import Step, next_open
from quiz.web import errors
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db, safe_to_repeat, write_together

bp = Blueprint("again", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/play/<uuid:round_id>/<int:number>/again")
@public
def show(round_id: UUID, number: int) -> Page:
    """The question as if it were new; answered, what is right. Nothing is kept."""
    sheet, problem = _missed(place_at(round_id, number)), None
    if sheet is None:
        return redirect(url_for("play.resume", round_id=round_id), code=303)
    try:
        if "send" in request.args:
            sheet = sheet.answered(reply_in(request.args, [o.id for o in sheet.shown]))
    except Invalid as refused:
        problem = errors.sentence(refused)
    return _page(sheet, problem)


@bp.post("/play/<uuid:round_id>/<int:number>/again")
@public
@safe_to_repeat
def answer(round_id: UUID, number: int) -> Page:
    """Keep it if it is right now; then as it is told, or asked again."""
    place = place_at(round_id, number)
    sheet = _missed(place)
    if sheet is not None and _is_right(sheet):
        player_id, moment = player_here(), now()
        write_together(lambda s: keep_righted(s, player_id, place, moment))
    sent = [(n, v) for n, v in request.form.items(multi=True) if n != "csrf_token"]
    to = url_for("again.show", round_id=round_id, number=number)
    return redirect(f"{to}?{urlencode(sent)}", code=303)


def _missed(place: Place) -> Sheet | None:
    """That question anew; None where it was not missed, or the round goes on."""
    player_id, moment = player_here(), now()
    steps = pages.steps_of(db(), player_id, place.round_id, moment)
    missed = tuple(step for step in steps if step.is_missed)
    numbers = {each.number for each in missed}
    if next_open(steps) is not None or place.number not in numbers:
        return None
    return _asked_anew(pages.sheet_of(db(), player_id, place, moment), missed)


def _is_right(sheet: Sheet) -> bool:
    try:
        reply = reply_in(request.form, [option.id for option in sheet.shown])
        return sheet.answered(reply).verdict == "right"
    except Invalid:
        return False


def _asked_anew(sheet: Sheet, missed: tuple[Step, ...]) -> Sheet:
    steps = tuple(Step(each.number, None, each.counts) for each in missed)
    return replace(sheet, steps=steps, reply=None, share=None, texts=())


def _page(sheet: Sheet, problem: str | None) -> str:
    place = sheet.place._asdict()
    later = [each.number for each in sheet.steps if each.number > sheet.place.number]
    back = url_for("play.result", round_id=sheet.place.round_id)
    onward = (back, _("Back to the result"))
    if later:
        address = url_for("again.show", **(place | {"number": later[0]}))
        onward = (address, _("Next question"))
    return render_template(
        "play/question.html" if sheet.reply is None else "play/feedback.html",
        sheet=sheet,
        names={"choice": CHOICE, "card": CARD, "row": ROW, "text": TEXT},
        problem=problem,
        preview={
            "here": url_for("again.show", **place),
            "onward": onward,
            "back": back,
            "size": "",
            "offer": None,
        },
    )
