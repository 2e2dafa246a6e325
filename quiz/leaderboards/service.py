"""Reading leaderboards of the seats and teams of a class."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.classroom.models import Classroom, Seat
from quiz.db import zone_of
from quiz.engine.leaderboards import (
    FEWEST_IN_TEAM,
    Entry,
    Line,
    placed,
    ranked,
    week_of,
)
from quiz.leaderboards.board import Board, Measure, made
from quiz.leaderboards.freezing import frozen_totals
from quiz.leaderboards.models import WHOLE, SeatWeek

WEEKS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class SeatTotal:
    """What a seat brings into a week, as `SeatWeek` has it."""

    seat: Seat
    best: int
    gain: int | None


@dataclass(frozen=True, slots=True)
class SeatTotals:
    """All that the boards of a class in one week are made of."""

    seats: tuple[SeatTotal, ...] = ()
    frozen_at: datetime | None = None


def this_week(session: Session, now: datetime) -> date:
    """The Monday on which the running season began."""
    return week_of(now, zone_of(session))


def weeks_before(week: date) -> tuple[date, ...]:
    """The past seasons that are shown, the latest first."""
    return tuple(week - timedelta(weeks=n) for n in range(1, WEEKS_SHOWN + 1))


def seat_totals(
    session: Session, classroom: Classroom, week: date, *, as_frozen: bool = True
) -> SeatTotals:
    """What the seats of a class bring into a week, or brought when it was frozen.

    Args:
        session: where.
        classroom: whose seats.
        week: the Monday it begins on.
        as_frozen: False for what they bring by now, whatever is shown to others.
    """
    frozen = frozen_totals(session, week, class_id=classroom.id)
    if frozen.totals is not None and as_frozen:
        kept = frozen.totals
        seats = [seat for seat in classroom.seats if str(seat.id) in kept]
        found = [SeatTotal(seat, *kept[str(seat.id)]) for seat in seats]
        return SeatTotals(tuple(found), frozen.frozen_at)
    wanted = (
        select(Seat, SeatWeek.best, SeatWeek.gain)
        .join(SeatWeek, SeatWeek.seat_id == Seat.id)
        .where(SeatWeek.class_id == classroom.id, SeatWeek.week == week)
        .order_by(Seat.number)
    )
    now = tuple(SeatTotal(*row) for row in session.execute(wanted))
    return SeatTotals(now, frozen.frozen_at)


def seat_board(
    totals: SeatTotals,
    measure: Measure,
    own: Seat | None = None,
    before: SeatTotals | None = None,
) -> Board[UUID]:
    """The first seats of a class, and one's own with those just ahead.

    A seat that is hidden is on no board, its own neither, and leaves no gap.
    """
    lines, earlier = (_seat_lines(each, measure) for each in (totals, before))
    return made(lines, earlier, own.id if own else None, totals.frozen_at)


def team_board(
    totals: SeatTotals,
    measure: Measure,
    own: Seat | None = None,
    before: SeatTotals | None = None,
) -> Board[int]:
    """The teams of a class; hidden seats count as everybody's."""
    lines, earlier = (_team_lines(each, measure) for each in (totals, before))
    return made(lines, earlier, own.team if own else None, totals.frozen_at)


def _seat_lines(totals: SeatTotals | None, measure: Measure) -> tuple[Line[UUID], ...]:
    return placed(
        [
            (total.seat.id, score)
            for total in (totals.seats if totals else ())
            if not total.seat.is_hidden
            and (score := score_of(total, measure)) is not None
        ]
    )


def _team_lines(totals: SeatTotals | None, measure: Measure) -> tuple[Line[int], ...]:
    teams: dict[int, list[float]] = defaultdict(list)
    for total in totals.seats if totals else ():
        score = score_of(total, measure)
        if total.seat.team is not None and score is not None:
            teams[total.seat.team].append(score)
    entries = [Entry(team, len(of), sum(of)) for team, of in sorted(teams.items())]
    return ranked(entries, FEWEST_IN_TEAM)


def score_of(total: SeatTotal, measure: Measure) -> float | None:
    """What it is ranked by; None without rounds to measure a gain against."""
    value = total.best if measure is Measure.ACCURACY else total.gain
    return None if value is None else value / WHOLE
