"""Device cookies: with which accounts somebody has signed in in this browser.

Such a browser has attempts of its own for that account, so that nobody else's wrong
ones keep its owner out. The marks are in the session, where they outlast signing out;
whoever reads the cookie learns no name.
"""

import hmac

from flask import current_app, session

from quiz.accounts.names import folded
from quiz.web.limits import BROWSER

_KNOWN = "known_names"
_MOST = 5  # colleagues share a computer

KEPT = (BROWSER, _KNOWN)
"""What of a session must outlast signing in and out."""


def know(name: str) -> None:
    """Remember that somebody signed in here with the account of that name."""
    marks = [each for each in session.get(_KNOWN, ()) if each != _mark(name)]
    session[_KNOWN] = [*marks, _mark(name)][-_MOST:]


def knows(name: str) -> bool:
    """Whether somebody signed in here with the account of that name."""
    return _mark(name) in session.get(_KNOWN, ())


def _mark(name: str) -> str:
    key = str(current_app.secret_key).encode()
    told = f"device {folded(name)}".encode(errors="replace")
    return hmac.digest(key, told, "sha256").hex()[:16]
