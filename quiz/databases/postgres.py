"""PostgreSQL: what a request sends to it, and what it leaves out.

A page of a round asks three questions and an answer three; over a network each way
there and back counts. So whoever only reads begins no transaction: each statement would
see the newest state in one, too. And whether a connection still stands is not asked of
the server but seen at the socket: a server that was stopped or ended the connection has
closed it, and an idle connection has nothing else to say.
"""

import select
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import InvalidatePoolError

from quiz.databases.statements import refuse_to_write

CONNECT_WITHIN_S = 5
POOL_SIZE = 8
# What the server said last, and the end of it.
_MOST_READS = 4


def connect(url: str) -> Engine:
    """An engine for that database; nothing is opened yet."""
    engine = create_engine(
        url,
        pool_size=POOL_SIZE,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_WITHIN_S},
    )
    event.listen(engine, "checkout", _check)
    event.listen(engine, "before_cursor_execute", refuse_to_write)
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same pool, for those who only read."""
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def _check(connection: Any, _record: object, _proxy: object) -> None:  # noqa: ANN401
    """Have a connection that was cut replaced, and with it all opened before."""
    if not _stands(connection):
        raise InvalidatePoolError


def _stands(connection: Any) -> bool:  # noqa: ANN401
    for _ in range(_MOST_READS):
        if connection.closed:
            return False
        if not _has_something_to_read(connection.pgconn.socket):
            return True
        try:
            connection.pgconn.consume_input()
        except connection.OperationalError:
            return False
    return not connection.closed


def _has_something_to_read(socket: int) -> bool:
    if not hasattr(select, "poll"):  # Windows
        return bool(select.select([socket], [], [], 0)[0])
    watch = select.poll()
    watch.register(socket, select.POLLIN)
    return bool(watch.poll(0))
