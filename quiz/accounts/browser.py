"""Device cookies: with which accounts somebody has signed in in this browser.

Such a browser has attempts of its own for that account, so that nobody else's wrong
ones keep its owner out. The marks are in the session, where they outlast signing out;
whoever reads the cookie learns no name.
"""

import hmac
from datetime import datetime
from uuid import UUID

from flask import current_app, request, session

from quiz.accounts.names import folded
from quiz.web.limits import BROWSER

_KNOWN = "known_names"
_PROVING = "proving"
_PROVING_LASTS_S = 600
_MOST = 5  # colleagues share a computer
_USED_ON = "used_on"
LONGEST_PAUSE_DAYS = 15
"""After so many days without a page somebody has to sign in again.

Two weeks of holidays are shorter, and whoever shares a computer at school is not met by
last term's sign-in.
"""

KEPT = (BROWSER, _KNOWN)
"""What of a session must outlast signing in and out."""


def know(name: str) -> None:
    """Remember that somebody signed in here with the account of that name."""
    marks = [each for each in session.get(_KNOWN, ()) if each != _mark(name)]
    session[_KNOWN] = [*marks, _mark(name)][-_MOST:]


def knows(name: str) -> bool:
    """Whether somebody signed in here with the account of that name."""
    return _mark(name) in session.get(_KNOWN, ())


def begin_proving(user_id: UUID, now: datetime) -> None:
    """Remember whose password was right, until the second factor is there."""
    session[_PROVING] = [str(user_id), int(now.timestamp())]


def proving() -> UUID | None:
    """Whose second factor is asked for in this browser, if anybody's is."""
    known = session.get(_PROVING)
    return UUID(known[0]) if known else None


def is_proving_since(now: datetime) -> bool:
    """Whether the password was given a short while ago."""
    known = session.get(_PROVING)
    return known is not None and now.timestamp() - known[1] < _PROVING_LASTS_S


def has_paused(now: datetime) -> bool:
    """Whether nobody who is signed in here was seen for too long."""
    today = now.date().toordinal()
    return bool(today - session.get(_USED_ON, today) > LONGEST_PAUSE_DAYS)


def note_use(now: datetime) -> None:
    """Remember the day; once a day the cookie is sent anew."""
    today = now.date().toordinal()
    if session.get(_USED_ON) != today:
        session[_USED_ON] = today


# What a browser says of itself, the more particular before what it also claims to be.
_BROWSERS = (
    *(("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox")),
    *(("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")),
)
_SYSTEMS = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad")),
    *(("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Macintosh", "Mac")),
    ("Linux", "Linux"),
)


def device() -> str | None:
    """What kind of browser asks, such as "Firefox, Windows"; None for no known one."""
    told = request.headers.get("User-Agent", "")
    found = [
        next((name for sign, name in kinds if sign in told), None)
        for kinds in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(filter(None, found)) or None


def _mark(name: str) -> str:
    key = str(current_app.secret_key).encode()
    told = f"device {folded(name)}".encode(errors="replace")
    return hmac.digest(key, told, "sha256").hex()[:16]
