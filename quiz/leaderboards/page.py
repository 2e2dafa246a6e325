"""What the boards of a class need, for its teachers, its pupils and the projector."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from quiz.classroom.models import Classroom, Seat
from quiz.classroom.teams import crests_of
from quiz.leaderboards import seasons, service
from quiz.leaderboards.board import Board, Measure
from quiz.leaderboards.seasons import Together
from quiz.leaderboards.service import SeatTotals


@dataclass(frozen=True, slots=True)
class ClassBoards:
    """All boards of a class in one week.

    Attributes:
        seats, teams: by what they are ranked by; empty where none are shown.
        last_teams: the teams in front the week before.
        crests: number of a team → its crest.
        aliases: seat → its alias.
    """

    week: date
    current: date
    past: tuple[date, ...]
    totals: SeatTotals
    seats: dict[Measure, Board[UUID]]
    teams: dict[Measure, Board[int]]
    last_teams: tuple[int, ...]
    crests: dict[int, str]
    aliases: dict[UUID, str | None]
    together: Together


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks at the boards of a class.

    Attributes:
        own: whose rows are shown with those just ahead.
        asked: the Monday of a past week; anything else is this week.
        as_frozen: False for the boards as they are by now.
    """

    own: Seat | None = None
    asked: str = ""
    as_frozen: bool = True


def class_boards(
    session: Session, classroom: Classroom, now: datetime, look: Look
) -> ClassBoards:
    """The boards of a class as somebody looks at them."""
    current = service.this_week(session, now)
    past = service.weeks_before(current)
    week = next((each for each in past if each.isoformat() == look.asked), current)
    totals = service.seat_totals(session, classroom, week, as_frozen=look.as_frozen)
    before = service.seat_totals(session, classroom, service.weeks_before(week)[0])
    crests = crests_of(session, classroom)
    last = service.team_board(before, Measure.ACCURACY)
    seats = {m: service.seat_board(totals, m, look.own, before) for m in Measure}
    teams = {m: service.team_board(totals, m, look.own, before) for m in Measure}
    return ClassBoards(
        week=week,
        current=current,
        past=past,
        totals=totals,
        seats=seats if classroom.shows_seats else {},
        teams=teams if crests else {},
        last_teams=tuple(each for each in last.winners if each in crests),
        crests=crests,
        aliases={each.id: each.alias for each in classroom.seats},
        together=seasons.together(session, classroom, week, now),
    )
