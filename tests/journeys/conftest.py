"""Fixtures of the journeys: the game served for real, and its books."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import ENGINES
from tests.databases import new_database
from tests.journeys.books import Books
from tests.journeys.chromium import ARGUMENTS, CHROMIUM, Guardian
from tests.journeys.game import Game


@pytest.fixture(params=ENGINES)
def game(request, tmp_path) -> Iterator[Game]:
    """A game that has just been started for the first time, on an empty database."""
    url = f"sqlite:///{tmp_path}/quiz.sqlite"
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        url = new_database(server, f"journey_{uuid4().hex[:12]}")
    game = Game(url)
    game.start()
    yield game
    game.kill()


@pytest.fixture
def books(game) -> Iterator[Books]:
    """What the game's database holds."""
    books = Books(game.database_url)
    yield books
    books.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Game]:
    """One game for all tests of a file that do not kill it."""
    folder = tmp_path_factory.mktemp("journey")
    game = Game(f"sqlite:///{folder}/quiz.sqlite", workers=1)
    game.start()
    yield game
    game.kill()


@pytest.fixture(scope="module")
def ledger(served) -> Iterator[Books]:
    """What that game's database holds."""
    books = Books(served.database_url)
    yield books
    books.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests of a file."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def guardian(chromium, served) -> Iterator[Guardian]:
    """Opens browsers; none may ask another host or break the page's own rules."""
    guardian = Guardian(chromium, served.address)
    yield guardian
    guardian.close()
    assert not guardian.trouble
