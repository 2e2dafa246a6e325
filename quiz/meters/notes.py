"""Whoever does something notes how long it took; who listens does not matter to it.

Without a listener a note costs a call and is gone.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str, float, tuple[str, ...]], None]

_listeners: list[Listener] = []


def note(what: str, amount: float, *of: str) -> None:
    """Tell the listeners that so much of it happened.

    Args:
        what: a name that quiz/meters/prometheus.py knows.
        amount: seconds, or how many.
        *of: which kind of it; never who, or of whom.
    """
    for each in _listeners:
        each(what, amount, of)


@contextmanager
def timed(what: str, *of: str) -> Iterator[None]:
    """Note how many seconds the block took, whatever comes of it."""
    began = time.perf_counter()
    try:
        yield
    finally:
        note(what, time.perf_counter() - began, *of)


def listen(listener: Listener) -> None:
    """Tell this one, too, from now on; told twice it hears once."""
    if listener not in _listeners:
        _listeners.append(listener)


def listen_no_more(listener: Listener) -> None:
    """Tell this one nothing any more."""
    if listener in _listeners:
        _listeners.remove(listener)
