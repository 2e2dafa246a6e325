"""How a player is doing: rounds and skills, derived from the answers."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, ScalarSelect, func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.mastery import Mastery, Practice, masteries
from quiz.engine.questions.question import QuestionKind, Skill
from quiz.engine.scoring import RoundScore, score_round
from quiz.play.models import Answer, Round, RoundItem
from quiz.play.sheets import tells_by

# A row of several columns.
Facts = Row[*tuple[Any, ...]]

ROUNDS_SHOWN = 20
"""Fits a page and a chart; accuracy still counts every answer ever given."""


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """A round with at least one answer.

    Attributes:
        began_at: when it began.
        accuracy: of each skill practised so far, 0–1, over the latest answers
            up to the end of this round.
    """

    round_id: uuid.UUID
    title: str
    began_at: datetime
    score: RoundScore
    accuracy: dict[Skill, float]

    @property
    def is_finished(self) -> bool:
        """Whether all its questions are answered."""
        return self.score.answered == self.score.questions


@dataclass(frozen=True, slots=True)
class Progress:
    """All of one player.

    Attributes:
        rounds: the latest ones, oldest first.
        skills: every skill, those without answers too.
        rounds_played: how many there are in all.
    """

    rounds: tuple[PlayedRound, ...]
    skills: tuple[Mastery, ...]
    rounds_played: int


def progress_of(session: Session, player_id: uuid.UUID, now: datetime) -> Progress:
    """What a player has played and how well, as far as it is told. Two queries."""
    answers = _answers_of(session, player_id, now)
    skills = masteries(
        Practice(Skill(row.skill), row.share, row.answered_at) for row in answers
    )
    by_round: dict[uuid.UUID, list[Facts]] = defaultdict(list)
    for row in answers:
        by_round[row.round_id].append(row)
    found = session.execute(
        select(Round.id, QuestionSet.title, Round.started_at, _counted())
        .join(QuestionSet, QuestionSet.id == Round.set_id)
        .where(Round.player_id == player_id)
        .order_by(Round.started_at, Round.id)
    )
    begun = [row for row in found if row.id in by_round]
    played = tuple(
        _played(row, by_round[row.id], skills) for row in begun[-ROUNDS_SHOWN:]
    )
    return Progress(played, skills, len(begun))


def _counted() -> ScalarSelect[int]:
    """How many questions of a round can be right or wrong."""
    return (
        select(func.count())
        .select_from(RoundItem)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .where(RoundItem.round_id == Round.id, BankItem.kind != QuestionKind.POLL.value)
        .correlate(Round)
        .scalar_subquery()
    )


def _answers_of(
    session: Session, player_id: uuid.UUID, now: datetime
) -> Sequence[Facts]:
    wanted = (
        select(
            Answer.round_id,
            Answer.share,
            Answer.answered_at,
            BankItem.body["skill"].as_string().label("skill"),
        )
        .join(Round, Round.id == Answer.round_id)
        .join(
            RoundItem,
            (RoundItem.round_id == Answer.round_id)
            & (RoundItem.number == Answer.number),
        )
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .where(
            Round.player_id == player_id,
            BankItem.kind != QuestionKind.POLL.value,
            tells_by(now),
        )
        .order_by(Answer.answered_at, Answer.number)
    )
    return session.execute(wanted).all()


def _played(
    row: Facts, answers: Sequence[Facts], skills: Sequence[Mastery]
) -> PlayedRound:
    round_id, title, began_at, questions = row
    return PlayedRound(
        round_id=round_id,
        title=title,
        began_at=began_at,
        score=score_round([each.share for each in answers], questions),
        accuracy=_accuracy_at(answers[-1].answered_at, skills),
    )


def _accuracy_at(moment: datetime, skills: Sequence[Mastery]) -> dict[Skill, float]:
    """Of each skill that had been practised by then."""
    found = {}
    for mastery in skills:
        for step in mastery.course:
            if step.when <= moment:
                found[mastery.skill] = step.accuracy
    return found
