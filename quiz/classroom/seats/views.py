"""Pages on which pupils take their seats."""

import secrets
from random import Random
from uuid import UUID

from flask import (
    Blueprint,
    Flask,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _

from quiz.classroom.models import Seat
from quiz.classroom.seats import aliases, attempts, service
from quiz.classroom.seats.avatars import avatar
from quiz.classroom.seats.browser import (
    alias_here,
    get_up,
    own_seat,
    seat_here,
    sit_down,
    sits_here,
)
from quiz.classroom.sentences import SEAT_SENTENCES
from quiz.errors import Conflict, Invalid
from quiz.play.browser import known_player
from quiz.web import errors, security
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.language import language
from quiz.web.limits import check_first
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("seats", __name__)


def init_app(app: Flask) -> None:
    """Say these errors in words; let every page know the seat."""
    errors.say(SEAT_SENTENCES)
    app.jinja_env.globals.update(seat_here=seat_here, alias_here=alias_here)
    app.jinja_env.globals.update(spoken=aliases.spoken, avatar=avatar)


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
        security.note("join_refused")
        return _join(typed, errors.sentence(refused)), 422
    if before is not None and request.form.get("bring") == "yes":
        service.bring_along(db(), before, seat)
    flash(_welcome(seat, before), "good")
    sit_down(seat)
    if seat.alias is None:
        return redirect(url_for("seats.names"), code=303)
    return redirect(url_for("due.index"), code=303)


@bp.get("/join/name")
@public
def names() -> Page:
    """Some names to choose from."""
    return _names(own_seat())


@bp.post("/join/name")
@public
def choose_name() -> Page:
    """Be called so; or others to choose from."""
    seat = own_seat()
    try:
        service.choose_alias(db(), seat, request.form.get("alias", ""))
    except (Invalid, Conflict) as refused:
        return _names(seat, errors.sentence(refused)), 422
    return redirect(url_for("due.index"), code=303)


@bp.post("/join/leave")
@public
def leave() -> Page:
    """Get up: this browser is nobody's again. What was played stays at the seat."""
    get_up()
    flash(_("This browser has forgotten you. With your card you can come back."))
    return redirect(url_for("seats.join"), code=303)


def _welcome(seat: Seat, before: UUID | None) -> str:
    """That they are in; and that somebody was already, if it was not this browser."""
    said = str(_("You are in. What you play here counts for your class."))
    if seat.alias is None or before == seat.player_id:
        return said
    name = aliases.spoken(seat.alias, language())
    again = _(
        "%(name)s has already played here on another device. Is that not you? Then "
        "tell your teacher.",
        name=name,
    )
    return f"{said} {again}"


def _join(code: str, problem: str | None = None) -> str:
    has_played = known_player() is not None and not sits_here()
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
