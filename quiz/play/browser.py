"""Which player a browser is: an id in its signed, lasting cookie.

The cookie alone is enough for a guest and for a seat of a class. It can be copied and
outlasts signing out, so the player of an account wants its sign-in, too.
"""

import uuid

from flask import g, session

from quiz.errors import NotFound
from quiz.play import players
from quiz.web.access import actor
from quiz.web.session import db

_KEY = "player"


def claimed_player() -> uuid.UUID | None:
    """Whom the cookie names; whether the browser may be them is still to be asked."""
    kept = session.get(_KEY)
    return uuid.UUID(kept) if isinstance(kept, str) else None


def known_player() -> uuid.UUID | None:
    """The player of this browser; None before its first round."""
    claimed = claimed_player()
    if claimed is None:
        return None
    if "player" not in g:
        g.player = players.own(db(), actor(), claimed)
    found: uuid.UUID | None = g.player
    return found


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
    g.pop("player", None)
    if player_id is None:
        session.pop(_KEY, None)
    elif session.get(_KEY) != str(player_id):
        session[_KEY] = str(player_id)
        session.permanent = True
