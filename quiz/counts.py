"""Where attempts are counted when there is no Redis: a file of all server processes.

A small SQLite file beside the database, never the database itself: counting waits for
nobody who writes there. What is counted stands in it as digests alone, and the file
may be deleted at any time.
"""

import contextlib
import hashlib
import os
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from limits.storage import MovingWindowSupport, Storage

from quiz.config import LIMITS_SCHEME
from quiz.databases import sqlite

_TABLE = """
CREATE TABLE IF NOT EXISTS hits (
    key BLOB NOT NULL, at REAL NOT NULL, until REAL NOT NULL
)
"""
_INDEX = "CREATE INDEX IF NOT EXISTS hits_by_key ON hits (key, at)"


class SharedFile(Storage, MovingWindowSupport):
    """Counts of the moving window, for all processes that name the same file."""

    STORAGE_SCHEME = [LIMITS_SCHEME]

    def __init__(
        self, uri: str, wrap_exceptions: bool = False, **_options: object
    ) -> None:
        """Open nothing yet; the file is made by the first count."""
        super().__init__(uri, wrap_exceptions=wrap_exceptions)
        self._file = url2pathname(urlsplit(uri).path)
        self._here = threading.local()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong: the file cannot be written, or is locked for long."""
        error: type[Exception] = sqlite.driver().Error
        return error

    @contextlib.contextmanager
    def _locked(self) -> Iterator[Any]:
        """The connection of this thread and process, alone with the file."""
        if getattr(self._here, "pid", None) != os.getpid():
            made = sqlite.driver().connect(self._file, timeout=1, isolation_level=None)
            made.execute("PRAGMA synchronous = OFF")
            made.execute("PRAGMA secure_delete = ON")
            made.execute(_TABLE)
            made.execute(_INDEX)
            self._here.connection, self._here.pid = made, os.getpid()
        connection = self._here.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count `amount` more within the last `expiry` seconds, if `limit` allows."""
        moment, digest = _now(), _digest(key)
        with self._locked() as connection:
            connection.execute("DELETE FROM hits WHERE until <= ?", (moment,))
            if _count(connection, digest, moment - expiry) + amount > limit:
                return False
            row = (digest, moment, moment + expiry)
            connection.executemany("INSERT INTO hits VALUES (?, ?, ?)", [row] * amount)
        return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:  # noqa: ARG002
        """When the oldest that still counts was counted (now if none), and how many."""
        moment, digest = _now(), _digest(key)
        with self._locked() as connection:
            oldest, count = connection.execute(
                "SELECT min(at), count(*) FROM hits WHERE key = ? AND at > ?",
                (digest, moment - expiry),
            ).fetchone()
        return (moment if oldest is None else oldest), count

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count `amount` more for `expiry` seconds; how many there are."""
        moment, digest = _now(), _digest(key)
        with self._locked() as connection:
            row = (digest, moment, moment + expiry)
            connection.executemany("INSERT INTO hits VALUES (?, ?, ?)", [row] * amount)
            return _count(connection, digest, moment - expiry)

    def get(self, key: str) -> int:
        """How many count at this moment."""
        moment = _now()
        with self._locked() as connection:
            found = connection.execute(
                "SELECT count(*) FROM hits WHERE key = ? AND until > ?",
                (_digest(key), moment),
            )
            return int(found.fetchone()[0])

    def get_expiry(self, key: str) -> float:
        """When the last that counts does so no longer; now if there is none."""
        with self._locked() as connection:
            found = connection.execute(
                "SELECT max(until) FROM hits WHERE key = ?", (_digest(key),)
            )
            return float(found.fetchone()[0] or _now())

    def check(self) -> bool:
        """Whether it can be counted in."""
        try:
            with self._locked():
                return True
        except self.base_exceptions:
            return False

    def forget_past(self) -> None:
        """Delete what does not count any longer; nobody else may come by to do so."""
        with self._locked() as connection:
            connection.execute("DELETE FROM hits WHERE until <= ?", (_now(),))

    def reset(self) -> int:
        """Forget everything; how many counts there were."""
        with self._locked() as connection:
            return int(connection.execute("DELETE FROM hits").rowcount)

    def clear(self, key: str) -> None:
        """Forget what was counted under this key."""
        with self._locked() as connection:
            connection.execute("DELETE FROM hits WHERE key = ?", (_digest(key),))


def _count(connection: Any, digest: bytes, since: float) -> int:  # noqa: ANN401
    found = connection.execute(
        "SELECT count(*) FROM hits WHERE key = ? AND at > ?", (digest, since)
    )
    return int(found.fetchone()[0])


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode(errors="replace"), digest_size=16).digest()


def _now() -> float:
    return time.time()  # noqa: TID251 (the clock of the library's other storages)
