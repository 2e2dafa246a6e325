"""Fixtures of the journeys: the game served for real, and its books."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.conftest import ENGINES, new_database
from tests.journeys.books import Books
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
