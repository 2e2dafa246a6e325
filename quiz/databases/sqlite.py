"""SQLite: which one the app runs on, and how its connections behave.

SQLite has one lock for all writing. A transaction takes it by BEGIN IMMEDIATE
before its first statement that is no plain SELECT, and not before: whatever a
request reads and works out until then keeps nobody else from writing. Between
the reading and the writing others may have written, as in PostgreSQL's READ
COMMITTED, so what must not have changed is read FOR UPDATE on both (on SQLite that
takes the lock). A plain BEGIN that writes without having let go of what it read
would fail with "database is locked", and no timeout helps.

Who only reads (statements.py) never takes the lock; connections with the execution
option `locks_first` take it at once.

Versions before 3.51.3 can damage a database in WAL mode when two connections write
or checkpoint in the same moment (https://sqlite.org/wal.html#walresetbug). Most
machines still have such a one, so a newer one comes with the app where there is a
wheel of it.
"""

import sqlite3
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExecutionContext

from quiz.databases.statements import needs_lock, refuse_to_write
from quiz.meters.notes import timed

try:
    from pysqlite3 import dbapi2 as _bundled
except ImportError:
    _bundled = None

BUSY_TIMEOUT_MS = 5_000
# The first version without the bug above.
SOUND_SINCE = (3, 51, 3)
# In the info of a connection: whether its transaction may write.
_LOCKED = "locked"


def driver() -> ModuleType:
    """The newer SQLite of the two that are here: the bundled one or Python's own."""
    here = [each for each in (_bundled, sqlite3) if each is not None]
    return max(here, key=lambda each: each.sqlite_version_info)


def version() -> tuple[int, ...]:
    """Which version the app runs on, such as (3, 53, 4)."""
    found: tuple[int, ...] = driver().sqlite_version_info
    return found


def is_sound(found: tuple[int, ...]) -> bool:
    """Whether that version cannot damage a database that several processes use."""
    return found >= SOUND_SINCE


def connect(url: str) -> Engine:
    """An engine for that file; nothing is opened yet.

    Its errors do not show the values of a statement: they end up in logs.
    """
    engine = create_engine(url, module=driver(), hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", refuse_to_write)
    event.listen(engine, "before_cursor_execute", _lock)
    return engine


def is_locked(connection: Connection) -> bool:
    """Whether this connection's transaction keeps others from writing."""
    return bool(connection.info.get(_LOCKED))


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401
    # The driver must not begin transactions by itself: `_begin` does.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    # Never by memory-mapped files: a fault there ends the whole process.
    connection.execute("PRAGMA mmap_size = 0")
    # What is deleted is overwritten, so that no file keeps it.
    connection.execute("PRAGMA secure_delete = ON")
    # An answer that was acknowledged must survive a power cut.
    connection.execute("PRAGMA synchronous = FULL")
    # Its own knows no capitals but A to Z; whoever looks for "über" means "Über", too.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _begin(connection: Connection) -> None:
    at_once = connection.get_execution_options().get("locks_first", False)
    if at_once:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:  # takes no lock and cannot fail, and every page does it
        _driver_of(connection).execute("BEGIN")
    connection.info[_LOCKED] = at_once


def _driver_of(connection: Connection) -> Any:  # noqa: ANN401
    return connection.connection.dbapi_connection


def _lock(
    connection: Connection,
    _cursor: object,
    statement: str,
    _parameters: object,
    context: ExecutionContext | None,
    _executemany: bool,
) -> None:
    """Take the lock before the first statement that writes, on the newest state."""
    if connection.info.get(_LOCKED, True) or not needs_lock(statement, context):
        return
    if _driver_of(connection).in_transaction:
        connection.exec_driver_sql("COMMIT")
    with timed("lock", "sqlite"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.info[_LOCKED] = True
