"""Which statements write, and nobody who only reads sends one."""

from sqlalchemy import Connection
from sqlalchemy.engine import ExecutionContext

READING = "reading"
"""The execution option of those who only read; in tests the info of a connection."""

_LOCKLESS = frozenset({"SELECT", "BEGIN", "COMMIT", "PRAGMA"})
_HARMLESS = _LOCKLESS | {"SAVEPOINT", "RELEASE", "ROLLBACK", "WITH"}


class WritesWhileReading(RuntimeError):
    """A page writes: a GET must change nothing."""


def needs_lock(statement: str, context: ExecutionContext | None) -> bool:
    """Whether a statement writes, or reads what must not change until the end.

    Args:
        statement: the SQL as it is sent.
        context: what SQLAlchemy made it from; None where it was given as text.
    """
    if _first_word(statement) not in _LOCKLESS:
        return True
    asked = getattr(getattr(context, "compiled", None), "statement", None)
    return getattr(asked, "_for_update_arg", None) is not None


def only_reads(connection: Connection) -> bool:
    """Whether nothing is to be written by this connection."""
    chosen = connection.get_execution_options().get(READING, False)
    return bool(chosen or connection.info.get(READING, False))


def refuse_to_write(
    connection: Connection,
    _cursor: object,
    statement: str,
    _parameters: object,
    context: ExecutionContext | None,
    _executemany: bool,
) -> None:
    """Listens before each statement of an engine.

    Raises:
        WritesWhileReading: it writes, or takes a lock, where only reading is allowed.
    """
    word = _first_word(statement)
    if word in _HARMLESS and not (word == "SELECT" and needs_lock(statement, context)):
        return
    if only_reads(connection):
        raise WritesWhileReading(word)


def _first_word(statement: str) -> str:
    return statement.split(maxsplit=1)[0].upper()
