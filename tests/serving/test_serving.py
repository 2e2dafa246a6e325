"""`python app.py`: it serves, it stops, and it says in one line why it cannot."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from quiz.config import ROOT
from quiz.install import is_inside

pytestmark = [
    pytest.mark.skipif(
        not is_inside() or os.name == "nt", reason="runs on the .venv of a checkout"
    ),
]
PATIENCE_S = 60


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def environment(tmp_path):
    return os.environ | {
        "PORT": str(free_port()),
        "DATABASE_URL": f"sqlite:///{tmp_path}/quiz.sqlite",
        "QUIZ_SECRET_KEY": "only for this test",
        "WEB_CONCURRENCY": "2",
    }


@pytest.fixture
def start(environment):
    running = []

    def begin():
        server = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running.append(server)
        wait_until_ready(environment["PORT"], server)
        return server

    yield begin
    for server in running:
        server.kill()
        server.communicate()


def wait_until_ready(port, server):
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and server.poll() is None:
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5)
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"it never became ready: {server.communicate()[0]}")


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
    said, _ = server.communicate(timeout=15)
    assert server.returncode == 0
    assert "Traceback" not in said
    assert said.count("\n") == 1


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
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "Wer sagt was? needs Python 3.11 or newer; this is Python 3.9.\n"
    )


def test_the_first_file_can_be_read_by_the_oldest_pythons():
    assert (ROOT / "app.py").read_bytes().isascii()
