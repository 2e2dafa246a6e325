"""How a round compares with the player's own earlier ones, and with nobody else's."""

import uuid
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from quiz.bank.models import BankItem
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.pages import as_told, is_complete, tells_by


def best_before(
    session: Session, player_id: uuid.UUID, round_id: uuid.UUID, now: datetime
) -> float | None:
    """The best share, `as_told`, of the player's finished rounds that began earlier.

    None where this is the first, or none of them tells yet how it went.
    """
    this = aliased(Round)
    began = select(this.started_at).where(this.id == round_id).scalar_subquery()
    shares = (
        select(func.avg(Answer.share).label("share"))
        .select_from(Round)
        .join(RoundItem, RoundItem.round_id == Round.id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .join(Answer, answers_item())
        .where(Round.player_id == player_id, Round.started_at < began)
        .where(BankItem.counts, is_complete(), tells_by(now))
        .group_by(Round.id)
        .subquery()
    )
    best: float | None = session.scalar(select(func.max(shares.c.share)))
    return None if best is None else as_told(best)
