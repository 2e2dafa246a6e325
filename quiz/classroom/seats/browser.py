"""Whether a browser sits somewhere: a mark in its cookie; where, its player tells."""

from flask import g, session

from quiz.classroom.models import Seat
from quiz.classroom.seats import aliases, service
from quiz.errors import NotFound
from quiz.play.browser import known_player, remember
from quiz.web import errors
from quiz.web.access import actor
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


def alias_here() -> str | None:
    """What this browser is called: at its seat, or as a guest since its first round.

    None for who has not played yet, has chosen no name, or has an account, and on the
    page that says that the database is away.
    """
    if errors.is_failing():
        return None
    if sits_here():
        seat = seat_here()
        return seat.alias if seat else None
    guest = known_player()
    if guest is None or actor().is_signed_in:
        return None
    return aliases.of_guest(guest.int)


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
