"""What players have practised, read from their answers for the engine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select, true
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.mastery.practice import Practice, chance_by
from quiz.engine.questions.question import QuestionKind, Skill
from quiz.engine.questions.registry import kind_of
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.pages import tells_by
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
    practice: Practice


# What is known of questions that were answered lately, by item and the item that asks
# it rightly, where it was put right.
_FACTS: dict[tuple[UUID, UUID | None], ItemFacts] = {}
_MOST_FACTS = 20_000


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
        Played(row.player_id, row.round_id, _practice(row, facts[row.item_id]))
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
        rows = session.execute(
            select(BankItem, QuestionSet.article_id)
            .join(QuestionSet, QuestionSet.id == BankItem.set_id)
            .where(BankItem.id.in_(missing))
        )
        for item, article_id in rows:
            _FACTS[item.id, item.mended_id] = _facts(item, article_id)
    return {item_id: _FACTS[item_id, mended] for item_id, mended in wanted}


def _rows(
    session: Session, which: ColumnElement[bool], now: datetime | None
) -> Sequence[Row[*tuple[Any, ...]]]:
    wanted = (
        select(
            Round.player_id,
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
        .where(which, BankItem.counts, true() if now is None else tells_by(now))
        .order_by(Answer.answered_at, Answer.round_id, Answer.number)
    )
    return session.execute(wanted).all()


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


def _facts(item: BankItem, article_id: UUID) -> ItemFacts:
    question = item.as_question()
    form = question.form
    is_attribution = question.kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION
    return ItemFacts(
        key=f"{article_id} {item.other_article_id} {question.id}",
        skill=question.skill,
        article=str(item.other_article_id or article_id),
        difficulty=kind_of(question).difficulty,
        chance=chance_by(form, len(question.options)),
        trial=question.is_true_trial if is_attribution else None,
    )
