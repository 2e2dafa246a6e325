"""Keeping that a missed question was answered right in a later try."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from quiz.db import upsert
from quiz.errors import NotFound
from quiz.play.asking import is_theirs
from quiz.play.models import Righted
from quiz.play.service import Place


def keep_righted(
    session: Session, player_id: uuid.UUID, place: Place, now: datetime
) -> None:
    """Keep that it is right now; a second time changes nothing.

    Raises:
        NotFound: no such question in a round of this player.
    """
    if not is_theirs(session, player_id, place):
        raise NotFound("round")
    kept = place._asdict() | {"righted_at": now}
    upsert(session, Righted, kept, keep=True)
