"""The game as `make run` serves it, in processes of its own that can be killed."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from quiz.config import ROOT

PATIENCE_S = 60
SECRET = "only for these journeys"


class Game:
    """A server on a database of its own; `start()` it, `kill()` it, start it again."""

    def __init__(self, database_url: str, workers: int = 2) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port: int = listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.database_url = database_url
        self._environment = os.environ | {
            "PORT": str(self.port),
            "DATABASE_URL": database_url,
            "QUIZ_SECRET_KEY": SECRET,
            "WEB_CONCURRENCY": str(workers),
            # Every form leads on at once; tests/serving has what waits.
            "QUIZ_WORKERS": "0",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Serve, and wait until it is ready."""
        self._process = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + PATIENCE_S
        ready = urllib.request.Request(f"{self.address}/readyz")  # noqa: S310 (ours)
        while time.monotonic() < until and self._process.poll() is None:
            try:
                urllib.request.urlopen(ready, timeout=5).close()  # noqa: S310
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise RuntimeError(f"it never became ready: {self._process.poll()}")

    def kill(self) -> None:
        """End all its processes at once, without any warning."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(PATIENCE_S)
            self._process = None

    def kill_the_master(self) -> None:
        """End the first process only; the others notice."""
        if self._process is not None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait(PATIENCE_S)
            self._process = None

    def kill_a_worker(self) -> None:
        """End one of the processes that answer; the first process replaces it."""
        if self._process is not None:
            pid = self._process.pid
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            os.kill(int(children[0]), signal.SIGKILL)
