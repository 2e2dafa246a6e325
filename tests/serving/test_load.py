"""The measurement of answers under load: players play whole rounds, nothing is lost."""

import argparse
import os

import pytest

from bench.load import measured
from quiz.install import is_inside

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not is_inside() or os.name == "nt", reason="runs on the .venv of a checkout"
    ),
]
PLAYERS = 4
KINDS = ("home", "start", "question", "answer", "feedback", "result")


def test_players_have_a_request_each_on_the_wire_and_lose_nothing():
    found = measured(argparse.Namespace(players=PLAYERS, seconds=3, database=""))
    app, floor = found["app"], found["floor"]
    assert app["refused"] == app["lost"] == floor["refused"] == 0
    assert app["answers_per_s"] > 0
    for figures in (app, floor):
        assert PLAYERS / 2 < figures["in_flight"] < PLAYERS * 2
        assert figures["cpu_ms_a_step"] > 0
    for kind in KINDS:
        assert 0 < floor[f"{kind}_p50_ms"] <= floor[f"{kind}_p99_ms"]
    for kind in ("question", "answer", "feedback"):
        assert 0 < app[f"{kind}_p50_ms"] <= app[f"{kind}_p99_ms"]
