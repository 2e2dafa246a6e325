"""How a round compares with the player's own earlier ones, and with nobody else's."""

import uuid
from datetime import datetime

from sqlalchemy import Uuid, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from quiz.bank.models import BankItem
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.pages import as_told
from quiz.play.service import TELLS, is_complete, told_by

_THIS = aliased(Round)
_BEGAN = select(_THIS.started_at).where(_THIS.id == bindparam("round_id", type_=Uuid))
_SHARES = (
    select(func.avg(Answer.share).label("share"), Round.set_id)
    .select_from(Round)
    .join(RoundItem, RoundItem.round_id == Round.id)
    .join(BankItem, BankItem.id == RoundItem.item_id)
    .join(Answer, answers_item())
    .where(Round.player_id == bindparam("player_id", type_=Uuid))
    .where(BankItem.counts, is_complete(), TELLS)
    .group_by(Round.id)
)
_EARLIER = _SHARES.where(Round.started_at < _BEGAN.scalar_subquery()).subquery()
_BEST = select(func.max(_EARLIER.c.share))
_ALL = _SHARES.subquery()
_BESTS = select(_ALL.c.set_id, func.max(_ALL.c.share)).group_by(_ALL.c.set_id)


def best_before(
    session: Session, player_id: uuid.UUID, round_id: uuid.UUID, now: datetime
) -> float | None:
    """The best share, `as_told`, of the player's finished rounds that began earlier.

    None where this is the first, or none of them tells yet how it went.
    """
    asked = {"player_id": player_id, "round_id": round_id, **told_by(now)}
    best: float | None = session.connection().execute(_BEST, asked).scalar()
    return None if best is None else as_told(best)


def bests_of(
    session: Session, player_id: uuid.UUID, now: datetime
) -> dict[uuid.UUID, float]:
    """The best share, `as_told`, of the player's finished rounds on each set."""
    asked = {"player_id": player_id, **told_by(now)}
    rows = session.connection().execute(_BESTS, asked)
    return {set_id: as_told(best) for set_id, best in rows}
