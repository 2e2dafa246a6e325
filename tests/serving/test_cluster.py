"""A class plays on two servers while these are restarted one by one."""

import os
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from deploy.cluster import cluster
from deploy.roles import POSTGRES_PLACES, AppServer, CannotBegin, program
from quiz.install import is_inside
from tests.patience import joined
from tests.serving.test_killed import TOLD, Pupil, answered, check, wait_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not is_inside() or sys.platform != "linux",
        reason="runs on the .venv of a checkout, under Linux",
    ),
]
PUPILS = 6
ANSWERS = 30


class Strict(Pupil):
    """Notes what was refused, and why."""

    def __init__(self, port):
        super().__init__(port)
        self.refused = []

    def play(self, stop):
        while not stop.is_set():
            try:
                self.step()
            except (OSError, RuntimeError) as error:
                self.refused.append(error)
                self.hang_up()
                stop.wait(0.1)


@pytest.fixture
def running(tmp_path):
    for name, places in (
        ("nginx", ()),
        ("redis-server", ()),
        ("initdb", POSTGRES_PLACES),
    ):
        try:
            program(name, places)
        except CannotBegin as error:
            pytest.skip(str(error))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environ = os.environ | {
        "QUIZ_SECRET_KEY": "only for this test",
        "WEB_CONCURRENCY": "2",
    }
    # Outside of what only root may enter, for PostgreSQL is somebody else then.
    with (
        tempfile.TemporaryDirectory(prefix="quiz-cluster-") as folder,
        cluster(Path(folder), ("127.0.0.1", port), environ) as begun,
    ):
        yield begun


def test_nothing_is_lost_or_refused_while_servers_are_restarted_one_by_one(running):
    pupils = [Strict(running.port) for _ in range(PUPILS)]
    before = [server.process.pid for server in running.servers]
    stop = threading.Event()
    threads = [threading.Thread(target=p.play, args=[stop]) for p in pupils]
    for thread in threads:
        thread.start()
    wait_for(pupils, ANSWERS)
    for server in running.servers:
        server.restart()
        wait_for(pupils, answered(pupils) + ANSWERS)
    stop.set()
    joined(threads, 120)
    assert not {server.process.pid for server in running.servers} & set(before)
    assert [error for pupil in pupils for error in pupil.refused] == []
    assert answered(pupils) >= 3 * ANSWERS
    for pupil in pupils:
        for place in pupil.acknowledged:
            page = pupil.player.get(place)
            assert any(f'data-testid="{each}"' in page for each in TOLD), place
        pupil.hang_up()
    check(running.database)
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"http://127.0.0.1:{running.port}/metrics", timeout=30)


def alone(tmp_path):
    """One server of one process, on SQLite."""
    return AppServer(
        os.environ
        | {
            "DATABASE_URL": f"sqlite:///{tmp_path}/quiz.sqlite",
            "QUIZ_SECRET_KEY": "only for this test",
            "WEB_CONCURRENCY": "1",
        }
    )


def test_whoever_connects_while_a_server_is_away_is_served_by_the_next(tmp_path):
    server = alone(tmp_path)
    try:
        server.wait()
        server.end()
        with socket.create_connection(("127.0.0.1", server.port), 60) as waiting:
            waiting.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
            time.sleep(0.2)
            server.start()
            server.wait()
            assert waiting.recv(12) == b"HTTP/1.1 200"
    finally:
        server.let_go()


def test_a_server_that_cannot_begin_replaces_nobody(tmp_path):
    server = alone(tmp_path)
    try:
        server.wait()
        goes_on = server.process
        server._environment["QUIZ_PROXIES"] = "many"
        with pytest.raises(CannotBegin):
            server.restart()
        assert server.process is goes_on
        urlopen(f"http://127.0.0.1:{server.port}/readyz", timeout=60).close()
    finally:
        server.let_go()
