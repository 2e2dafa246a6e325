"""How a round compares with the player's own earlier ones, and with nobody else's."""

import uuid
from datetime import datetime

from sqlalchemy import Uuid, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from quiz.bank.models import BankItem
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.pages import as_told
from quiz.play.telling import TELLS, by, is_complete

_THIS = aliased(Round)
_BEGAN = select(_THIS.started_at).where(_THIS.id == bindparam("round_id", type_=Uuid))
_SHARES = (
    select(func.avg(Answer.share).label("share"))
    .select_from(Round)
    .join(RoundItem, RoundItem.round_id == Round.id)
    .join(BankItem, BankItem.id == RoundItem.item_id)
    .join(Answer, answers_item())
    .where(Round.player_id == bindparam("player_id", type_=Uuid))
    .where(Round.started_at < _BEGAN.scalar_subquery())
    .where(BankItem.counts, is_complete(), TELLS)
    .group_by(Round.id)
    .subquery()
)
_BEST = select(func.max(_SHARES.c.share))


def best_before(
    session: Session, player_id: uuid.UUID, round_id: uuid.UUID, now: datetime
) -> float | None:
    """The best share, `as_told`, of the player's finished rounds that began earlier.

    None where this is the first, or none of them tells yet how it went.
    """
    asked = {"player_id": player_id, "round_id": round_id, **by(now)}
    best: float | None = session.connection().execute(_BEST, asked).scalar()
    return None if best is None else as_told(best)
