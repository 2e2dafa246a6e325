"""Work that takes long, done by a few processes beside the server.

Each process has a pipe of its own and one task at a time, so that one that is killed,
or that has to be, takes nothing with it but its task. A process is begun when it is
first needed, long after the server forked; it inherits no socket and no connection, has
little memory, and ends with the process that began it.

Where nobody chose workers (commands, most tests) `run` does the work itself.
"""

import importlib
import multiprocessing
import os
import queue
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

from quiz.errors import Busy, Invalid
from quiz.meters.notes import note
from quiz.workers import confinement

Given = ParamSpec("Given")
Found = TypeVar("Found")

LONGEST_S = 10.0
STARTS_WITHIN_S = 60.0
# A process that read this many texts makes room for a new one.
MOST_TASKS = 200
_context = multiprocessing.get_context("spawn")


def run(work: Callable[Given, Found], *args: Given.args, **kw: Given.kwargs) -> Found:
    """What the work gives, done by the workers chosen here; without any, done here.

    Args:
        work: a function of a module.
        *args: what it is given; all that goes to and fro is pickled.
        **kw: the same.

    Raises:
        Invalid: "took_too_long" with `seconds`; "gave_up" its process needed too much
            memory, crashed or was killed.
        Busy: "workers_busy": too many wait already, or no process can be begun.
        Exception: what the work raises.
    """
    workers = _chosen.get()
    return work(*args, **kw) if workers is None else workers.run(work, *args, **kw)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken on.

    Attributes:
        seconds: how long one task may take.
        most: how many people may wait or be served.
        most_for_one: how many places of these one person may have.
        most_held: how many may wait without a place; each holds a thread of the server.
    """

    seconds: float = LONGEST_S
    most: int = 12
    most_for_one: int = 3
    most_held: int = 3


class Workers:
    """Some processes, and the line of those who wait for them.

    Args:
        processes: how many; each is begun when it is needed.
        limits: how much they take on.
        modules: what every process imports before its first task.
        before: called by whoever is about to wait, such as to let go of what others
            need.
    """

    def __init__(
        self,
        processes: int = 2,
        limits: Limits | None = None,
        modules: Sequence[str] = (),
        before: Callable[[], None] = lambda: None,
    ) -> None:
        self._limits, self._before = limits or Limits(), before
        self.held = threading.BoundedSemaphore(self._limits.most_held)
        self._modules = tuple(modules)
        self._placed: Counter[Hashable] = Counter()
        self._lock = threading.Lock()
        self._free: queue.SimpleQueue[_Worker | None] = queue.SimpleQueue()
        for _ in range(processes):
            self._free.put(None)

    def run(self, work: Callable[..., Found], *args: object, **kw: object) -> Found:
        """As `run`."""
        if _has_place.get():
            return self._done(work, args, kw)
        if not self.held.acquire(blocking=False):
            raise Busy("workers_busy")
        try:
            return self._done(work, args, kw)
        finally:
            self.held.release()

    @contextmanager
    def place(self, person: Hashable) -> Iterator[None]:
        """A place in the line, for all that is run while it lasts.

        Raises:
            Busy: "workers_busy" the line is full; "yours_first" of one's own places.
        """
        with self._lock:
            if self._placed[person] >= self._limits.most_for_one:
                raise Busy("yours_first")
            if self._placed.total() >= self._limits.most:
                raise Busy("workers_busy")
            self._placed[person] += 1
        try:
            yield
        finally:
            with self._lock:
                self._placed[person] -= 1
                self._placed += Counter()  # forget who has none

    def close(self) -> None:
        """End the processes that do nothing just now."""
        with suppress(queue.Empty):
            while True:
                worker = self._free.get_nowait()
                if worker:
                    worker.end()

    def _done(
        self, work: Callable[..., Found], args: Sequence[object], kw: dict[str, object]
    ) -> Found:
        self._before()
        began, ended = time.perf_counter(), "unable"
        try:
            found = self._done_by_one(work, args, kw)
            ended = "well"
            return found
        except (Busy, Invalid) as error:
            ended = error.reason
            raise
        finally:
            note("work", time.perf_counter() - began, ended)

    def _done_by_one(
        self, work: Callable[..., Found], args: Sequence[object], kw: dict[str, object]
    ) -> Found:
        try:
            worker = self._free.get(timeout=self._patience_s)
        except queue.Empty:
            raise Busy("workers_busy") from None
        try:
            if worker is None or worker.is_gone:
                worker = _Worker(self._modules)
            found: Found = worker.do((work, args, kw), self._limits.seconds)
            return found
        finally:
            self._free.put(None if worker is None or worker.is_gone else worker)

    @property
    def _patience_s(self) -> float:
        # Without a place somebody holds a thread of the server meanwhile.
        return self._limits.seconds * (self._limits.most if _has_place.get() else 1)


_chosen: ContextVar[Workers | None] = ContextVar("workers", default=None)
_has_place: ContextVar[bool] = ContextVar("has_place", default=False)


def choose(workers: Workers | None) -> None:
    """Have these do what is run from here on, in this thread; None for nobody."""
    _chosen.set(workers)
    _has_place.set(False)


def take_place(workers: Workers) -> None:
    """Have all that is run in this thread stand in a place that somebody took."""
    _chosen.set(workers)
    _has_place.set(True)


class _Worker:
    """One process, ready for its first task."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._line, theirs = _context.Pipe()
        self._process = _context.Process(
            target=_serve, args=(theirs, modules), daemon=True
        )
        self._tasks = 0
        with _starting, _deaf():
            self._process.start()
        theirs.close()
        try:
            self._heard(STARTS_WITHIN_S)
        except Invalid as error:
            self.end()
            raise Busy("workers_busy") from error

    @property
    def is_gone(self) -> bool:
        """Whether it takes no more tasks."""
        return self._line.closed or not self._process.is_alive()

    def do(self, task: object, seconds: float) -> Any:  # noqa: ANN401 (what the work gives)
        """What the task gives; if anything goes wrong but the work itself, it ends.

        Raises:
            Invalid: as `run`.
            Exception: what the work raises.
        """
        self._tasks += 1
        try:
            self._line.send(task)
            is_well, found = self._heard(seconds)
        except BaseException:
            self.end()
            raise
        if self._tasks >= MOST_TASKS:
            self.end()
        if not is_well:
            raise found
        return found

    def _heard(self, seconds: float) -> tuple[bool, Any]:
        try:
            if not self._line.poll(seconds):
                raise Invalid("took_too_long", seconds=round(seconds))
            heard: tuple[bool, Any] = self._line.recv()
        except (EOFError, OSError) as error:
            raise Invalid("gave_up") from error
        return heard

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._line.close()


_starting = threading.Lock()


@contextmanager
def _deaf() -> Iterator[None]:
    """What this thread begins hears no Ctrl-C, from its very first moment on."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, modules: Sequence[str]) -> None:
    """What a process does all its life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be begun deaf
    threading.Thread(target=_end_with_parent, daemon=True).start()
    confinement.confine()
    for each in modules:
        importlib.import_module(each)
    line.send((True, None))
    while True:
        try:
            work, args, kw = line.recv()
        except EOFError:
            return
        confinement.end_after(2 * LONGEST_S)
        try:
            found = True, work(*args, **kw)
        except MemoryError:
            os._exit(1)
        except Exception as error:  # noqa: BLE001 (raised again by who asked)
            found = False, error
        line.send(found)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
