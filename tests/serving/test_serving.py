"""`python app.py`: it serves, it stops, and it says in one line why it cannot."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from quiz.config import ROOT
from quiz.install import is_inside
from tests.patience import PATIENCE_S, said
from tests.serving.server import Server, settings

pytestmark = pytest.mark.skipif(
    not is_inside() or os.name == "nt", reason="runs on the .venv of a checkout"
)
STOPS_WITHIN_S = 15


@pytest.fixture
def environment(tmp_path):
    return settings(f"sqlite:///{tmp_path}/quiz.sqlite")


@pytest.fixture
def start(environment):
    running = []

    def begin():
        running.append(Server(environment))
        return running[-1].process

    yield begin
    for server in running:
        server.kill()


def refused(environment, **changed):
    """What it says when it cannot serve: its one line."""
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=environment | changed,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    return line


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_when_asked(start, how):
    server = start()
    server.send_signal(how)
    heard = said(server, STOPS_WITHIN_S)
    assert server.returncode == 0
    assert "Traceback" not in heard
    assert heard.count("\n") == 1, heard


def test_after_being_killed_it_starts_again_on_the_same_port(start):
    start().kill()
    start()


def test_a_port_in_use_is_named(environment):
    with socket.create_server(("127.0.0.1", int(environment["PORT"]))):
        assert f"Port {environment['PORT']} is in use" in refused(environment)


@pytest.mark.parametrize("port", ["70000", "eighty", "-1"])
def test_a_port_that_is_none_is_refused(environment, port):
    assert "PORT must be a number" in refused(environment, PORT=port)


def test_a_database_that_does_not_answer_is_said(environment, tmp_path):
    url = f"postgresql://nobody@/nothing?host={tmp_path}"
    assert "does not answer" in refused(environment, DATABASE_URL=url)


def test_a_database_nobody_knows_is_said(environment):
    assert "DATABASE_URL" in refused(environment, DATABASE_URL="nonsense://x")


def test_a_weak_secret_is_refused(environment):
    assert "QUIZ_SECRET_KEY" in refused(environment, QUIZ_SECRET_KEY="weak")


def test_too_old_a_python_is_told_so_in_one_line():
    code = (
        "import sys; sys.version_info = (3, 9, 1, 'final', 0);"
        "exec(compile(open('app.py').read(), 'app.py', 'exec'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "Wer sagt was? needs Python 3.11 or newer; this is Python 3.9.\n"
    )


def test_the_first_file_can_be_read_by_the_oldest_pythons():
    assert (ROOT / "app.py").read_bytes().isascii()
