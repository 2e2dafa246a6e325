"""Pages on which pupils take their seats."""

import secrets
from random import Random

from flask import (
    Blueprint,
    Flask,
    flash,
    g,
    redirect,
    render_template,
    request,
    url_for,
)
from flask import session as cookie
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quiz.classroom.models import Seat
from quiz.classroom.seats import aliases, attempts, service
from quiz.classroom.sentences import SEAT_SENTENCES
from quiz.errors import Conflict, Invalid, NotFound
from quiz.play.browser import known_player, remember
from quiz.web import errors
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.language import language
from quiz.web.limits import check_first
from quiz.web.session import db

bp = Blueprint("seats", __name__)

Page = Response | str | tuple[str, int]

# That this browser sits somewhere; where, its player tells. Without it no page asks.
_SITS = "sits"


def init_app(app: Flask) -> None:
    """Say these errors in words; let every page know the seat."""
    errors.say(SEAT_SENTENCES)
    app.jinja_env.globals.update(seat_here=seat_here, spoken=aliases.spoken)


def seat_here() -> Seat | None:
    """The seat of this browser; None for everybody else, without a query.

    None as well on the page that says that the database is away.
    """
    if not cookie.get(_SITS) or errors.is_failing():
        return None
    if "seat" not in g:
        g.seat = service.seat_at(db(), known_player())
    found: Seat | None = g.seat
    return found


@bp.get("/join")
@public
def join() -> Page:
    """A field for the code on the card."""
    return _join(request.args.get("code", ""))


@bp.post("/join")
@public
@check_first(attempts.TAKE_SEAT)
def take() -> Page:
    """Sit down; or the field again with what is wrong."""
    typed = request.form.get("code", "")[:60]
    before = known_player()
    try:
        seat = service.take_seat(db(), typed, now())
    except Invalid as refused:
        return _join(typed, errors.sentence(refused)), 422
    if before is not None and request.form.get("bring") == "yes":
        service.bring_along(db(), before, seat)
    remember(seat.player_id)
    cookie[_SITS] = True
    flash(_("You are in. What you play here counts for your class."), "good")
    if seat.alias is None:
        return redirect(url_for("seats.names"), code=303)
    return redirect(url_for("due.index"), code=303)


@bp.get("/join/name")
@public
def names() -> Page:
    """Some names to choose from."""
    return _names(_seat())


@bp.post("/join/name")
@public
def choose_name() -> Page:
    """Be called so; or others to choose from."""
    seat = _seat()
    try:
        service.choose_alias(db(), seat, request.form.get("alias", ""))
    except (Invalid, Conflict) as refused:
        return _names(seat, errors.sentence(refused)), 422
    return redirect(url_for("due.index"), code=303)


@bp.post("/join/leave")
@public
def leave() -> Page:
    """Get up: this browser is nobody's again. What was played stays at the seat."""
    cookie.pop(_SITS, None)
    remember(None)
    flash(_("This browser has forgotten you. With your card you can come back."))
    return redirect(url_for("seats.join"), code=303)


def _seat() -> Seat:
    seat = seat_here()
    if seat is None:
        raise NotFound("no_seat")
    return seat


def _join(code: str, problem: str | None = None) -> str:
    has_played = known_player() is not None and not cookie.get(_SITS)
    return render_template(
        "classroom/seats/join.html", code=code, problem=problem, has_played=has_played
    )


def _names(seat: Seat, problem: str | None = None) -> str:
    chance = Random(secrets.randbits(48))  # noqa: S311 (which names are offered)
    offered = aliases.offered(service.taken_aliases(seat), chance)
    said = [(alias, aliases.spoken(alias, language())) for alias in offered]
    return render_template(
        "classroom/seats/names.html", seat=seat, names=said, problem=problem
    )
