"""What the wall and the host's buttons need to be drawn."""

from sqlalchemy.orm import Session

from quiz.accounts.qr import drawn
from quiz.live import results
from quiz.live.models import LiveGame
from quiz.live.stage import Stage


def shown(
    session: Session, game: LiveGame, stage: Stage, door: str
) -> dict[str, object]:
    """The values of the host's templates; `door` is the address where one joins."""
    code = stage.code or ""
    return {
        "stage": stage,
        "players": results.joined(session, game),
        "answered": results.answered(session, game, stage.state.number),
        "address": door.partition("://")[2],
        "picture": drawn(f"{door}?code={code}") if code else None,
    }
