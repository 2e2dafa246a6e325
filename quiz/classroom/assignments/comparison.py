"""Before and after: two parallel forms of a set, and what changed between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from statistics import fmean
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.bank.offering import playing_of
from quiz.bank.service import set_of
from quiz.classroom.assignments.service import Terms, assign
from quiz.classroom.models import Assignment, AssignmentRound, Classroom, Seat
from quiz.engine.mastery.judging import Detection, detection
from quiz.engine.mastery.practice import Practice
from quiz.engine.parallel_forms import parallel_forms
from quiz.engine.pool import Pool
from quiz.engine.reporting import FEWEST_SEATS
from quiz.engine.rounds import Draw
from quiz.errors import Invalid
from quiz.events import answers_change, clearing_up, round_finished
from quiz.play.models import Round
from quiz.play.service import GRACE, is_complete
from quiz.progress.practice import played_by

STAGES = ("before", "after")
HELD = "held"


@dataclass(frozen=True, slots=True)
class Side:
    """How the class did in one of both rounds.

    Attributes:
        share: mean over the seats that played both, 0–1.
        detection: d′ and criterion; None with too few attributions.
    """

    share: float
    detection: Detection | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed; only of the class, never of a seat.

    Attributes:
        seats: how many have played both.
        before, after: None with fewer than five seats.
        gain: normalised, (after − before) / (1 − before); None where before was all.
    """

    seats: int
    before: Side | None = None
    after: Side | None = None
    gain: float | None = None


def listen() -> None:
    """Tell pupils both rounds once the second one is done, or over."""
    round_finished.connect(_tell_when_both_are_done)
    clearing_up.connect(release)


def compare(
    session: Session,
    actor: Actor,
    classroom: Classroom,
    terms: Terms,
    when: tuple[datetime, datetime],
) -> tuple[Assignment, Assignment]:
    """Give the class both rounds.

    Args:
        session: where.
        actor: who teaches the class.
        classroom: which.
        terms: the set, and from when until when; the rest does not count.
        when: from when the second round can be played, and now.

    Raises:
        NotFound, Invalid: as `assign`; Invalid: "too_few_for_forms" with `needed`.
    """
    again_at, now = when
    played = set_of(session, actor, terms.set_id)
    playing = playing_of(session, played)
    parallel_forms(playing.in_order, 0, whole=playing.offer.is_whole)
    if again_at <= terms.opens_at:
        raise Invalid("assignment_window")
    held = {"set_id": terms.set_id, "mode": "test", "attempts": 1}
    first = Terms(**held, opens_at=terms.opens_at, due_at=again_at)  # type: ignore[arg-type]
    second = Terms(**held, opens_at=again_at, due_at=terms.due_at)  # type: ignore[arg-type]
    pair, both = uuid4(), []
    for stage, each in zip(STAGES, (first, second), strict=True):
        made = assign(session, actor, classroom, each, now)
        made.comparison_id, made.stage, made.feedback = pair, stage, HELD
        both.append(made)
    session.flush()
    return both[0], both[1]


def form_for(session: Session, seat: Seat, assignment: Assignment) -> Draw | None:
    """The questions that this seat has at this stage; None where there are none now."""
    is_first = (seat.number % 2 == 1) is (assignment.stage == STAGES[0])
    forms = _forms_of(session, assignment)
    return forms and forms[0 if is_first else 1]


def has_forms(session: Session, assignment: Assignment) -> bool:
    """Whether both rounds can still be made; what is left out later can end that."""
    return _forms_of(session, assignment) is not None


def _forms_of(session: Session, assignment: Assignment) -> tuple[Draw, Draw] | None:
    """Both rounds, dealt out once and then remembered."""
    playing = playing_of(session, assignment.question_set)
    chosen = assignment.comparison_id or assignment.id
    return _dealt(
        playing.pool, tuple(playing.items), chosen.int, playing.offer.is_whole
    )


@lru_cache(maxsize=64)
def _dealt(
    pool: Pool, order: tuple[str, ...], seed: int, whole: bool
) -> tuple[Draw, Draw] | None:
    by_id = {question.id: question for question in pool.questions}
    try:
        return parallel_forms([by_id[each] for each in order], seed, whole=whole)
    except Invalid:
        return None


def comparison_of(session: Session, assignment: Assignment) -> Comparison:
    """What changed between the rounds of the seats that have played both."""
    rounds = _rounds_of(session, assignment)
    by_player: dict[UUID, dict[str, list[Practice]]] = {}
    for stage in STAGES:
        wanted = Round.id.in_(rounds[stage])
        for each in played_by(session, wanted, None):
            own = by_player.setdefault(each.player_id, {})
            own.setdefault(stage, []).append(each.practice)
    both = [own for own in by_player.values() if len(own) == len(STAGES)]
    if len(both) < FEWEST_SEATS:
        return Comparison(len(both))
    before, after = (_side([own[stage] for own in both]) for stage in STAGES)
    room = 1 - before.share
    gain = (after.share - before.share) / room if room > 0 else None
    return Comparison(len(both), before, after, gain)


def release(session: Session, now: datetime) -> int:
    """Tell the rounds whose second one can be played no longer; gives how many."""
    over = select(Assignment.comparison_id).where(
        Assignment.stage == "after", Assignment.due_at < now - GRACE
    )
    return _tell(session, Assignment.comparison_id.in_(over))


def _tell_when_both_are_done(
    session: Session, *, player_id: UUID, round_id: UUID, **_also: object
) -> None:
    link = session.get(AssignmentRound, round_id)
    if link is None:
        return
    pair = session.get_one(Assignment, link.assignment_id).comparison_id
    if pair is None:
        return
    done = session.scalars(
        select(Round)
        .join(AssignmentRound, AssignmentRound.round_id == Round.id)
        .join(Assignment, Assignment.id == AssignmentRound.assignment_id)
        .where(
            Assignment.comparison_id == pair,
            Round.player_id == player_id,
            is_complete(),
        )
    ).all()
    if len(done) == len(STAGES):
        for each in done:
            each.feedback = "end"
        session.flush()
        answers_change.send(session, player_ids=[player_id])


def _tell(session: Session, which: ColumnElement[bool]) -> int:
    held = session.scalars(
        select(Round)
        .join(AssignmentRound, AssignmentRound.round_id == Round.id)
        .join(Assignment, Assignment.id == AssignmentRound.assignment_id)
        .where(which, Round.feedback == HELD)
    ).all()
    for each in held:
        each.feedback = "end"
    session.flush()
    answers_change.send(session, player_ids=[each.player_id for each in held])
    return len(held)


def _rounds_of(session: Session, assignment: Assignment) -> dict[str, Sequence[UUID]]:
    """Stage → the rounds that are complete."""
    found: dict[str, Sequence[UUID]] = {}
    for stage in STAGES:
        wanted = (
            select(Round.id)
            .join(AssignmentRound, AssignmentRound.round_id == Round.id)
            .join(Assignment, Assignment.id == AssignmentRound.assignment_id)
            .where(
                Assignment.comparison_id == assignment.comparison_id,
                Assignment.stage == stage,
                is_complete(),
            )
        )
        found[stage] = session.scalars(wanted).all()
    return found


def _side(seats: list[list[Practice]]) -> Side:
    shares = [fmean(each.share for each in own) for own in seats]
    pooled = [
        Practice(
            each.skill, each.share, each.when, f"{at} {each.item}", trial=each.trial
        )
        for at, own in enumerate(seats)
        for each in own
    ]
    return Side(fmean(shares), detection(pooled))
