"""One way in for what is written often: a thread that commits many things at once.

Each process has one writer. While it commits, what else is to be written waits in a
line; all of that is the next batch, without any fixed wait. So there is one commit (and
on SQLite one taking of the lock) for as many answers as came meanwhile, and within a
process nobody competes for the lock.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import Session

from quiz.db import Sessions, commit

WRITER = "writer"
"""How the name of its thread begins."""
LONGEST_S = 0.025
"""How long pieces are taken into one batch; what is left over is the next."""

Result = TypeVar("Result")
Work = Callable[[Session], Result]

# Of the database, not of what it was asked: it is locked, full, away or cut off.
_AWAY = (OperationalError, InterfaceError)


@dataclass(eq=False, slots=True)
class _Piece:
    work: Work[Any]
    kept: Future[Any] = field(default_factory=Future)
    result: Any = None
    error: Exception | None = None

    def tell(self) -> None:
        """What became of it, to whoever waits."""
        if self.error is not None:
            self.kept.set_exception(self.error)
        else:
            self.kept.set_result(self.result)


class Writer:
    """Does pieces of work in order, several in one transaction.

    A piece that fails is undone by itself and harms no other. If the database is locked
    or lost, every piece of the batch fails with that error, and none is tried again.

    The thread begins with the first work after a fork, does what was handed in before
    the process ends, and knows nothing of a request.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._line: deque[_Piece] = deque()
        # Its thread begins with the first work: none would survive a fork.
        self._thread = ThreadPoolExecutor(1, WRITER)

    @property
    def pays(self) -> bool:
        """Whether a thread that could do the work itself waits less by handing it in.

        That is so where writing has one lock. PostgreSQL writes for many at once.
        """
        return self._sessions.engine.dialect.name == "sqlite"

    def submit(self, work: Work[Result]) -> "Future[Result]":
        """What the work will give, once it is committed; or what it raised.

        Args:
            work: takes a session of its own, and may write by it. It may be done
                anew, if the transaction is undone because of another piece. It must
                not wait for another piece.
        """
        piece = _Piece(work)
        self._line.append(piece)
        self._thread.submit(self._write)
        return piece.kept

    def do(self, work: Work[Result]) -> Result:
        """The same, waited for: what the work gives, committed."""
        return self.submit(work).result()

    def _write(self) -> None:
        """One batch; nothing where the line is empty by now."""
        taken: list[_Piece] = []
        try:
            self._together(self._next(), taken)
        except _AWAY as error:
            _fail(taken, error)
        except Exception as error:  # noqa: BLE001 (they wait to be told)
            self._one_by_one(taken, error)

    def _next(self) -> Iterator[_Piece]:
        """What is in the line and still wanted, for so long."""
        until = time.monotonic() + LONGEST_S
        while self._line and time.monotonic() < until:
            piece = self._line.popleft()
            if piece.kept.set_running_or_notify_cancel():
                yield piece

    def _one_by_one(self, pieces: list[_Piece], error: Exception) -> None:
        """All was undone because of one: who it was is seen when each is alone."""
        if len(pieces) == 1:
            _fail(pieces, error)
            return
        for number, piece in enumerate(pieces):
            piece.error = None
            try:
                self._together(iter([piece]), [])
            except _AWAY as away:
                _fail(pieces[number:], away)
                return
            except Exception as own:  # noqa: BLE001 (the next have their turn)
                _fail([piece], own)

    def _together(self, pieces: Iterator[_Piece], taken: list[_Piece]) -> None:
        """One transaction; `taken` are those of it that nobody was told of yet."""
        is_clean = True
        with self._sessions.writing() as session:
            for piece in pieces:
                taken.append(piece)
                try:
                    with _alone(session) if is_clean else session.begin_nested():
                        piece.result = piece.work(session)
                except DBAPIError:
                    # SQLite may have undone the whole transaction by itself.
                    raise
                except Exception as error:  # noqa: BLE001 (others go on)
                    piece.error = error
                else:
                    is_clean = False
                session.expunge_all()  # the next one reads for itself
            commit(session)
            for piece in taken:
                piece.tell()
            taken.clear()


@contextmanager
def _alone(session: Session) -> Iterator[None]:
    """The first piece of a transaction needs no savepoint: it is undone with it."""
    try:
        yield
        session.flush()
    except Exception:
        session.rollback()
        raise


def _fail(pieces: list[_Piece], error: Exception) -> None:
    for piece in pieces:
        if not piece.kept.done():
            piece.kept.set_exception(error)
