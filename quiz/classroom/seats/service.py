"""Seats: taking one, what is made easier there, replacing a card."""

import hmac
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.classroom import codes
from quiz.classroom.models import Classroom, Seat
from quiz.classroom.seats import aliases
from quiz.errors import Conflict, Invalid
from quiz.events import answers_change, answers_leave
from quiz.play.models import Player, Round

# Built once: every page of a seat asks this.
_SEAT = select(Seat).where(Seat.player_id == bindparam("player_id"))

TIME_FACTORS = (1.0, 1.25, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class Accommodation:
    """What is made easier at a seat. No reason is ever kept.

    Attributes:
        time_factor: one of `TIME_FACTORS`; None for as long as they like.
    """

    time_factor: float | None
    large_type: bool
    less_motion: bool
    easy_reading: bool


def take_seat(session: Session, typed: str, now: datetime) -> Seat:
    """The seat of that code, with a player who plays there.

    Raises:
        Invalid: "wrong_code".
    """
    class_code, seat_code = codes.halves(typed)
    wanted = select(Seat).join(Classroom).where(Classroom.code == class_code)
    found = None
    for seat in session.scalars(wanted):  # all of them: time tells nothing
        if hmac.compare_digest(seat.code.encode(), seat_code.encode()):
            found = seat
    if found is None or found.classroom.ends_on < now.date():
        raise Invalid("wrong_code")
    session.refresh(found, with_for_update=True)  # two devices at the same moment
    if found.player_id is None:
        player = Player(created_at=now)
        session.add(player)
        session.flush()
        found.player_id = player.id
        session.flush()
    return found


def bring_along(session: Session, guest_id: UUID, seat: Seat) -> None:
    """Count what this browser played before as played at the seat.

    Nothing happens where the browser's player has an account or a seat.
    """
    guest = session.get(Player, guest_id)
    if guest is None or guest.user_id is not None or guest.id == seat.player_id:
        return
    if session.scalars(select(Seat).where(Seat.player_id == guest.id)).first():
        return
    session.execute(
        update(Round)
        .where(Round.player_id == guest.id)
        .values(player_id=seat.player_id)
    )
    session.execute(delete(Player).where(Player.id == guest.id))
    session.expire_all()
    answers_change.send(session, player_ids=[seat.player_id])


def seat_at(session: Session, player_id: UUID | None) -> Seat | None:
    """The seat at which this player plays; None for everybody else."""
    if player_id is None:
        return None
    return session.scalars(_SEAT, {"player_id": player_id}).one_or_none()


def taken_aliases(seat: Seat) -> set[str]:
    """What the others in the class are called."""
    others = (each.alias for each in seat.classroom.seats if each.id != seat.id)
    return {alias for alias in others if alias}


def choose_alias(session: Session, seat: Seat, alias: str) -> None:
    """Be called so from now on.

    Raises:
        Invalid: "no_alias": it is none of the lists.
        Conflict: "alias_taken".
    """
    if not aliases.is_alias(alias):
        raise Invalid("no_alias")
    try:
        with session.begin_nested():
            seat.alias = alias
    except IntegrityError:
        raise Conflict("alias_taken") from None


def renew(session: Session, seat: Seat, now: datetime) -> None:
    """Another code; every device that sat here is asked for it. The rounds stay."""
    seat.code = codes.new_seat_code()
    before = seat.player_id
    if before is not None:
        after = Player(created_at=now)
        session.add(after)
        session.flush()
        session.execute(
            update(Round).where(Round.player_id == before).values(player_id=after.id)
        )
        seat.player_id = after.id
        session.flush()
        session.execute(delete(Player).where(Player.id == before))
    session.flush()


def accommodate(session: Session, seat: Seat, easier: Accommodation) -> None:
    """Make something easier at a seat.

    Raises:
        Invalid: "time_factor".
    """
    if easier.time_factor is not None and easier.time_factor not in TIME_FACTORS:
        raise Invalid("time_factor")
    seat.time_factor = easier.time_factor
    seat.large_type = easier.large_type
    seat.less_motion = easier.less_motion
    seat.easy_reading = easier.easy_reading
    session.flush()


def remove_seat(session: Session, seat: Seat) -> None:
    """Delete a seat with all that was played there, at once and for good."""
    answers_leave.send(session, of="seat", id=seat.id)
    forget_players(session, Seat.id == seat.id)
    session.execute(delete(Seat).where(Seat.id == seat.id))
    session.expire_all()


def forget_players(session: Session, which: ColumnElement[bool]) -> None:
    """Delete who plays at those seats, with all that was played there."""
    players = select(Seat.player_id).where(which, Seat.player_id.is_not(None))
    session.execute(delete(Player).where(Player.id.in_(players)))
