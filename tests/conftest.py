"""Fixtures of all tests: the app on both databases, the client, the cast.

What knows the web or a database is imported by the fixtures that need it, so that
the engine's tests do not wait for it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from quiz.access import Role
from tests.postgres import Postgres, find_binaries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskCliRunner
    from sqlalchemy.orm import Session

    from tests.browser import Browser

pytest_plugins = ("tests.pace",)

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A private server with a migrated database called `quiz_template`."""
    from tests.databases import migrate, new_database

    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed on this machine")
    server = Postgres(binaries)
    try:
        server.start()
        new_database(server, "quiz_template")
        migrate(server.url("quiz_template"))
        yield server
    finally:
        with suppress(RuntimeError):
            server.stop()
        server.remove()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    from tests.databases import migrate

    file = tmp_path_factory.mktemp("template") / "quiz.sqlite"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def new_app() -> Iterator[Callable[..., Flask]]:
    """Makes apps with settings of their own: `new_app(url, NAME=value)`."""
    from tests.apps import app_on

    made: list[Flask] = []

    def make(url: str, **settings: object) -> Flask:
        made.append(app_on(url, **settings))
        return made[-1]

    yield make
    for app in made:
        app.extensions["quiz.sessions"].engine.dispose()


@pytest.fixture
def limited(
    request: pytest.FixtureRequest, new_app: Callable[..., Flask], tmp_path: Path
) -> Iterator[Flask]:
    """An app that counts attempts, which all others do not; on SQLite."""
    from quiz.web.limits import limiter
    from tests.databases import fresh_database

    app = new_app(fresh_database(request, "sqlite", tmp_path), RATELIMIT_ENABLED=True)
    limiter._storage_dead = False  # as a test without its Redis may have left it
    limiter.reset()
    yield app
    limiter.reset()
    limiter.enabled = False


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Stops the clock by which attempts count; `later(4)` sets it on by 4 seconds."""
    from quiz.web import limits

    stopped, ahead = limits.now(), [0.0]
    monkeypatch.setattr(time, "time", lambda: stopped.timestamp() + ahead[0])
    monkeypatch.setattr(limits, "now", lambda: stopped + timedelta(seconds=ahead[0]))

    def wait(seconds: float) -> None:
        ahead[0] += seconds

    return wait


@pytest.fixture(scope="session", params=ENGINES)
def _app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    from tests.apps import app_on
    from tests.databases import fresh_database

    folder = tmp_path_factory.mktemp("app")
    app = app_on(fresh_database(request, request.param, folder))
    yield app
    app.extensions["quiz.sessions"].engine.dispose()


@pytest.fixture
def app(_app: Flask) -> Iterator[Flask]:
    """The app, with everything the test writes undone at the end."""
    from quiz.db import rolled_back

    with rolled_back(_app.extensions["quiz.sessions"]):
        yield _app


@pytest.fixture(params=ENGINES)
def real_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An app on a database of its own, with real commits: for threads."""
    from tests.apps import app_on
    from tests.databases import fresh_database

    app = app_on(fresh_database(request, request.param, tmp_path))
    yield app
    app.extensions["quiz.sessions"].engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A session beside the app's own: sees only what a request has committed."""
    with app.extensions["quiz.sessions"].writing() as opened:
        yield opened


@pytest.fixture
def client(app: Flask) -> Browser:
    """A browser of a guest. Ask `app.test_client()` for a second person's."""
    return app.test_client()


@pytest.fixture
def guest(client: Browser) -> Browser:
    """Somebody without an account."""
    return client


@pytest.fixture
def teacher(app: Flask) -> Browser:
    """Frau Ahorn, who brings the articles."""
    return _member(app, "frau ahorn")


@pytest.fixture
def stranger(app: Flask) -> Browser:
    """Herr Birke, a teacher who has nothing to do with it."""
    return _member(app, "herr birke")


@pytest.fixture
def admin(app: Flask) -> Browser:
    """Frau Eibe, who runs the server."""
    return _member(app, "frau eibe", Role.ADMIN)


def _member(app: Flask, name: str, role: Role = Role.TEACHER) -> Browser:
    from tests.cast import member

    return member(app, name, role)


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """The command line: `flask --app app …`."""
    return app.test_cli_runner()


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Switch off pytest-flask's ambient request context, which shares logins."""


@pytest.fixture(autouse=True)
def _configure_application() -> None:
    """Switch off pytest-flask's changes to the settings of the app."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """Where no skip is allowed (QUIZ_ALLOW_SKIPS=0), a skip is a failure."""
    report = yield
    forbidden = os.environ.get("QUIZ_ALLOW_SKIPS") == "0"
    if forbidden and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which is not allowed here: {report.longrepr}"
    return report
