"""Freezing a board for suspense, and showing it again.

Both kinds of board are frozen by their totals: of the seats of a class, or of the
classes of a league. In the next week everything is shown again.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from quiz.classroom.models import Seat
from quiz.leaderboards.models import ClassWeek, Freeze, LeagueClass, SeatWeek


@dataclass(frozen=True, slots=True)
class Frozen:
    """The totals of a frozen board by id; nothing for one that is not frozen."""

    totals: dict[str, list[int]] | None = None
    frozen_at: datetime | None = None


def frozen_totals(
    session: Session,
    week: date,
    class_id: UUID | None = None,
    league_id: UUID | None = None,
) -> Frozen:
    """What the board of a class or of a league was frozen with in that week."""
    found = session.scalars(
        select(Freeze).where(_whose(class_id, league_id), Freeze.week == week)
    ).one_or_none()
    return Frozen() if found is None else Frozen(found.totals, found.frozen_at)


def freeze_class(session: Session, class_id: UUID, week: date, now: datetime) -> None:
    """Leave the boards of this class as they are until they are shown again."""
    rows = select(SeatWeek.seat_id, SeatWeek.best, SeatWeek.gain).where(
        SeatWeek.class_id == class_id, SeatWeek.week == week
    )
    totals = {str(seat): [best, gain] for seat, best, gain in session.execute(rows)}
    _freeze(session, Freeze(class_id=class_id, week=week, totals=totals), now)


def freeze_league(session: Session, league_id: UUID, week: date, now: datetime) -> None:
    """Leave the board of this league as it is until it is shown again."""
    rows = (
        select(ClassWeek)
        .join(LeagueClass, LeagueClass.class_id == ClassWeek.class_id)
        .where(LeagueClass.league_id == league_id, ClassWeek.week == week)
    )
    totals = {
        str(row.class_id): [row.participants, row.best, row.gainers, row.gain]
        for row in session.scalars(rows)
    }
    _freeze(session, Freeze(league_id=league_id, week=week, totals=totals), now)


def unfreeze(
    session: Session, class_id: UUID | None = None, league_id: UUID | None = None
) -> None:
    """Show the boards of a class or of a league as they are now."""
    session.execute(delete(Freeze).where(_whose(class_id, league_id)))


def forget_seat(session: Session, seat_id: UUID) -> None:
    """Take a seat out of what its class's boards were frozen with."""
    of_class = select(Seat.class_id).where(Seat.id == seat_id).scalar_subquery()
    for frozen in session.scalars(select(Freeze).where(Freeze.class_id == of_class)):
        rest = {each: v for each, v in frozen.totals.items() if each != str(seat_id)}
        frozen.totals = rest
    session.flush()


def forget_past(session: Session, week: date) -> int:
    """Delete what boards of the weeks before this one were frozen with; how many."""
    old = session.scalars(select(Freeze).where(Freeze.week < week)).all()
    for each in old:
        session.delete(each)
    session.flush()
    return len(old)


def _whose(class_id: UUID | None, league_id: UUID | None) -> ColumnElement[bool]:
    if class_id is not None:
        return Freeze.class_id == class_id
    return Freeze.league_id == league_id


def _freeze(session: Session, made: Freeze, now: datetime) -> None:
    unfreeze(session, made.class_id, made.league_id)
    made.frozen_at = now
    session.add(made)
    session.flush()
