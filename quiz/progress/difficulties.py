"""Estimating how hard questions are, from everybody's first attempts."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.db import upsert
from quiz.engine.mastery.rating import SETTLED_ANSWERS, difficulty
from quiz.events import cleared_up
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.progress.models import ItemDifficulty
from quiz.progress.practice import facts_of


def listen() -> None:
    """Estimate once a day."""
    cleared_up.connect(estimate)


def estimate(session: Session, now: datetime) -> int:
    """Estimate anew each question that was answered and is not settled; gives how many.

    It does not matter in which order the answers came.
    """
    attempts = (
        select(
            RoundItem.item_id,
            BankItem.mended_id,
            Answer.share,
            func.row_number()
            .over(
                partition_by=(Round.player_id, RoundItem.item_id),
                order_by=(Answer.answered_at, Answer.round_id),
            )
            .label("attempt"),
        )
        .join(Round, Round.id == RoundItem.round_id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .join(Answer, answers_item())
        .where(BankItem.counts)
        .subquery()
    )
    settled = select(ItemDifficulty.item_id).where(
        ItemDifficulty.answers >= SETTLED_ANSWERS
    )
    wanted = (
        select(
            attempts.c.item_id,
            attempts.c.mended_id,
            func.count(),
            func.sum(attempts.c.share),
        )
        .where(attempts.c.attempt == 1, attempts.c.item_id.not_in(settled))
        .group_by(attempts.c.item_id, attempts.c.mended_id)
    )
    rows = session.execute(wanted).all()
    facts = facts_of(session, [(row[0], row[1]) for row in rows])
    for item_id, _mended, answers, total in rows:
        known = facts[item_id]
        value = difficulty(known.difficulty, known.chance, answers, total)
        values = {"item_id": item_id, "value": value, "answers": answers}
        upsert(session, ItemDifficulty, values | {"estimated_at": now})
    return len(rows)
