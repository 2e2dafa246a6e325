"""Giving a class a set to play."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.bank.models import QuestionSet
from quiz.bank.offering import must_be_playable, offer_of
from quiz.bank.service import set_of
from quiz.classroom.models import (
    MODES,
    Assignment,
    AssignmentRound,
    Classroom,
)
from quiz.classroom.service import taught_by
from quiz.errors import Invalid, NotFound
from quiz.play.models import Round

MOST_ATTEMPTS = 20
FEEDBACKS = ("each", "end")


@dataclass(frozen=True, slots=True)
class Terms:
    """Which set is played, and how; `Assignment` says what it means."""

    set_id: UUID
    mode: str
    opens_at: datetime
    due_at: datetime | None = None
    takes_late: bool = False
    attempts: int | None = None
    feedback: str = "each"
    goal: float | None = None


def assign(
    session: Session,
    actor: Actor,
    classroom: Classroom,
    terms: Terms,
    now: datetime,
) -> Assignment:
    """Give the class a set that this teacher may play.

    Raises:
        NotFound: there is no such set, or it is somebody else's.
        Invalid: "assignment_terms": a mode, feedback, goal or number there is not;
            "assignment_window": it ends before it begins; "not_playable": there is
            no round of the set.
    """
    played = set_of(session, actor, terms.set_id)
    _check(terms)
    must_be_playable(offer_of(session, played))
    made = Assignment(
        class_id=classroom.id,
        set_id=played.id,
        mode=terms.mode,
        opens_at=terms.opens_at,
        due_at=terms.due_at,
        takes_late=terms.takes_late,
        attempts=terms.attempts,
        feedback=terms.feedback,
        goal=terms.goal,
        created_at=now,
    )
    session.add(made)
    session.flush()
    return made


def assignments_of(session: Session, classroom: Classroom) -> Sequence[Assignment]:
    """What the class has to play, the latest first."""
    wanted = (
        select(Assignment)
        .where(Assignment.class_id == classroom.id)
        .order_by(Assignment.opens_at.desc(), Assignment.id)
    )
    return session.scalars(wanted).all()


def assignment_of(session: Session, actor: Actor, assignment_id: UUID) -> Assignment:
    """One assignment of a class that one teaches.

    Raises:
        NotFound: there is none.
    """
    wanted = select(Assignment).where(
        Assignment.id == assignment_id, taught_by(actor, Assignment.class_id)
    )
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound("assignment")
    return found


def prolong(session: Session, assignment: Assignment, due_at: datetime | None) -> None:
    """Let it last until then; rounds that have begun, too.

    Raises:
        Invalid: "assignment_window".
    """
    if due_at is not None and due_at <= assignment.opens_at:
        raise Invalid("assignment_window")
    assignment.due_at = due_at
    begun = (
        select(Round)
        .join(AssignmentRound, AssignmentRound.round_id == Round.id)
        .where(AssignmentRound.assignment_id == assignment.id, ~AssignmentRound.is_late)
    )
    for each in session.scalars(begun):
        each.closes_at = due_at
    session.flush()


def newer_version_of(session: Session, assignment: Assignment) -> QuestionSet | None:
    """The newest published version of its set; None where it has that."""
    newest = assignment.question_set
    while (following := _following(session, newest)) is not None:
        newest = following
    return newest if newest is not assignment.question_set else None


def move_over(session: Session, assignment: Assignment) -> None:
    """Have rounds that begin from now on play the newest version.

    Raises:
        Invalid: "not_playable".
    """
    newest = newer_version_of(session, assignment)
    if newest is not None:
        must_be_playable(offer_of(session, newest))
        assignment.question_set = newest
        session.flush()


def withdraw(session: Session, assignment: Assignment) -> None:
    """Take it back; rounds that were played stay at their seats, without a limit."""
    played = (
        select(Round)
        .join(AssignmentRound, AssignmentRound.round_id == Round.id)
        .where(AssignmentRound.assignment_id == assignment.id)
    )
    for each in session.scalars(played):
        each.closes_at, each.feedback = None, "each"
    session.delete(assignment)
    session.flush()


def _check(terms: Terms) -> None:
    fits = (
        terms.mode in MODES
        and terms.feedback in FEEDBACKS
        and (terms.goal is None or 0 < terms.goal <= 1)
        and (terms.attempts is None or 1 <= terms.attempts <= MOST_ATTEMPTS)
    )
    if not fits:
        raise Invalid("assignment_terms")
    if terms.due_at is not None and terms.due_at <= terms.opens_at:
        raise Invalid("assignment_window")


def _following(session: Session, of: QuestionSet) -> QuestionSet | None:
    wanted = select(QuestionSet).where(
        QuestionSet.previous_id == of.id, QuestionSet.published_at.is_not(None)
    )
    return session.scalars(wanted).one_or_none()
