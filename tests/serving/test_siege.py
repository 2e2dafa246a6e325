"""A short siege: pupils play on, nothing is refused and nothing is lost."""

import argparse
import os

import pytest

from bench.siege import measured
from quiz.install import is_inside
from tests.conftest import ENGINES
from tests.databases import fresh_database

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not is_inside() or os.name == "nt", reason="runs on the .venv of a checkout"
    ),
]


@pytest.mark.parametrize("engine", ENGINES)
def test_pupils_play_on_while_others_besiege_the_server(engine, request, tmp_path):
    siege = argparse.Namespace(
        seconds=6,
        slow=100,
        pupils=6,
        database=fresh_database(request, engine, tmp_path),
    )
    for stretch in measured(siege).values():
        assert stretch.answers >= siege.pupils
        assert stretch.refused == stretch.lost == 0
