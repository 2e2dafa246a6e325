"""What the pages of whoever leads a live game are drawn from, and their stream."""

from sqlalchemy.orm import Session

from quiz.accounts.qr import drawn
from quiz.live import results
from quiz.live.models import LiveGame
from quiz.live.stage import Stage


def shown(
    session: Session, game: LiveGame, stage: Stage, address: str
) -> dict[str, object]:
    """What the host's templates show of a game; the address is that of its door."""
    code = stage.code or ""
    return {
        "stage": stage,
        "players": results.joined(session, game),
        "answered": results.answered(session, game, stage.state.number),
        "address": address.partition("://")[2],
        "picture": drawn(f"{address}?code={code}") if code else None,
    }
