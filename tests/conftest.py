"""Fixtures of all tests: the app on both databases, the client, the cast."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from quiz import catalogues, schema
from quiz.access import Role
from quiz.db import connect, rolled_back
from quiz.factory import create_app
from quiz.web.limits import limiter
from tests.browser import Browser
from tests.cast import member
from tests.lock_watch import LockWatch
from tests.postgres import Postgres, find_binaries

SETTINGS = {
    "TESTING": True,
    "SECRET_KEY": "only for tests, and long enough",
    "RATELIMIT_ENABLED": False,
}
ENGINES = ("sqlite", "postgresql")


def app_on(url: str, **settings: object) -> Flask:
    """An app on that database, whose clients are our browsers."""
    app = create_app(SETTINGS | {"DATABASE_URL": url} | settings)
    app.test_client_class = Browser
    app.extensions["lock_watch"] = LockWatch(app)
    return app


def pytest_configure() -> None:
    """Let the pages of all tests speak German as well."""
    catalogues.compile_stale()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A private server with a migrated database called `template`."""
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
    file = tmp_path_factory.mktemp("template") / "quiz.sqlite"
    migrate(f"sqlite:///{file}")
    return file


def migrate(url: str) -> None:
    engine = connect(url)
    schema.upgrade(engine)
    engine.dispose()


def new_database(server: Postgres, name: str, template: str = "template1") -> str:
    """Make an empty database on the server; its address."""
    engine = create_engine(server.url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return server.url(name)


def fresh_database(request: pytest.FixtureRequest, engine: str, folder: Path) -> str:
    """The address of a migrated, empty database of that engine."""
    if engine == "postgresql":
        server = request.getfixturevalue("postgres")
        name = f"quiz_{uuid4().hex[:12]}"
        return new_database(server, name, template="quiz_template")
    template = request.getfixturevalue("sqlite_template")
    file = folder / "quiz.sqlite"
    file.write_bytes(template.read_bytes())
    return f"sqlite:///{file}"


@pytest.fixture
def new_app() -> Iterator[Callable[..., Flask]]:
    """Makes apps with settings of their own: `new_app(url, NAME=value)`."""
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
    app = new_app(fresh_database(request, "sqlite", tmp_path), RATELIMIT_ENABLED=True)
    limiter._storage_dead = False  # as a test without its Redis may have left it
    limiter.reset()
    yield app
    limiter.reset()
    limiter.enabled = False


@pytest.fixture(scope="session", params=ENGINES)
def _app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("app")
    app = app_on(fresh_database(request, request.param, folder))
    yield app
    app.extensions["quiz.sessions"].engine.dispose()


@pytest.fixture
def app(_app: Flask) -> Iterator[Flask]:
    """The app, with everything the test writes undone at the end."""
    with rolled_back(_app.extensions["quiz.sessions"]):
        yield _app


@pytest.fixture(params=ENGINES)
def real_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An app on a database of its own, with real commits: for threads."""
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
    return member(app, "frau ahorn")


@pytest.fixture
def stranger(app: Flask) -> Browser:
    """Herr Birke, a teacher who has nothing to do with it."""
    return member(app, "herr birke")


@pytest.fixture
def admin(app: Flask) -> Browser:
    """Frau Eibe, who runs the server."""
    return member(app, "frau eibe", Role.ADMIN)


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
