"""A Redis of the tests' own, which can be killed and begun again where it was."""

import shutil
import socket
import subprocess
import time

import pytest

from tests.patience import ended

BEGINS_WITHIN_S = 30


class Redis:
    """A private server; it keeps nothing. Skips the test where there is none."""

    def __init__(self, folder):
        if shutil.which("redis-server") is None:
            pytest.skip("Redis is not installed on this machine")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}"
        self._folder = folder
        self.begin()

    @property
    def is_there(self):
        return self.process.poll() is None

    def begin(self):
        """Begun, and ready when this comes back."""
        place = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(
            ["redis-server", *place], cwd=self._folder, stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + BEGINS_WITHIN_S
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        pytest.fail("Redis did not begin")

    def kill(self):
        """SIGKILL, and gone when this comes back."""
        self.process.kill()
        ended(self.process)
