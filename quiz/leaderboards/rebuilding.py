"""Comparing the running totals with the answers, and putting them right."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.classroom.models import Seat
from quiz.leaderboards.models import ClassWeek, CountedRound, SeatWeek
from quiz.leaderboards.totals import recount

_TABLES = (CountedRound, SeatWeek, ClassWeek)


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what the answers say.

    Attributes:
        table: its name.
        was, is_now: the row; None where there was or is none.
    """

    table: str
    was: tuple[object, ...] | None
    is_now: tuple[object, ...] | None


def rebuild(session: Session) -> tuple[Difference, ...]:
    """Work out all totals from the answers; gives what was wrong before.

    Class by class, so that a large school does not have to fit into memory.
    """
    found: list[Difference] = []
    for class_id in session.scalars(select(Seat.class_id).distinct()).all():
        before = _rows(session, class_id)
        session.execute(delete(ClassWeek).where(ClassWeek.class_id == class_id))
        weeks = select(Seat.id).where(Seat.class_id == class_id)
        recount(session, session.scalars(weeks).all())
        session.flush()
        found += _compared(before, _rows(session, class_id))
    return tuple(found)


def _rows(session: Session, class_id: UUID) -> dict[str, set[tuple[object, ...]]]:
    """The rows of a class, table by table."""
    seats = select(Seat.id).where(Seat.class_id == class_id)
    of_class = {
        CountedRound: CountedRound.seat_id.in_(seats),
        SeatWeek: SeatWeek.class_id == class_id,
        ClassWeek: ClassWeek.class_id == class_id,
    }
    return {
        rows.__tablename__: {
            tuple(row)
            for row in session.execute(
                select(*rows.__table__.columns).where(of_class[rows])
            )
        }
        for rows in _TABLES
    }


def _compared(
    before: dict[str, set[tuple[object, ...]]],
    after: dict[str, set[tuple[object, ...]]],
) -> Iterable[Difference]:
    for table, was in before.items():
        now = after[table]
        yield from (Difference(table, row, None) for row in sorted(was - now, key=str))
        yield from (Difference(table, None, row) for row in sorted(now - was, key=str))
