"""A server in processes of its own, and what CPU time they use."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[1]
TICKS_PER_S = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
PATIENCE_S = 60
PREPARED_WITHIN_S = 600


def prepare(**environment: str) -> None:
    """Give the game's database all that it begins with, before anything is measured."""
    subprocess.run(
        [sys.executable, "app.py", "prepare"],
        cwd=ROOT,
        env=os.environ | environment,
        timeout=PREPARED_WITHIN_S,
        check=True,
    )


class Server:
    """A command that serves HTTP on `port` until the `with` block ends."""

    def __init__(self, command: list[str], ready: str, **environment: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port: int = listener.getsockname()[1]
        self._command = [part.replace("{port}", str(self.port)) for part in command]
        self._ready = ready
        self._environment = os.environ | {"PORT": str(self.port)} | environment
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start and wait until it answers."""
        self._process = subprocess.Popen(
            [sys.executable, *self._command],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(
                    f"http://127.0.0.1:{self.port}{self._ready}", timeout=5
                ).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        raise RuntimeError("the server never answered")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(PATIENCE_S)

    def cpu_s(self) -> float:
        """CPU seconds (user and system) of all its processes so far."""
        return cpu_s_of({str(self._process.pid)} if self._process else set())

    def rss_mb(self) -> float:
        """Resident memory of all its processes; what they share counts in each."""
        session = str(self._process.pid) if self._process else ""
        found = 0
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and _is_of(entry / "stat", session):
                found += int((entry / "statm").read_text().split()[1])
        return found * os.sysconf("SC_PAGE_SIZE") / 2**20


def cpu_s_of(sessions: set[str]) -> float:
    """CPU seconds (user and system) of all processes of these sessions so far."""
    stats = (
        entry / "stat" for entry in Path("/proc").iterdir() if entry.name.isdigit()
    )
    return sum(_ticks(stat, sessions) for stat in stats) / TICKS_PER_S


def _is_of(stat: Path, session: str) -> bool:
    try:
        return stat.read_text().rpartition(")")[2].split()[3] == session
    except OSError:
        return False


def _ticks(stat: Path, sessions: set[str]) -> int:
    """User and system ticks of the process, 0 if it is of no such session."""
    try:
        fields = stat.read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12]) if fields[3] in sessions else 0
