"""The settings of the app: defaults, the environment, and what must be right.

Environment:
    DATABASE_URL: which database; SQLite in the instance folder without it.
    QUIZ_SECRET_KEY: signs cookies; without it a key is made once and kept in
        the instance folder.
    QUIZ_SECRET_KEY_FILE: a file that holds that key instead.
    QUIZ_METRICS_TOKEN: who shows it may read /metrics; without it there is none.
    QUIZ_LOG: "json": the server's lines are objects of JSON.
    QUIZ_PROXIES: how many reverse proxies stand in front of the app.
    QUIZ_HOSTS: host names it answers to, separated by commas; any without it.
    QUIZ_REGISTRATION: who gets an account: "open", "invited" or "closed".
    QUIZ_ADMIN_SECOND_FACTOR: "on": administrators are such only with a second factor.
    QUIZ_SECOND_FACTOR: "on": without one, an account can only set one up.
    HOST: where the server listens; whether others can reach it.
    QUIZ_LIMITS_URL: where rate limits are counted ("redis://…" for several
        machines); in a file of the instance folder without it.
    REDIS_URL: where processes tell each other what happened in a live game, so that
        nobody hears of it later than others; without it each looks by itself.
    QUIZ_FETCH: "off" where no web pages are to be fetched for teachers.
    QUIZ_FETCH_HOSTS: hosts of one's own network, "host" or "host:port", separated
        by commas, that may be fetched from although they are not public.
    QUIZ_WORKERS: how many processes each process of the server has beside it for work
        that takes long; 0: the server does it itself, and one process reads files.
    QUIZ_OPERATOR: who runs the server and how to reach them, for the page
        about what is kept.
"""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.request import pathname2url
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ROOT = Path(__file__).resolve().parent.parent
INSTANCE = ROOT / "instance"

LANGUAGES = ("de", "en")
REGISTRATION = ("open", "invited", "closed")

# Twice the longest article (200,000 characters) in the widest encoding we take.
MAX_BODY_BYTES = 2 * 1024 * 1024
# Where a file is brought: ten megabytes of it, and the form.
MAX_UPLOAD_BYTES = 10 * 1024 * 1024 + MAX_BODY_BYTES
SHORTEST_SECRET = 16
LIMITS_FILE = "limits.sqlite"
LIMITS_SCHEME = "shared-file"
REDIS_WAIT_S = 0.2


class ConfigError(ValueError):
    """A setting is unusable; the message says which and what to do."""


DEFAULTS: dict[str, Any] = {
    "MAX_CONTENT_LENGTH": MAX_BODY_BYTES,
    "MAX_FORM_MEMORY_SIZE": MAX_BODY_BYTES,
    "MAX_FORM_PARTS": 200,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_REFRESH_EACH_REQUEST": False,
    "PERMANENT_SESSION_LIFETIME": timedelta(days=365),
    "SEND_FILE_MAX_AGE_DEFAULT": None,
    "WTF_CSRF_TIME_LIMIT": None,
    "WTF_CSRF_SSL_STRICT": False,
    "BABEL_DEFAULT_LOCALE": "de",
    "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "quiz" / "translations"),
    "RATELIMIT_HEADERS_ENABLED": False,
    "RATELIMIT_STRATEGY": "moving-window",
    "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": True,
    # What was done is answered, even where it cannot be counted any more.
    "RATELIMIT_SWALLOW_ERRORS": True,
    "TEMPLATES_AUTO_RELOAD": False,
}


def settings(environ: Mapping[str, str], instance: Path) -> dict[str, Any]:
    """All settings for this environment.

    The secret key is None where none is set and none can be written: the
    commands that need no web still run, and /readyz says what is missing.

    Raises:
        ConfigError: a variable of the environment is unusable.
    """
    return DEFAULTS | {
        "SECRET_KEY": _secret_key(environ, instance),
        "DATABASE_URL": database_url(environ, instance),
        "METRICS_TOKEN": metrics_token(environ),
        "LOG_JSON": writes_json(environ),
        "PROXIES": _few(environ, "QUIZ_PROXIES", 0),
        "WORKERS": _few(environ, "QUIZ_WORKERS", 2),
        "TRUSTED_HOSTS": _listed(environ, "QUIZ_HOSTS") or None,
        "REGISTRATION": _registration(environ),
        "SECOND_FACTOR": _is_on(environ, "QUIZ_SECOND_FACTOR"),
        "ADMIN_SECOND_FACTOR": _is_on(environ, "QUIZ_ADMIN_SECOND_FACTOR"),
        "IS_LOCAL": _is_local(environ),
        "FETCH": environ.get("QUIZ_FETCH", "").strip().lower() != "off",
        "FETCH_HOSTS": frozenset(_listed(environ, "QUIZ_FETCH_HOSTS")),
        "BABEL_DEFAULT_TIMEZONE": _time_zone(environ),
        "OPERATOR": environ.get("QUIZ_OPERATOR", "").strip(),
        "REDIS_URL": environ.get("REDIS_URL", "").strip(),
        "RATELIMIT_STORAGE_URI": environ.get("QUIZ_LIMITS_URL")
        or limits_uri(instance / LIMITS_FILE),
        "RATELIMIT_STORAGE_OPTIONS": storage_options(
            environ.get("QUIZ_LIMITS_URL", "")
        ),
    }


def storage_options(url: str) -> dict[str, Any]:
    """How to ask where attempts are counted: once, and not waiting for long."""
    if not url.startswith("redis"):
        return {}
    waits = dict.fromkeys(("socket_timeout", "socket_connect_timeout"), REDIS_WAIT_S)
    return {**waits, "retry": None}


def database_url(environ: Mapping[str, str], instance: Path = INSTANCE) -> str:
    """The database to use, in SQLAlchemy's notation."""
    url = environ.get("DATABASE_URL", "").strip()
    if not url:
        return f"sqlite:///{instance / 'quiz.sqlite'}"
    if url.startswith("postgres://"):
        return "postgresql://" + url.removeprefix("postgres://")
    return url


def limits_uri(file: Path) -> str:
    """The address of a file in which attempts are counted (`quiz.counts`)."""
    return f"{LIMITS_SCHEME}://{pathname2url(str(file.absolute()))}"


def _registration(environ: Mapping[str, str]) -> str:
    """Who gets an account; where the server has a public name, nobody by themselves."""
    usual = "closed" if _listed(environ, "QUIZ_HOSTS") else "open"
    rule = environ.get("QUIZ_REGISTRATION", "").strip().lower() or usual
    if rule not in REGISTRATION:
        known = ", ".join(REGISTRATION)
        raise ConfigError(f"QUIZ_REGISTRATION must be one of {known}, not {rule!r}.")
    return rule


def _is_on(environ: Mapping[str, str], name: str) -> bool:
    return environ.get(name, "").strip().lower() == "on"


def _is_local(environ: Mapping[str, str]) -> bool:
    """Whether only those who sit at this machine can reach it."""
    host = environ.get("HOST", "").strip() or "127.0.0.1"
    is_told = _listed(environ, "QUIZ_HOSTS") or _few(environ, "QUIZ_PROXIES", 0)
    return host in ("127.0.0.1", "::1", "localhost") and not is_told


def _listed(environ: Mapping[str, str], name: str) -> list[str]:
    parts = (each.strip() for each in environ.get(name, "").split(","))
    return [each for each in parts if each]


def _few(environ: Mapping[str, str], name: str, usual: int) -> int:
    text = environ.get(name, "").strip() or str(usual)
    if not text.isdecimal() or int(text) > 9:
        raise ConfigError(f"{name} must be a number from 0 to 9, not {text!r}.")
    return int(text)


def _time_zone(environ: Mapping[str, str]) -> str:
    name = environ.get("QUIZ_TIME_ZONE", "").strip() or "Europe/Berlin"
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ConfigError(
            f"QUIZ_TIME_ZONE must be a zone such as Europe/Vienna, not {name!r}."
        ) from None
    return name


def _secret_key(environ: Mapping[str, str], instance: Path) -> str | None:
    key = environ.get("QUIZ_SECRET_KEY", "") or _key_of_file(environ)
    if key:
        return _long_enough(key, "QUIZ_SECRET_KEY")
    with suppress(OSError):
        return kept_secret(instance)
    return None


def has_key(environ: Mapping[str, str]) -> bool:
    """Whether the environment says which key signs cookies."""
    return bool(environ.get("QUIZ_SECRET_KEY") or environ.get("QUIZ_SECRET_KEY_FILE"))


def metrics_token(environ: Mapping[str, str]) -> str:
    """What has to be shown by who reads how the server does; empty for nobody."""
    token = environ.get("QUIZ_METRICS_TOKEN", "").strip()
    return _long_enough(token, "QUIZ_METRICS_TOKEN") if token else ""


def writes_json(environ: Mapping[str, str]) -> bool:
    """Whether each line of the server's log is an object of JSON.

    Raises:
        ConfigError: it is to be something else that there is not.
    """
    form = environ.get("QUIZ_LOG", "").strip().lower()
    if form not in ("", "json"):
        raise ConfigError(f"QUIZ_LOG must be json or nothing, not {form!r}.")
    return form == "json"


def _key_of_file(environ: Mapping[str, str]) -> str:
    file = environ.get("QUIZ_SECRET_KEY_FILE", "")
    if not file:
        return ""
    try:
        key = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("QUIZ_SECRET_KEY_FILE cannot be read.") from error
    return key or " "  # too short, and said to be


def _long_enough(secret: str, name: str) -> str:
    if len(secret) < SHORTEST_SECRET:
        raise ConfigError(f"{name} must have at least {SHORTEST_SECRET} characters.")
    return secret


def kept_secret(instance: Path) -> str:
    """The key kept in the instance folder, made on first use with mode 600.

    Two processes that start at once get the same key: it is written aside and
    then linked into place, which only one of them can do.

    Raises:
        OSError: there is none, and the folder cannot be written.
    """
    place = instance / "secret_key"
    if not place.exists():
        instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = instance / f"secret_key.{os.getpid()}.{secrets.token_hex(4)}"
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            os.link(aside, place)
        aside.unlink()
    return place.read_text(encoding="ascii").strip()
