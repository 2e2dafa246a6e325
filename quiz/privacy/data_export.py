"""All that is kept about one seat."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.classroom.models import AssignmentRound, Doubt, Seat, UsedAttempt
from quiz.classroom.seats import aliases
from quiz.leaderboards.models import SeatWeek
from quiz.play.models import Round
from quiz.progress.data_export import taken_along


def kept_about(session: Session, seat: Seat) -> dict[str, Any]:
    """The seat with its settings, doubts and rounds, as JSON; docs/json.md has it.

    It is the teacher who takes it along: how sure the pupil said to be is not in it.
    """
    rounds = select(Round.id).where(Round.player_id == seat.player_id)
    doubts = session.scalars(
        select(Doubt).where(Doubt.round_id.in_(rounds)).order_by(Doubt.raised_at)
    )
    deleted = select(func.coalesce(func.sum(UsedAttempt.number), 0)).where(
        UsedAttempt.seat_id == seat.id
    )
    weeks = select(SeatWeek).where(SeatWeek.seat_id == seat.id).order_by(SeatWeek.week)
    late = session.scalars(
        select(AssignmentRound).where(AssignmentRound.round_id.in_(rounds))
    )
    kept: dict[str, Any] = {"rounds": []}
    if seat.player_id is not None:
        kept = taken_along(session, seat.player_id, is_own=False)
    return kept | {
        "seat": {
            "number": seat.number,
            "alias": aliases.spoken(seat.alias, "de") if seat.alias else None,
            "team": seat.team,
            "is_off_leaderboards": seat.is_hidden,
            "time_factor": seat.time_factor,
            "large_type": seat.large_type,
            "less_motion": seat.less_motion,
            "easy_reading": seat.easy_reading,
        },
        "doubts": [
            {
                "raised_at": each.raised_at.isoformat(),
                "outcome": each.outcome,
                "reply": each.reply,
            }
            for each in doubts
        ],
        "rounds_of_assignments": len(late.all()),
        "deleted_rounds_of_assignments": session.scalar(deleted),
        "weeks": [
            {"week": each.week.isoformat(), "best": each.best, "gain": each.gain}
            for each in session.scalars(weeks)
        ],
    }
