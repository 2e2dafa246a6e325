"""What templates may use beyond Flask's own: assets, dates, shares, parts kept."""

from collections import OrderedDict
from collections.abc import Hashable, MutableMapping
from datetime import date, datetime
from functools import cache, lru_cache
from hashlib import sha256
from threading import Lock
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask, has_request_context, request, url_for
from flask.templating import Environment
from flask_babel import get_locale, get_timezone
from jinja2 import StrictUndefined
from jinja2.runtime import Macro

from quiz.config import ROOT
from quiz.web.addresses import this_page
from quiz.web.language import language

MOST_KEPT = 10_000_000
"""Characters of drawn parts, and of what they were drawn from, that a process keeps."""
LONGEST_KEPT = 200_000
"""A longer part is drawn anew each time; a usual article has some 20,000 twice."""


def asset(path: str) -> str:
    """The address of a file under static/, changing when the file does."""
    root = request.script_root if has_request_context() else ""
    return f"{root}/static/{path}?v={_fingerprint(path)}"


def day(value: date) -> str:
    """A date in the reader's words: "3. September 2025", "3 September 2025"."""
    return format_date(value, "long", _dates())


def moment(value: datetime) -> str:
    """A moment in the reader's words, to the minute."""
    return format_datetime(value, "short", get_timezone(), _dates())


def _dates() -> Locale:
    """How dates are written: our English is British, days come before months."""
    locale = get_locale()
    return locale if locale and locale.language == "de" else Locale("en", "GB")


def percent(share: float) -> str:
    """A share from 0 to 1 as whole percent, with a narrow no-break space."""
    return f"{round(share * 100)}\u202f%"


def tenths(share: float) -> str:
    """A share as percent with one decimal, as the reader writes it: "85,7 %"."""
    return f"{format_decimal(share * 100, '0.0', _dates())}\u202f%"


def gained(share: float) -> str:
    """A difference of shares in points of a hundred, with its sign: "+4,2"."""
    return format_decimal(share * 100, "+0.0;−0.0", _dates())


def decimal(value: float) -> str:
    """A number with one decimal, as the reader writes it: "−0,4"."""
    return format_decimal(value, "0.0;−0.0", _dates())


def kept(macro: Macro, *values: Hashable) -> str:
    """What the macro makes of these values in the reader's language, drawn once.

    Nothing of one person, no form and no token may be in it. Where one of the values
    is another it is drawn anew, so that no page can be older than what it shows.

    Args:
        macro: imported without context; it may ask for the language, nothing else.
        values: all that it depends on, compared as a whole; none may ever change.
    """
    key = (macro, language(), request.script_root, values)
    found = _parts.get(key)
    return _parts.keep(key, macro(*values)) if found is None else found


class Parts:
    """What was drawn lately, as much as there is room for.

    Attributes:
        characters: how much that is, with what it was drawn from.
    """

    def __init__(self) -> None:
        self.characters = 0
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[str, int]] = OrderedDict()

    def get(self, key: Hashable) -> str | None:
        """What was kept for that key; None for nothing."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: Hashable, drawn: str) -> str:
        """The same, kept as long as there is room; the longest unused goes first."""
        length = len(drawn) + len(repr(key))
        if length > LONGEST_KEPT:
            return drawn
        with self._lock:
            if key not in self._kept:
                self._kept[key] = drawn, length
                self.characters += length
            while self.characters > MOST_KEPT:
                _, (_, gone) = self._kept.popitem(last=False)
                self.characters -= gone
        return drawn


_parts = Parts()


def address_of(endpoint: str, **values: Any) -> str:  # noqa: ANN401
    """As Flask's `url_for`; what needs no values is built once."""
    if values:
        return url_for(endpoint, **values)
    return _fixed_address(request.script_root, endpoint)


@lru_cache(512)
def _fixed_address(_root: str, endpoint: str) -> str:
    return url_for(endpoint)


class Templates(Environment):
    """Flask's, for templates that all have the same globals.

    A map of its own for each would have to be compared with its importer's on every
    page.
    """

    def make_globals(
        self, d: MutableMapping[str, Any] | None
    ) -> MutableMapping[str, Any]:
        """The globals of all templates, unless one is given some of its own."""
        return super().make_globals(d) if d else self.globals


def init_app(app: Flask) -> None:
    """Make templates strict about names they were not given, and add ours."""
    app.jinja_environment = Templates
    app.jinja_options = {
        "cache_size": -1,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.globals.update(asset=asset, kept=kept, this_page=this_page)
    app.jinja_env.globals.update(url_for=address_of)
    app.jinja_env.filters.update(day=day, moment=moment, percent=percent)
    app.jinja_env.filters.update(tenths=tenths, gained=gained, decimal=decimal)


@cache
def _fingerprint(path: str) -> str:
    file = ROOT / "static" / path
    return sha256(file.read_bytes()).hexdigest()[:12]
