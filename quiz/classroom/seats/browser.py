"""Whether a browser sits somewhere: a mark in its cookie; where, its player tells."""

from flask import g, session

from quiz.classroom.models import Seat
from quiz.classroom.seats import service
from quiz.errors import NotFound
from quiz.play.browser import known_player, remember
from quiz.web import errors
from quiz.web.session import db

_SITS = "sits"  # without it no page asks


def seat_here() -> Seat | None:
    """The seat of this browser; None for everybody else, without a query.

    None as well on the page that says that the database is away.
    """
    if not sits_here() or errors.is_failing():
        return None
    if "seat" not in g:
        g.seat = service.seat_at(db(), known_player())
    found: Seat | None = g.seat
    return found


def own_seat() -> Seat:
    """The seat of this browser.

    Raises:
        NotFound: "no_seat": it has none.
    """
    seat = seat_here()
    if seat is None:
        raise NotFound("no_seat")
    return seat


def sits_here() -> bool:
    """Whether somebody took a seat in this browser and has not left it."""
    return bool(session.get(_SITS))


def sit_down(seat: Seat) -> None:
    """Be the player of that seat from now on."""
    remember(seat.player_id)
    session[_SITS] = True


def get_up() -> None:
    """Be nobody again."""
    session.pop(_SITS, None)
    remember(None)
