"""Two small forms beside a question: which sentence shows it, and the paragraph."""

from uuid import UUID

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.errors import Invalid
from quiz.play import pages
from quiz.play.browser import player_here
from quiz.play.forms import SENTENCE, SKIP
from quiz.play.pointing import service
from quiz.play.service import Place, place_at
from quiz.play.sheet import Sheet
from quiz.play.steps import Placed
from quiz.web import errors
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db, safe_to_repeat, write_together

bp = Blueprint("pointing", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.post("/play/<uuid:round_id>/<int:number>/where")
@public
@safe_to_repeat
def point(round_id: UUID, number: int) -> Page:
    """Keep which sentence shows the answer, or that none was wanted; the first counts.

    Where it is not asked, or not any more, nothing is kept.
    """
    sheet = _sheet(round_id, number)
    if not sheet.asks_where:
        return _to(sheet.place)
    try:
        placed = _placed(sheet)
    except Invalid as error:
        names, problem = {"sentence": SENTENCE, "skip": SKIP}, errors.sentence(error)
        template = "play/where.html"
        return render_template(
            template, sheet=sheet, names=names, problem=problem, preview=None
        ), 400
    return _kept(sheet.place, placed)


@bp.post("/play/<uuid:round_id>/<int:number>/hint")
@public
@safe_to_repeat
def hint(round_id: UUID, number: int) -> Page:
    """The question again, with the paragraph open that shows the answer."""
    sheet = _sheet(round_id, number)
    if not sheet.may_hint:
        return _to(sheet.place)
    return _kept(sheet.place, service.HINTED)


def _sheet(round_id: UUID, number: int) -> Sheet:
    return pages.sheet_of(db(), player_here(), place_at(round_id, number), now())


def _placed(sheet: Sheet) -> Placed:
    if SKIP in request.form:
        return service.LEFT_OUT
    return service.placed_at(sheet, request.form.get(SENTENCE, type=whole))


def _kept(place: Place, placed: Placed) -> Response:
    player_id, moment = player_here(), now()
    write_together(lambda s: service.keep(s, player_id, place, placed, moment))
    return _to(place)


def _to(place: Place) -> Response:
    return redirect(url_for("play.question", **place._asdict()), code=303)
