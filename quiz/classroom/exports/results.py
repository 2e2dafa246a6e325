"""What each seat has reached: how many rounds, the best one, its points."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.classroom.assignments.standing import due_of
from quiz.classroom.models import Assignment, Classroom, Seat
from quiz.engine.scoring import RoundScore, score_round
from quiz.play.models import Answer, Round, RoundItem, answers_item


@dataclass(frozen=True, slots=True)
class Result:
    """One seat.

    Attributes:
        rounds: how many it began; of an assignment those that were deleted, too.
        best: the best round of those that are over and told; None before.
        share: how much of it is right, 0–1.
        is_late: a round of it began after the time; False where there is none.
        is_reached: the goal is reached; None where there is none.
    """

    number: int
    rounds: int
    best: RoundScore | None
    share: float | None
    is_late: bool = False
    is_reached: bool | None = None


@dataclass(frozen=True, slots=True)
class _Played:
    """A round of a seat, and whether it is held back until another one is over."""

    score: RoundScore
    share: float
    is_held: bool

    @property
    def is_over(self) -> bool:
        return self.score.answered == self.score.questions


def results_of(
    session: Session, classroom: Classroom, assignment: Assignment | None, now: datetime
) -> tuple[Result, ...]:
    """All seats in their order: of all that was played, or of one assignment."""
    rounds = _rounds_of(session, classroom)
    return tuple(
        _of_all(seat, rounds.get(seat.player_id, {}).values())
        if assignment is None
        else _of_one(session, seat, assignment, (rounds, now))
        for seat in classroom.seats
    )


def _of_all(seat: Seat, played: Iterable[_Played]) -> Result:
    told = [each for each in played if not each.is_held]
    over = [each for each in told if each.is_over]
    best = max(over, key=lambda each: each.share, default=None)
    share = best.share if best else None
    return Result(seat.number, len(told), best.score if best else None, share)


def _of_one(
    session: Session,
    seat: Seat,
    assignment: Assignment,
    known: tuple[dict[UUID | None, dict[UUID, _Played]], datetime],
) -> Result:
    rounds, now = known
    due = due_of(session, seat, assignment, now)
    own = rounds.get(seat.player_id, {})
    scores = [
        own[each.round_id].score
        for each in due.attempts
        if not each.is_held and each.share == due.best
    ]
    return Result(
        number=seat.number,
        rounds=due.begun,
        best=scores[0] if scores and due.best is not None else None,
        share=due.best,
        is_late=any(each.is_late for each in due.attempts),
        is_reached=due.is_reached,
    )


def _rounds_of(
    session: Session, classroom: Classroom
) -> dict[UUID | None, dict[UUID, _Played]]:
    """Player → round → how it went; questions that count for nobody are left out."""
    asked = (
        select(Round.player_id, Round.id, Round.feedback, func.count())
        .join(Seat, Seat.player_id == Round.player_id)
        .join(RoundItem, RoundItem.round_id == Round.id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .where(Seat.class_id == classroom.id, BankItem.counts)
        .group_by(Round.player_id, Round.id, Round.feedback)
    )
    given = (
        select(Answer.round_id, Answer.share)
        .join(RoundItem, answers_item())
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .join(Round, Round.id == Answer.round_id)
        .join(Seat, Seat.player_id == Round.player_id)
        .where(Seat.class_id == classroom.id, BankItem.counts)
    )
    shares: dict[UUID, list[float]] = {}
    for round_id, share in session.execute(given):
        shares.setdefault(round_id, []).append(share)
    found: dict[UUID | None, dict[UUID, _Played]] = {}
    for player_id, round_id, feedback, questions in session.execute(asked):
        given_shares = shares.get(round_id, [])
        score, share = score_round(given_shares, questions), sum(given_shares)
        own = found.setdefault(player_id, {})
        own[round_id] = _Played(score, share / questions, feedback == "held")
    return found
