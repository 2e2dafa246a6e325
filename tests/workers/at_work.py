"""What the tests have workers do: functions of a module, as they must be."""

import os
import signal
import time
from pathlib import Path

from quiz.errors import Invalid


def add(one, other):
    return one + other


def who():
    return os.getpid()


def sleep(seconds):
    time.sleep(seconds)
    return "awake"


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def eat():
    """All the memory there is."""
    eaten = []
    while True:
        eaten.append(bytearray(64 * 1024 * 1024))


def environment():
    return dict(os.environ)


def open_files():
    """What this process has open, as far as the system tells."""
    found = []
    for each in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(each.readlink()))
        except OSError:
            continue
    return found


def refuse():
    raise Invalid("too_many_pages", most=60)
