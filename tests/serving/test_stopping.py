"""A server that is to stop stops soon, and nothing that it began outlives it."""

import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from quiz.install import is_inside
from tests.patience import PATIENCE_S, said
from tests.serving.server import Server, begin, settings

pytestmark = pytest.mark.skipif(
    not is_inside() or os.name == "nt", reason="runs on the .venv of a checkout"
)
# A process that takes a second from its fork to where it minds signals itself.
SLOW_TO_BEGIN = """
import socket, time
from quiz.server import process
from quiz.server.gateway import Gateway, Size

class Slow(process.Worker):
    def init_process(self):
        print("begun", flush=True)
        time.sleep(1)
        super().init_process()

process.Worker = Slow
listener = socket.create_server(("127.0.0.1", 0))
gateway = Gateway(lambda environ, start: [], Size(1, 1, 1))
process.Server(listener, gateway, begun=lambda: None).run()
"""


@pytest.fixture
def environment(tmp_path):
    return settings(f"sqlite:///{tmp_path}/quiz.sqlite")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_process_that_has_only_just_begun_stops_with_its_server(how):
    server = begin(["-c", SLOW_TO_BEGIN], os.environ | {"WEB_CONCURRENCY": "1"})
    assert server.stdout.readline() == "begun\n"
    server.send_signal(how)
    # Whoever had to be killed is told of.
    assert said(server) == ""
    assert server.returncode == 0


def test_stopped_as_soon_as_it_says_where_it_is_it_leaves_nothing_behind(environment):
    server = begin(["app.py"], environment)
    assert "http://" in server.stdout.readline()
    began = time.monotonic()
    server.send_signal(signal.SIGINT)
    assert said(server) == ""
    # Reading the rest of the library takes longer, and is left for the next start.
    assert time.monotonic() - began < PATIENCE_S / 2


def test_who_sends_slowly_does_not_hold_up_the_end(environment):
    server = Server(environment)
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE_S) as slow:
        slow.sendall(
            b"POST /language HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nl"
        )
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        heard = said(server.process)
    assert server.process.returncode == 0
    assert heard.count("\n") == 1, heard  # nobody was told to break anything off


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells who is left")
def test_all_that_a_server_began_ends_when_it_is_killed(environment):
    server = Server(environment)
    begun = descendants(server.process.pid)
    assert len(begun) >= int(environment["WEB_CONCURRENCY"])
    server.kill()
    until = time.monotonic() + PATIENCE_S
    while left := [pid for pid in begun if is_at_work(pid)]:
        assert time.monotonic() < until, left
        time.sleep(0.05)


def descendants(pid):
    """All processes that one began, and those that they did."""
    found = []
    for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(each), *descendants(int(each))]
    return found


def is_at_work(pid):
    """Whether a process is there, and no mere entry of one that ended."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"
