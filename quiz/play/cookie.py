"""Which player a browser is: an id in its signed, lasting cookie."""

import uuid

from flask import session

from quiz.errors import NotFound

_KEY = "player"


def known_player() -> uuid.UUID | None:
    """The player of this browser; None before its first round."""
    kept = session.get(_KEY)
    return uuid.UUID(kept) if isinstance(kept, str) else None


def player_here() -> uuid.UUID:
    """The player of this browser.

    Raises:
        NotFound: it has never played, so no round can be its own.
    """
    player_id = known_player()
    if player_id is None:
        raise NotFound("round")
    return player_id


def remember(player_id: uuid.UUID | None) -> None:
    """Be that player from now on, after a restart of the browser too."""
    if player_id is None:
        session.pop(_KEY, None)
    elif session.get(_KEY) != str(player_id):
        session[_KEY] = str(player_id)
        session.permanent = True
