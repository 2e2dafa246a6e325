"""A server of the tests' own: `python app.py` in processes of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from quiz.config import ROOT

PATIENCE_S = 60


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


class Server:
    """Begun and ready when it is made."""

    def __init__(self, environment):
        self.process = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.port = int(environment["PORT"])
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and self.process.poll() is None:
            try:
                address = f"http://127.0.0.1:{self.port}/readyz"
                urllib.request.urlopen(address, timeout=5).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        pytest.fail(f"it never became ready: {self.kill()}")

    def kill(self):
        """SIGKILL to the one process that was started; what it had said."""
        self.process.kill()
        return self.process.communicate()[0]
