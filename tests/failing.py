"""A database that fails when a test wants it to."""

from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.exc import OperationalError


@contextmanager
def failing_at(app, step):
    """The database fails at the step-th statement or commit from now on."""
    engine = app.extensions["quiz.sessions"].engine
    left = [step]

    def count(*_args):
        left[0] -= 1
        if left[0] == 0:
            raise OperationalError("a step", {}, Exception("disk I/O error"))

    def before(_connection, _cursor, _statement, _parameters, _context, _many):
        count()

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "commit", count)
    try:
        yield left
    finally:
        event.remove(engine, "before_cursor_execute", before)
        event.remove(engine, "commit", count)
