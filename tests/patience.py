"""Waiting with an end: a test that would wait for ever says what it waited for.

The bounds are far beyond what a busy machine needs.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

PATIENCE_S = 60


def said(process: "subprocess.Popen[str]", patience_s: float = PATIENCE_S) -> str:
    """All that the process says on stdout until it, and whatever it began, has ended.

    What it began has the same stdout; where one of those goes on, the test fails and
    says which, and it is ended.
    """
    try:
        return process.communicate(timeout=patience_s)[0]
    except subprocess.TimeoutExpired:
        left = list(_holding(process))
        for pid, _ in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        state = "still runs" if process.returncode is None else "has ended"
        goes_on = ", ".join(f"{pid} ({command})" for pid, command in left)
        pytest.fail(
            f"after {patience_s} s process {process.pid} {state};"
            f" what goes on: {goes_on or 'nothing that could be seen'}"
        )


def ended(process: "subprocess.Popen[Any]", patience_s: float = PATIENCE_S) -> int:
    """The exit status of a process, once it has ended."""
    try:
        return process.wait(patience_s)
    except subprocess.TimeoutExpired:
        process.kill()
        pytest.fail(f"{process.args} did not end within {patience_s} s")


def joined(threads: Iterable[Thread], patience_s: float = PATIENCE_S) -> None:
    """Wait until all of these threads are done."""
    for thread in threads:
        thread.join(patience_s)
        if thread.is_alive():
            pytest.fail(f"{thread} was not done within {patience_s} s")


def _holding(process: "subprocess.Popen[str]") -> Iterable[tuple[int, str]]:
    """Id and command of who has this process's stdout open (Linux)."""
    if sys.platform != "linux" or process.stdout is None:
        return
    pipe = Path(f"/proc/self/fd/{process.stdout.fileno()}").readlink()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):
            if any(each.readlink() == pipe for each in (entry / "fd").iterdir()):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ")
                yield int(entry.name), command.decode(errors="replace")[:80]
