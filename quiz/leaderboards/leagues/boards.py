"""Reading the boards of a league: this week, and who was in front before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.accounts.models import School, SchoolTeacher
from quiz.classroom.models import Classroom, ClassTeacher
from quiz.engine.leaderboards import Entry, Line, ranked
from quiz.engine.season import MOST_ALIKE, alike
from quiz.leaderboards.board import Board, Measure, made
from quiz.leaderboards.freezing import frozen_totals
from quiz.leaderboards.models import WHOLE, ClassWeek, League, LeagueClass
from quiz.leaderboards.service import this_week, weeks_before

TOP_CLASSES = 5
WEEKS_ALIKE = 4
"""So many past seasons tell which classes are alike."""

_Totals = Mapping[UUID, Sequence[int]]


@dataclass(frozen=True, slots=True)
class ClassName:
    """A class as other classes see it; `school` is "" where its teacher named none."""

    name: str
    school: str
    crest: str


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
        equals: how many classes one's own is compared with, where the league is so
            large that the boards are of those that are alike; None where of all.
        own_mean: of one's own class, not drawn towards the mean of all; by measure.
        seasons: past weeks in which somebody was ranked, the latest first.
        names: of the classes that stand on them.
    """

    week: date
    boards: dict[Measure, Board[UUID]]
    equals: int | None
    own_mean: dict[Measure, float]
    seasons: tuple[Season, ...]
    names: dict[UUID, ClassName]

    @property
    def winners(self) -> tuple[UUID, ...]:
        """Who was in front the week before; nobody where nobody had a rank."""
        if not self.seasons or self.seasons[0].week != weeks_before(self.week)[0]:
            return ()
        return tuple(line.who for line in self.seasons[0].lines if line.rank == 1)


def league_boards(
    session: Session,
    league: League,
    now: datetime,
    own: UUID | None = None,
    *,
    as_frozen: bool = True,
) -> LeagueBoards:
    """This week's boards of a league, and who was in front before. Four queries.

    Args:
        session: where.
        league: which.
        now: in which week.
        own: the class whose row is shown with those just ahead of it.
        as_frozen: False for the boards as they are by now.
    """
    week = this_week(session, now)
    weeks = _class_totals(session, league, (week, *weeks_before(week)))
    frozen = frozen_totals(session, week, league_id=league.id)
    running: _Totals = weeks[week]
    if frozen.totals is not None and as_frozen:
        kept = {UUID(each): sums for each, sums in frozen.totals.items()}
        running = {each: kept[each] for each in running if each in kept}
    equals = _equals(session, league, weeks, own)
    boards = {}
    for each in Measure:
        lines, before = (
            ranked(_entries(_of(totals, equals), each))
            for totals in (running, weeks[weeks_before(week)[0]])
        )
        boards[each] = made(lines, before, own, frozen.frozen_at, TOP_CLASSES)
    found = _seasons(weeks, week)
    shown = [line for board in boards.values() for line in board.first + board.near]
    shown += [line for season in found for line in season.lines]
    return LeagueBoards(
        week=week,
        boards=boards,
        equals=len(equals) if equals else None,
        own_mean=_means(running, own),
        seasons=found,
        names=_names(session, {line.who for line in shown}),
    )


def _equals(
    session: Session,
    league: League,
    weeks: Mapping[date, _Totals],
    own: UUID | None,
) -> tuple[UUID, ...]:
    """The classes like one's own, in a league too large for one board; else nobody."""
    wanted = select(LeagueClass.class_id).where(LeagueClass.league_id == league.id)
    everybody = sorted(session.scalars(wanted).all(), key=str)
    if len(everybody) <= MOST_ALIKE or own not in everybody:
        return ()
    sums: dict[UUID, list[int]] = {}
    for past in sorted(weeks, reverse=True)[1 : 1 + WEEKS_ALIKE]:
        for class_id, (participants, best, *_gain) in weeks[past].items():
            known = sums.setdefault(class_id, [0, 0])
            known[0] += participants
            known[1] += best
    before = {each: best / (count * WHOLE) for each, (count, best) in sums.items()}
    groups = alike(everybody, before)
    return next(group for group in groups if own in group)


def _of(totals: _Totals, equals: tuple[UUID, ...]) -> _Totals:
    return {each: totals[each] for each in totals if not equals or each in equals}


def _seasons(weeks: Mapping[date, _Totals], week: date) -> tuple[Season, ...]:
    found = []
    for past in weeks_before(week):
        lines = ranked(_entries(weeks[past], Measure.ACCURACY))
        first = made(lines).first
        if first:
            found.append(Season(past, first))
    return tuple(found)


def _means(totals: _Totals, own: UUID | None) -> dict[Measure, float]:
    mine = {own: totals[own]} if own is not None and own in totals else {}
    found = {}
    for each in Measure:
        for entry in _entries(mine, each):
            found[each] = entry.total / entry.participants
    return found


def _names(session: Session, class_ids: set[UUID]) -> dict[UUID, ClassName]:
    wanted = (
        select(Classroom, School.name)
        .outerjoin(
            ClassTeacher,
            (ClassTeacher.class_id == Classroom.id) & ClassTeacher.is_owner,
        )
        .outerjoin(SchoolTeacher, SchoolTeacher.user_id == ClassTeacher.user_id)
        .outerjoin(School, School.id == SchoolTeacher.school_id)
        .where(Classroom.id.in_(class_ids))
    )
    return {
        found.id: ClassName(found.name, school or "", found.emblem)
        for found, school in session.execute(wanted)
    }


def _entries(totals: _Totals, measure: Measure) -> list[Entry[UUID]]:
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
