"""Bytes of strangers: wherever a server runs, a process beside it reads them.

A hostile file can take any time and memory, and a server does not get over either. So
even one that does all else itself has a worker for this. Commands, whose files are
those of the administrator, read by themselves.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from quiz.workers.pool import Workers, run

Given = ParamSpec("Given")
Found = TypeVar("Found")

_chosen: ContextVar[Workers | None] = ContextVar("readers", default=None)


def choose(workers: Workers | None) -> None:
    """Have these read, in this thread, where nobody is chosen for all work."""
    _chosen.set(workers)


def run_apart(
    work: Callable[Given, Found], *args: Given.args, **kw: Given.kwargs
) -> Found:
    """As `run` of quiz/workers/pool.py; without workers, done by the one that reads.

    Raises:
        Exception: as `run`.
    """
    reading = _chosen.get()
    return run(work, *args, **kw) if reading is None else reading.run(work, *args, **kw)
