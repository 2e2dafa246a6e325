"""Processes beside the server are killed, and nobody who plays notices anything.

Those of the pool and Redis are killed in turn, twenty times, or as often as QUIZ_KILLS
says:

    QUIZ_KILLS=500 python -m pytest -n0 -s tests/serving/test_killed_beside.py
"""

import itertools
import os
import signal
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from quiz.install import is_inside
from tests.conftest import ENGINES
from tests.databases import fresh_database
from tests.patience import PATIENCE_S, joined
from tests.redis_server import Redis
from tests.serving.server import Server, settings
from tests.serving.test_killed import (
    KILLS,
    LONGEST_S,
    TOLD,
    Pupil,
    answered,
    check,
    wait_for,
)
from tests.serving.visitor import followed, sent, teacher

pytestmark = pytest.mark.skipif(
    not is_inside() or not Path("/proc/self/stat").exists(),
    reason="runs on the .venv of a checkout, and looks for processes in /proc",
)
PUPILS = 4
ARTICLE = {
    "text": "„Die Ernte wird gut“, sagte Bauer Anton Moor der Nordpost am Montag. "
    * 20,
    "outlet": "Probe",
    "published_on": "2026-03-02",
    "rights_basis": "own_text",
}


class Teacher:
    """Brings one article after another; notes how many were taken in, how many not."""

    def __init__(self, port):
        self.browser = teacher(port, "lehrer")
        self.taken_in, self.stopped = [], 0

    def bring_all(self, stop):
        for number in itertools.count():
            if stop.is_set():
                return
            sent_off = sent(self.browser, ARTICLE | {"title": f"Nummer {number}"})
            status, page, _waited = followed(self.browser, sent_off)
            if f"Nummer {number}" in page and status == 200:
                self.taken_in.append(number)
            else:
                assert status in (400, 503), status
                self.stopped += 1


def pool_of(server):
    """The processes of the pools of this server, by id."""
    below, parents = {server.process.pid}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue  # it has just ended
            parents[int(entry.name)] = int(fields[1]), command
    while more := {pid for pid, (up, _) in parents.items() if up in below} - below:
        below |= more
    return [pid for pid in below & parents.keys() if b"spawn_main" in parents[pid][1]]


def kill_one(server):
    """SIGKILL to a process of the pool, as soon as there is one; whether there was."""
    until = time.monotonic() + LONGEST_S
    while time.monotonic() < until:
        for pid in pool_of(server):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def redis(tmp_path):
    made = Redis(tmp_path)
    yield made
    made.kill()


class Everybody:
    """Pupils who play and a teacher who brings articles, each in a thread."""

    def __init__(self, server):
        self.pupils = [Pupil(server.port) for _ in range(PUPILS)]
        self.teacher, self.errors = Teacher(server.port), []
        self._stop = threading.Event()
        doing = [partial(self._play, each) for each in self.pupils]
        doing.append(partial(self.teacher.bring_all, self._stop))
        self._threads = [
            threading.Thread(target=self._noting_errors, args=[each]) for each in doing
        ]
        for thread in self._threads:
            thread.start()

    def _play(self, pupil):
        while not self._stop.is_set():
            pupil.step()

    def _noting_errors(self, doing):
        try:
            doing()
        except Exception as error:  # noqa: BLE001 (the test tells of it)
            self.errors.append(error)

    def stop(self):
        self._stop.set()
        joined(self._threads, LONGEST_S + PATIENCE_S)
        for pupil in self.pupils:
            pupil.hang_up()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_no_answer_is_lost_or_refused_when_the_pool_or_redis_is_killed(
    request, engine, tmp_path, redis
):
    url = fresh_database(request, engine, tmp_path)
    server = Server(settings(url) | {"QUIZ_LIMITS_URL": redis.url})
    try:
        everybody = Everybody(server)
        try:
            for number in range(KILLS):
                wait_for(everybody.pupils, answered(everybody.pupils) + 3)
                strike(number, server, redis)
                assert not everybody.errors
                check(url)
            until_taken_in(everybody)
        finally:
            everybody.stop()
        assert not everybody.errors
        must_be_kept(everybody)
    finally:
        server.kill()
    check(url)
    pupils, told = everybody.pupils, everybody.teacher
    print(  # noqa: T201 (what a long run found)
        f"{engine}: {KILLS} kills beside the server, {answered(pupils)} answers, "
        f"{len(told.taken_in)} articles taken in, {told.stopped} stopped"
    )


def strike(number, server, redis):
    """Kill something of the pool; or Redis, or begin that again, in turn."""
    if number % 2:
        assert kill_one(server)
    elif redis.is_there:
        redis.kill()
    else:
        redis.begin()


def until_taken_in(everybody):
    """Wait until a teacher whose work nobody kills has it done."""
    before, until = len(everybody.teacher.taken_in), time.monotonic() + LONGEST_S
    while len(everybody.teacher.taken_in) == before and time.monotonic() < until:
        time.sleep(0.05)
    assert not everybody.errors
    assert len(everybody.teacher.taken_in) > before, "no article is taken in any more"


def must_be_kept(everybody):
    """Every answer that was acknowledged is there."""
    assert answered(everybody.pupils) >= 3 * KILLS
    for pupil in everybody.pupils:
        for place in pupil.acknowledged:
            page = pupil.player.get(place)
            assert any(f'data-testid="{each}"' in page for each in TOLD), place
        pupil.hang_up()
