"""The app as tests use it."""

from functools import cache

from flask import Flask

from quiz import catalogues
from quiz.factory import create_app
from tests.browser import Browser
from tests.lock_watch import LockWatch

SETTINGS = {
    "TESTING": True,
    "SECRET_KEY": "only for tests, and long enough",
    "RATELIMIT_ENABLED": False,
    "RATELIMIT_STORAGE_URI": "memory://",
    "WORKERS": None,
}


def app_on(url: str, **settings: object) -> Flask:
    """An app on that database, whose clients are our browsers."""
    _speak_german()
    app = create_app(SETTINGS | {"DATABASE_URL": url} | settings)
    app.test_client_class = Browser
    app.extensions["lock_watch"] = LockWatch(app)
    return app


@cache
def _speak_german() -> None:
    catalogues.compile_stale()
