"""What players have practised, read from their answers for the engine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, bindparam, select
from sqlalchemy.orm import Session

from quiz.bank.kept_questions import BODY, MENDED, question_from
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.mastery.practice import Practice, chance_by
from quiz.engine.questions.question import QuestionKind, Skill
from quiz.engine.questions.registry import kind_of
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.service import TELLS, told_by
from quiz.progress.models import ItemDifficulty


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What learning needs to know of a question; a published one never changes.

    `key` is the same in every version and copy of its set.
    """

    key: str
    skill: Skill
    article: str
    difficulty: float
    chance: float
    trial: bool | None


@dataclass(frozen=True, slots=True)
class Played:
    """An answer: whose, in which round, and as the engine looks at it."""

    player_id: UUID
    round_id: UUID
    began_at: datetime
    practice: Practice


# What is known of questions that were answered lately, by item and the item that asks
# it rightly, where it was put right.
_FACTS: dict[tuple[UUID, UUID | None], ItemFacts] = {}
_MOST_FACTS = 20_000

_ASKED = (
    select(
        BankItem.id,
        BankItem.mended_id,
        BODY,
        BankItem.other_article_id,
        QuestionSet.article_id,
    )
    .join(QuestionSet, QuestionSet.id == BankItem.set_id)
    .outerjoin(MENDED, MENDED.id == BankItem.mended_id)
    .where(BankItem.id.in_(bindparam("item_ids", expanding=True)))
)
_ANSWERED = (
    select(
        Round.player_id,
        Round.started_at,
        Answer.round_id,
        Answer.share,
        Answer.answered_at,
        Answer.confidence,
        RoundItem.item_id,
        BankItem.mended_id,
        ItemDifficulty.value,
    )
    .join(Round, Round.id == Answer.round_id)
    .join(RoundItem, answers_item())
    .join(BankItem, BankItem.id == RoundItem.item_id)
    .outerjoin(ItemDifficulty, ItemDifficulty.item_id == RoundItem.item_id)
    .where(BankItem.counts)
    .order_by(Answer.answered_at, Answer.round_id, Answer.number)
)
_TOLD = _ANSWERED.where(TELLS)


def played_by(
    session: Session, which: ColumnElement[bool], now: datetime | None
) -> list[Played]:
    """All that was answered in these rounds and has been told, in order of time.

    Args:
        session: where.
        which: a condition on `Round`.
        now: for rounds that tell nothing before they are over; None for what was not
            told, too, which is for figures about a class only.
    """
    rows = _rows(session, which, now)
    facts = facts_of(session, {(row.item_id, row.mended_id) for row in rows})
    return [
        Played(
            row.player_id,
            row.round_id,
            row.started_at,
            _practice(row, facts[row.item_id]),
        )
        for row in rows
    ]


def facts_of(
    session: Session, items: Iterable[tuple[UUID, UUID | None]]
) -> Mapping[UUID, ItemFacts]:
    """What is known of these questions; those not met before are read at once.

    Args:
        session: where.
        items: ids of items, each with that of the item that asks it rightly.
    """
    wanted = set(items)
    if len(_FACTS) + len(wanted) > _MOST_FACTS:
        _FACTS.clear()
    missing = {item_id for item_id, mended in wanted if (item_id, mended) not in _FACTS}
    if missing:
        for row in session.execute(_ASKED, {"item_ids": list(missing)}):
            _FACTS[row.id, row.mended_id] = _facts(row)
    return {item_id: _FACTS[item_id, mended] for item_id, mended in wanted}


def _rows(
    session: Session, which: ColumnElement[bool], now: datetime | None
) -> Sequence[Row[*tuple[Any, ...]]]:
    if now is None:
        return session.execute(_ANSWERED.where(which)).all()
    return session.execute(_TOLD.where(which), told_by(now)).all()


def _practice(row: Row[*tuple[Any, ...]], facts: ItemFacts) -> Practice:
    return Practice(
        skill=facts.skill,
        share=row.share,
        when=row.answered_at,
        item=facts.key,
        article=facts.article,
        difficulty=facts.difficulty if row.value is None else row.value,
        chance=facts.chance,
        confidence=row.confidence,
        trial=facts.trial,
    )


def _facts(row: Row[*tuple[Any, ...]]) -> ItemFacts:
    question = question_from(row.body, row.other_article_id)
    form = question.form
    is_attribution = question.kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION
    return ItemFacts(
        key=f"{row.article_id} {row.other_article_id} {question.id}",
        skill=question.skill,
        article=str(row.other_article_id or row.article_id),
        difficulty=kind_of(question).difficulty,
        chance=chance_by(form, len(question.options)),
        trial=question.is_true_trial if is_attribution else None,
    )
