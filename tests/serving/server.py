"""A server of the tests' own: `python app.py` in processes of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from quiz.config import ROOT
from tests.patience import PATIENCE_S, said


def settings(database_url):
    """The environment of a server with that database, on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return os.environ | {
        "PORT": str(port),
        "DATABASE_URL": database_url,
        "QUIZ_SECRET_KEY": "only for this test",
        "WEB_CONCURRENCY": "2",
    }


def begin(command, environment):
    """Python with that command, in a process whose every word is kept."""
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


class Server:
    """Begun and ready when it is made; `ready_s` is how long that took."""

    def __init__(self, environment):
        self.process = begin(["app.py"], environment)
        self.port = int(environment["PORT"])
        began = time.monotonic()
        until = began + PATIENCE_S
        while time.monotonic() < until and self.process.poll() is None:
            try:
                address = f"http://127.0.0.1:{self.port}/readyz"
                urllib.request.urlopen(address, timeout=5).close()
            except OSError:
                time.sleep(0.05)
            else:
                self.ready_s = time.monotonic() - began
                return
        pytest.fail(f"it never became ready: {self.kill()}")

    def kill(self):
        """SIGKILL to the one process that was started; what it had said.

        All that it began ends with it, or the test fails.
        """
        self.process.kill()
        return said(self.process)
