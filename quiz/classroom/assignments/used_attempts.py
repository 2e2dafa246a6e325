"""Attempts that stay used when their rounds are deleted."""

from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from quiz.classroom.models import Assignment, AssignmentRound, Seat, UsedAttempt
from quiz.events import answers_leave
from quiz.play.models import Round


def listen() -> None:
    """Hear from now on that the rounds of a player go."""
    answers_leave.connect(_keep)


def deleted_of(session: Session, seat: Seat, assignment: Assignment) -> int:
    """How many rounds the seat began for it that are deleted since."""
    mark = session.get(UsedAttempt, (assignment.id, seat.id))
    return mark.number if mark else 0


def _keep(session: Session, *, of: str, id: UUID) -> None:
    """Count what is about to go, where the number of rounds is limited.

    Whoever comes late has one round where nothing else limits it.
    """
    if of != "player":
        return
    wanted = select(Seat).where(Seat.player_id == id).with_for_update()
    seat = session.scalars(wanted).one_or_none()
    if seat is None:
        return
    begun = (
        select(AssignmentRound.assignment_id, func.count())
        .join(Assignment, Assignment.id == AssignmentRound.assignment_id)
        .join(Round, Round.id == AssignmentRound.round_id)
        .where(
            Round.player_id == id,
            Assignment.class_id == seat.class_id,
            or_(Assignment.attempts.is_not(None), Assignment.takes_late),
        )
        .group_by(AssignmentRound.assignment_id)
    )
    for assignment_id, number in session.execute(begun).all():
        _add(session, assignment_id, seat.id, number)
    session.flush()


def _add(session: Session, assignment_id: UUID, seat_id: UUID, number: int) -> None:
    mark = session.get(UsedAttempt, (assignment_id, seat_id))
    if mark is None:
        mark = UsedAttempt(assignment_id=assignment_id, seat_id=seat_id, number=0)
        session.add(mark)
    mark.number += number
