"""Reading leaderboards: of the seats and teams of a class, and of a league."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.accounts.models import School, SchoolTeacher
from quiz.classroom.models import Classroom, ClassTeacher, Seat
from quiz.db import zone_of
from quiz.engine.leaderboards import Entry, Line, excerpt, placed, ranked, week_of
from quiz.leaderboards.freezing import frozen_totals
from quiz.leaderboards.models import WHOLE, ClassWeek, League, LeagueClass, SeatWeek

WEEKS_SHOWN = 8
TOP_CLASSES = 5

_Who = TypeVar("_Who")


class Measure(StrEnum):
    """What a board is ranked by."""

    ACCURACY = "accuracy"
    GAIN = "gain"


@dataclass(frozen=True, slots=True)
class Board(Generic[_Who]):
    """What a board shows.

    Attributes:
        first: the first rows, equals of the last one with it.
        near: one's own row with those just ahead, where it is not among the first.
        own: one's own row; None for who has none.
        others: how many classes or teams have too few participants for a rank.
        frozen_at: since when it stays as it is; None for a live one.
    """

    first: tuple[Line[_Who], ...]
    near: tuple[Line[_Who], ...]
    own: Line[_Who] | None
    others: tuple[Line[_Who], ...] = ()
    frozen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClassName:
    """A class as other classes see it; `school` is "" where its teacher named none."""

    name: str
    school: str


@dataclass(frozen=True, slots=True)
class Season:
    """A past week of a league, and who was in front."""

    week: date
    lines: tuple[Line[UUID], ...]


@dataclass(frozen=True, slots=True)
class LeagueBoards:
    """All boards of a league.

    Attributes:
        week: the running season.
        boards: of that week, by what they are ranked by.
        seasons: past weeks in which somebody was ranked, the latest first.
        names: of the classes that stand on them.
    """

    week: date
    boards: dict[Measure, Board[UUID]]
    seasons: tuple[Season, ...]
    names: dict[UUID, ClassName]


@dataclass(frozen=True, slots=True)
class SeatTotal:
    """What a seat brings into a week, as `SeatWeek` has it."""

    seat: Seat
    best: int
    gain: int | None


@dataclass(frozen=True, slots=True)
class SeatTotals:
    """All that the boards of a class in one week are made of."""

    seats: tuple[SeatTotal, ...]
    frozen_at: datetime | None = None


def this_week(session: Session, now: datetime) -> date:
    """The Monday on which the running season began."""
    return week_of(now, zone_of(session))


def weeks_before(week: date) -> tuple[date, ...]:
    """The past seasons that are shown, the latest first."""
    return tuple(week - timedelta(weeks=n) for n in range(1, WEEKS_SHOWN + 1))


def seat_totals(session: Session, classroom: Classroom, week: date) -> SeatTotals:
    """What the seats of a class bring into a week, or brought when it was frozen."""
    frozen = frozen_totals(session, week, class_id=classroom.id)
    if frozen.totals is not None:
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
    return SeatTotals(tuple(SeatTotal(*row) for row in session.execute(wanted)))


def seat_board(
    totals: SeatTotals, measure: Measure, own: Seat | None = None
) -> Board[UUID]:
    """The first seats of a class, and one's own with those just ahead.

    A seat that is hidden is on no board, its own neither, and leaves no gap.
    """
    found = [
        (total.seat.id, score)
        for total in totals.seats
        if not total.seat.is_hidden and (score := _score(total, measure)) is not None
    ]
    return _board(placed(found), own.id if own else None, totals.frozen_at)


def team_board(
    totals: SeatTotals, measure: Measure, own: Seat | None = None
) -> Board[int]:
    """The teams of a class; hidden seats count as everybody's."""
    teams: dict[int, list[float]] = defaultdict(list)
    for total in totals.seats:
        score = _score(total, measure)
        if total.seat.team is not None and score is not None:
            teams[total.seat.team].append(score)
    entries = [
        Entry(team, len(scores), sum(scores)) for team, scores in sorted(teams.items())
    ]
    return _board(ranked(entries), own.team if own else None, totals.frozen_at)


def league_boards(
    session: Session, league: League, now: datetime, own: UUID | None = None
) -> LeagueBoards:
    """This week's boards of a league, and who was in front before. Three queries.

    Args:
        session: where.
        league: which.
        now: in which week.
        own: the class whose row is shown with those just ahead of it.
    """
    week = this_week(session, now)
    weeks = _class_totals(session, league, (week, *weeks_before(week)))
    frozen = frozen_totals(session, week, league_id=league.id)
    running = weeks[week]
    if frozen.totals is not None:
        kept = {UUID(each): sums for each, sums in frozen.totals.items()}
        running = {each: kept[each] for each in running if each in kept}
    boards = {}
    for each in Measure:
        lines = ranked(_entries(running, each))
        boards[each] = _board(lines, own, frozen.frozen_at, TOP_CLASSES)
    found = []
    for past in weeks_before(week):
        lines = ranked(_entries(weeks[past], Measure.ACCURACY))
        first, _near = excerpt(_with_rank(lines), None)
        if first:
            found.append(Season(past, first))
    shown = [line for board in boards.values() for line in board.first + board.near]
    shown += [line for season in found for line in season.lines]
    names = _names(session, {line.who for line in shown})
    return LeagueBoards(week, boards, tuple(found), names)


def _board(
    lines: tuple[Line[_Who], ...],
    own: _Who | None,
    frozen_at: datetime | None,
    top: int = 3,
) -> Board[_Who]:
    first, near = excerpt(_with_rank(lines), own, top)
    mine = next((line for line in lines if own is not None and line.who == own), None)
    others = tuple(line for line in lines if line.rank is None)
    return Board(first, near, mine, others, frozen_at)


def _score(total: SeatTotal, measure: Measure) -> float | None:
    value = total.best if measure is Measure.ACCURACY else total.gain
    return None if value is None else value / WHOLE


def _names(session: Session, class_ids: set[UUID]) -> dict[UUID, ClassName]:
    wanted = (
        select(Classroom.id, Classroom.name, School.name)
        .outerjoin(
            ClassTeacher,
            (ClassTeacher.class_id == Classroom.id) & ClassTeacher.is_owner,
        )
        .outerjoin(SchoolTeacher, SchoolTeacher.user_id == ClassTeacher.user_id)
        .outerjoin(School, School.id == SchoolTeacher.school_id)
        .where(Classroom.id.in_(class_ids))
    )
    return {
        class_id: ClassName(name, school or "")
        for class_id, name, school in session.execute(wanted)
    }


def _with_rank(lines: tuple[Line[_Who], ...]) -> tuple[Line[_Who], ...]:
    return tuple(line for line in lines if line.rank is not None)


def _entries(totals: dict[UUID, Sequence[int]], measure: Measure) -> list[Entry[UUID]]:
    at = 0 if measure is Measure.ACCURACY else 2
    return [
        Entry(class_id, mine[at], mine[at + 1] / WHOLE)
        for class_id, mine in totals.items()
        if mine[at]
    ]


def _class_totals(
    session: Session, league: League, weeks: Sequence[date]
) -> dict[date, dict[UUID, Sequence[int]]]:
    wanted = (
        select(
            ClassWeek.week,
            ClassWeek.class_id,
            ClassWeek.participants,
            ClassWeek.best,
            ClassWeek.gainers,
            ClassWeek.gain,
        )
        .join(LeagueClass, LeagueClass.class_id == ClassWeek.class_id)
        .where(LeagueClass.league_id == league.id, ClassWeek.week.in_(weeks))
    )
    found: dict[date, dict[UUID, Sequence[int]]] = {week: {} for week in weeks}
    for week, class_id, *sums in session.execute(wanted):
        found[week][class_id] = sums
    return found
