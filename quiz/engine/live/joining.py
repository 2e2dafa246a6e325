"""Who may be in a game."""

from enum import StrEnum

from quiz.engine.live.state import State
from quiz.errors import Conflict, NotAllowed


class Standing(StrEnum):
    """How somebody stands to a game they once joined."""

    IN = "in"
    KICKED = "kicked"
    BANNED = "banned"


def joined(state: State, before: Standing | None) -> Standing:
    """That they are in, whoever comes late or comes back.

    Args:
        state: of the game, at this moment.
        before: how they stand to it; None for a newcomer.

    Raises:
        NotAllowed: "banned".
        Conflict: "game_over"; "door_shut": who is not in stays outside.
    """
    if before is Standing.BANNED:
        raise NotAllowed("banned")
    if before is Standing.IN:
        return before
    if state.is_over:
        raise Conflict("game_over")
    if not state.takes_in:
        raise Conflict("door_shut")
    return Standing.IN
