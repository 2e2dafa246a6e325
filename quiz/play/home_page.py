"""The home page as every newcomer sees it, kept for some seconds.

Most visitors of the home page are guests who have not played yet. They all see
the same page but for the form token, so it is made once and the token put in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask, current_app, request, session
from flask_wtf.csrf import generate_csrf

from quiz.web.language import language

# How long a change of the library may take to be seen on the home page.
KEPT_FOR = timedelta(seconds=10)

_OWN = ("_user_id", "player", "_flashes")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page without the form token, and until when it may be shown."""

    parts: tuple[str, ...]
    until: datetime


def init_app(app: Flask) -> None:
    """Begin with nothing kept; tests change the library all the time."""
    kept_for = timedelta(0) if app.testing else KEPT_FOR
    app.config.setdefault("HOME_KEPT_FOR", kept_for)
    app.extensions["quiz.home"] = {}


def for_newcomers(make: Callable[[], str], now: datetime) -> str:
    """The page that `make` makes, for newcomers perhaps an earlier one."""
    if request.query_string or any(name in session for name in _OWN):
        return make()
    pages: dict[str, _Kept] = current_app.extensions["quiz.home"]
    token = str(generate_csrf())
    found = pages.get(language())
    if found is None or found.until <= now:
        until = now + current_app.config["HOME_KEPT_FOR"]
        found = _Kept(tuple(make().split(token)), until)
        pages[language()] = found
    return token.join(found.parts)
