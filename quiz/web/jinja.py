"""What templates may use beyond Flask's own: asset links, dates, percentages."""

from datetime import date, datetime
from functools import cache
from hashlib import sha256

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import get_locale, get_timezone
from jinja2 import StrictUndefined

from quiz.config import ROOT


def asset(path: str) -> str:
    """The address of a file under static/, changing when the file does."""
    return f"/static/{path}?v={_fingerprint(path)}"


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


def init_app(app: Flask) -> None:
    """Make templates strict about names they were not given, and add ours."""
    app.jinja_options = {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.globals.update(asset=asset)
    app.jinja_env.filters.update(day=day, moment=moment, percent=percent)
    app.jinja_env.filters.update(tenths=tenths, gained=gained, decimal=decimal)


@cache
def _fingerprint(path: str) -> str:
    file = ROOT / "static" / path
    return sha256(file.read_bytes()).hexdigest()[:12]
