"""What a round that was just played did for the team and the class of its seat."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.classroom.models import Seat
from quiz.classroom.teams import crest_of_seat
from quiz.engine.leaderboards import Line
from quiz.leaderboards import seasons, service
from quiz.leaderboards.board import Measure
from quiz.leaderboards.models import CountedRound
from quiz.leaderboards.seasons import Together
from quiz.play.models import Answer


@dataclass(frozen=True, slots=True)
class Contest:
    """What came of a round.

    Attributes:
        counts: whether enough of its questions were new to the seat.
        is_best: whether it is the best of the seat's week, which is what counts.
        team: how the team of the seat stands; None where there are no teams.
        rank: of that team, where it is in the first half.
        crest: of that team.
        together: what the class has reached of its common goal.
    """

    counts: bool
    is_best: bool
    team: Line[int] | None
    rank: int | None
    crest: str | None
    together: Together


def contest_after(
    session: Session, seat: Seat, round_id: UUID, now: datetime
) -> Contest | None:
    """What the round did for the boards of this week; None where it is of another."""
    week = service.this_week(session, now)
    answered = select(func.max(Answer.answered_at)).where(Answer.round_id == round_id)
    ended = session.scalar(answered)
    if ended is None or service.this_week(session, ended) != week:
        return None
    totals = service.seat_totals(session, seat.classroom, week)
    counted = session.get(CountedRound, round_id)
    mine = counted is not None and counted.seat_id == seat.id
    best = next((each.best for each in totals.seats if each.seat.id == seat.id), None)
    board = service.team_board(totals, Measure.ACCURACY, seat)
    rank = board.own.rank if board.own else None
    return Contest(
        counts=mine,
        is_best=mine and counted is not None and counted.share == best,
        team=board.own,
        rank=rank if rank is not None and rank <= board.told else None,
        crest=crest_of_seat(session, seat),
        together=seasons.together(session, seat.classroom, week, now),
    )
