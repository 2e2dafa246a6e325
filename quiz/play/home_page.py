"""The home page: what all visitors see of it is made once and kept for some seconds.

That is the library, as long as nobody looks for something in it; and for newcomers, who
have not played yet, all of the page. Only the form token is put in anew each time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flask import Flask, current_app, request, session
from flask_wtf.csrf import generate_csrf
from markupsafe import escape

from quiz.articles.bundled import Series
from quiz.bank.library.catalogue import Catalogue, Sought, catalogue, series_to_play
from quiz.web.language import language
from quiz.web.session import db

# How long a change of the library may take to be seen on the home page.
KEPT_FOR = timedelta(seconds=10)

_OWN = ("_user_id", "player", "_flashes")

# What was drawn of it, by language, without the form token.
_Drawn = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Library:
    """The library as everybody sees it who looks for nothing, and until when."""

    found: Catalogue
    series: tuple[tuple[Series, int], ...]
    until: datetime
    pages: _Drawn = field(default_factory=dict)
    shelves: _Drawn = field(default_factory=dict)


def init_app(app: Flask) -> None:
    """Begin with nothing kept; tests change the library all the time."""
    kept_for = timedelta(0) if app.testing else KEPT_FOR
    app.config.setdefault("HOME_KEPT_FOR", kept_for)
    app.extensions["quiz.home"] = {}
    app.jinja_env.globals.update(same_for_all=same_for_all)


def library_of_all(now: datetime) -> Library:
    """The library, as it is or was some seconds ago."""
    kept: dict[str, Library] = current_app.extensions["quiz.home"]
    found = kept.get("library")
    if found is None or found.until <= now:
        found = kept["library"] = Library(
            found=catalogue(db(), Sought()),
            series=series_to_play(db()),
            until=now + current_app.config["HOME_KEPT_FOR"],
        )
    return found


def for_newcomers(make: Callable[[], str], now: datetime) -> str:
    """The page that `make` makes, for newcomers perhaps an earlier one."""
    if request.query_string or any(name in session for name in _OWN):
        return make()
    token = str(generate_csrf())
    return _but_for_the_token(library_of_all(now).pages, make, token)


def same_for_all(library: Library | None, caller: Callable[[], str]) -> str:
    """A part of the page, drawn once for this library; for none of them anew.

    Args:
        library: all that this part depends on, besides the language.
        caller: draws it.
    """
    if library is None:
        return caller()
    # What a template drew stays safe between what is escaped.
    token = escape(generate_csrf())
    return _but_for_the_token(library.shelves, caller, token)


def _but_for_the_token(kept: _Drawn, make: Callable[[], str], token: str) -> str:
    parts = kept.get(language())
    if parts is None:
        parts = kept[language()] = tuple(make().split(token))
    return token.join(parts)
