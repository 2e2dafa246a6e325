"""What a seat has to play, and playing it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.bank.offering import Playing, offer_of, playing_of
from quiz.classroom.assignments.comparison import form_for, has_forms
from quiz.classroom.assignments.used_attempts import deleted_of
from quiz.classroom.models import Assignment, AssignmentRound, Seat
from quiz.engine.rounds import Draw
from quiz.errors import Conflict, NotFound
from quiz.play import starting
from quiz.play.models import Answer, Player, Round, RoundItem, answers_item


class Stage(StrEnum):
    """Where an assignment stands for one seat.

    "unplayable": its set has no round any more.
    """

    WAITING = "waiting"
    OPEN = "open"
    BEGUN = "begun"
    LATE = "late"
    OVER = "over"
    UNPLAYABLE = "unplayable"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One round of a seat for an assignment.

    Attributes:
        share: how much of all its questions is right so far, 0–1.
        is_done: all of them are answered.
        is_held: nothing of it is told before another round is over, too.
    """

    round_id: UUID
    share: float
    is_done: bool
    is_late: bool
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """An assignment as a seat has it.

    Attributes:
        stage: what can be done with it now.
        attempts: the rounds so far, the first one first.
        deleted: how many more were begun whose rounds the pupil has deleted.
        best: the best share of those that are over and told; None before.
        is_reached: the goal is reached; None where there is none.
    """

    assignment: Assignment
    stage: Stage
    attempts: tuple[Attempt, ...]
    deleted: int
    best: float | None
    is_reached: bool | None

    @property
    def begun(self) -> int:
        """How many rounds of it were begun, those that are deleted, too."""
        return len(self.attempts) + self.deleted


def dues_of(session: Session, seat: Seat, now: datetime) -> tuple[Due, ...]:
    """What a seat has to play, what is due first; what is over, last."""
    wanted = select(Assignment).where(Assignment.class_id == seat.class_id)
    found = [due_of(session, seat, each, now) for each in session.scalars(wanted)]
    ranks = {stage: rank for rank, stage in enumerate(_ORDER)}
    return tuple(
        sorted(
            found,
            key=lambda due: (
                ranks[due.stage],
                due.assignment.due_at is None,
                due.assignment.due_at or due.assignment.opens_at,
                str(due.assignment.id),
            ),
        )
    )


def due_of(session: Session, seat: Seat, assignment: Assignment, now: datetime) -> Due:
    """One assignment as a seat has it."""
    attempts = _attempts(session, seat, assignment)
    is_shut = assignment.due_at is not None and now > assignment.due_at
    over = [each for each in attempts if each.is_done or (is_shut and not each.is_late)]
    told = [each for each in over if not each.is_held]
    best = max((each.share for each in told), default=None)
    goal, deleted = assignment.goal, deleted_of(session, seat, assignment)
    is_open = len(attempts) > len(over)
    stage = _stage(assignment, len(attempts) + deleted, now, is_open=is_open)
    if stage in (Stage.OPEN, Stage.LATE) and not is_playable(session, assignment):
        stage = Stage.UNPLAYABLE
    return Due(
        assignment=assignment,
        stage=stage,
        attempts=attempts,
        deleted=deleted,
        best=best,
        is_reached=None if goal is None else best is not None and best >= goal,
    )


def begin(
    session: Session, seat: Seat, assignment_id: UUID, seed: int, now: datetime
) -> Round:
    """The round that was begun and is not over, else a new one.

    Raises:
        NotFound: the class has no such assignment, or nobody sits there any more.
        Conflict: "not_open_yet", "no_attempt_left", "assignment_over",
            "not_playable_now".
    """
    assignment = session.get(Assignment, assignment_id)
    if assignment is None or assignment.class_id != seat.class_id:
        raise NotFound("assignment")
    # What takes long comes before the seat, and with it the database, is locked.
    beginning = starting.Beginning(seed, now)
    playing = playing_of(session, assignment.question_set)
    draw = _drawn(session, seat, assignment, (playing, beginning))
    session.refresh(seat, with_for_update=True)  # a double click begins one round
    player = session.get(Player, seat.player_id) if seat.player_id else None
    if player is None:
        raise NotFound("no_seat")
    due = due_of(session, seat, assignment, now)
    is_late = assignment.due_at is not None and now > assignment.due_at
    open_round = _open_round(due, is_late=is_late)
    if open_round is not None:
        return session.get_one(Round, open_round)
    if assignment.stage and draw is not None:
        started = starting.begin_form(session, player.id, playing, beginning, draw)
    else:
        started = starting.begin(session, player.id, playing, beginning, draw)
    started.feedback = assignment.feedback
    started.closes_at = None if is_late else assignment.due_at
    # A round of the same set that nobody has touched may be another assignment's.
    link = session.get(AssignmentRound, started.id)
    link = link or AssignmentRound(round_id=started.id)
    link.assignment_id, link.is_late = assignment.id, is_late
    session.add(link)
    session.flush()
    return started


def _drawn(
    session: Session,
    seat: Seat,
    assignment: Assignment,
    chance: tuple[Playing, starting.Beginning],
) -> Draw | None:
    """What a new round would ask; None where there can be none now."""
    form = form_for(session, seat, assignment) if assignment.stage else None
    playing, beginning = chance
    if form is not None or not playing.offer.is_playable:
        return form
    return starting.drawn(session, seat.player_id, playing, beginning)


def _open_round(due: Due, *, is_late: bool) -> UUID | None:
    """The round that was begun and can go on; None where a new one can begin.

    Raises:
        Conflict: as `begin`.
    """
    if due.stage is Stage.WAITING:
        raise Conflict("not_open_yet")
    if due.stage is Stage.UNPLAYABLE:
        raise Conflict("not_playable_now")
    for attempt in due.attempts:
        if not attempt.is_done and (attempt.is_late or not is_late):
            return attempt.round_id
    if due.stage is Stage.OVER:
        raise Conflict("assignment_over" if is_late else "no_attempt_left")
    return None


def is_playable(session: Session, assignment: Assignment) -> bool:
    """Whether a round of it can be begun, as far as its set is concerned."""
    if assignment.stage is not None:
        return has_forms(session, assignment)
    return offer_of(session, assignment.question_set).is_playable


_ORDER = (
    *(Stage.BEGUN, Stage.OPEN, Stage.LATE),
    *(Stage.UNPLAYABLE, Stage.WAITING, Stage.OVER),
)


def _stage(
    assignment: Assignment, begun: int, now: datetime, *, is_open: bool
) -> Stage:
    """Where it stands with so many rounds begun, one of them perhaps still open."""
    if now < assignment.opens_at:
        return Stage.WAITING
    if is_open:
        return Stage.BEGUN
    if assignment.attempts is not None and begun >= assignment.attempts:
        return Stage.OVER
    if assignment.due_at is None or now <= assignment.due_at:
        return Stage.OPEN
    return Stage.LATE if assignment.takes_late and not begun else Stage.OVER


def _attempts(
    session: Session, seat: Seat, assignment: Assignment
) -> tuple[Attempt, ...]:
    wanted = (
        select(
            Round.id,
            func.coalesce(func.sum(Answer.share), 0.0),
            func.count(RoundItem.number),
            func.count(Answer.number),
            AssignmentRound.is_late,
            Round.feedback,
        )
        .join(AssignmentRound, AssignmentRound.round_id == Round.id)
        .join(RoundItem, RoundItem.round_id == Round.id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .outerjoin(Answer, answers_item())
        .where(
            AssignmentRound.assignment_id == assignment.id,
            Round.player_id == seat.player_id,
            BankItem.counts,
        )
        .group_by(Round.id, Round.started_at, AssignmentRound.is_late, Round.feedback)
        .order_by(Round.started_at, Round.id)
    )
    return tuple(
        Attempt(round_id, total / asked, asked == answered, is_late, told == "held")
        for round_id, total, asked, answered, is_late, told in session.execute(wanted)
    )
