"""One database session per request, one commit at its end.

A request of an unsafe method whose answer is below 400 commits; everything
else is rolled back. A request that never asks for the database opens nothing.

Whoever writes keeps others from writing (quiz/db.py), so a page is never drawn
meanwhile: one that answers an unsafe method tells of a refusal, and what the
request had written is undone before.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any, TypeVar

from flask import (
    Flask,
    Response,
    before_render_template,
    current_app,
    g,
    has_app_context,
    request,
    session,
)
from sqlalchemy.exc import DBAPIError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from quiz.db import GONE, Sessions, connect, has_written, is_locked, sessions_of
from quiz.db import commit as keep
from quiz.streaming import PATIENT, PENDING
from quiz.writing import Result, Work, Writer

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
RETRY_AFTER_S = 3
# PostgreSQL's own names of it: two that waited for each other, or changed the same; the
# server ends, or ended, the connection.
_OVER_AT_ONCE = frozenset({"40001", "40P01", "57P01", "57P02", "57P03"})

View = TypeVar("View", bound=Callable[..., Any])

log = logging.getLogger(__name__)


def db() -> Session:
    """This request's session; for a safe method one that only reads."""
    if "db" not in g:
        sessions = sessions_here()
        reads = request.method in SAFE_METHODS
        g.db = sessions.reading() if reads else sessions.writing()
    opened: Session = g.db
    return opened


def sessions_here() -> Sessions:
    """The session makers of the running app, for commands and fixtures."""
    sessions: Sessions = current_app.extensions["quiz.sessions"]
    return sessions


def write_together(work: Work[Result]) -> Result:
    """What the work gives; where it pays, committed with that of other requests.

    It may be done twice, and the request must have written nothing before.

    Args:
        work: takes the session by which it is to read and write.
    """
    writer: Writer = current_app.extensions["quiz.writer"]
    if not writer.pays:
        return work(db())
    keep(db())  # it only read; the connection is for others meanwhile
    return writer.do(work)


def write_meanwhile(work: Work[object]) -> None:
    """The same for an answer that tells nothing but that the work is done.

    Where the server can wait for the commit, no thread does: however many write at the
    same moment, they are all in the line. The view must be `safe_to_repeat`; what the
    work refuses is raised here when the request is done once more.
    """
    writer: Writer = current_app.extensions["quiz.writer"]
    if not writer.pays or not request.environ.get(PATIENT):
        write_together(work)
        return
    keep(db())  # it only read; the connection is for others meanwhile
    request.environ[PENDING] = writer.submit(work)


def init_app(app: Flask) -> None:
    """Give the app its engine and every request its end. Opens nothing."""
    engine = connect(app.config["DATABASE_URL"])
    zone = app.config["BABEL_DEFAULT_TIMEZONE"]
    sessions = app.extensions["quiz.sessions"] = sessions_of(engine, zone)
    app.extensions["quiz.writer"] = Writer(sessions)
    before_render_template.connect(_before_drawing, app)
    app.after_request(commit)
    app.teardown_appcontext(_close)


def is_outage(error: BaseException) -> bool:
    """Whether the database is locked, full or gone, rather than asked wrongly."""
    if isinstance(error, (PoolTimeout, PendingRollbackError)):
        return True
    if not isinstance(error, DBAPIError):
        return False
    missing = "no such table" in str(error.orig)
    return not missing and (
        isinstance(error, OperationalError) or error.connection_invalidated
    )


def undo_writes() -> None:
    """Undo what this request has written, so that nobody waits while it goes on.

    It must be refused then. Before a page is drawn this happens by itself; a view
    calls it where working out what the page shows takes long.
    """
    opened: Session | None = g.get("db")
    if opened is None or request.method in SAFE_METHODS or not opened.in_transaction():
        return
    with suppress(*GONE):
        if is_locked(opened):
            g.undone = True
    with suppress(*GONE):  # its connection is gone, and with it the work
        opened.rollback()


def let_go() -> None:
    """Give the connection back for a while, unless something was written by it.

    Whoever waits for something else (quiz/workers) must not keep it from others.
    What was read stays as it is.
    """
    opened: Session | None = g.get("db") if has_app_context() else None
    if opened is None or not opened.in_transaction():
        return
    if not (opened.new or opened.dirty or opened.deleted or has_written(opened)):
        opened.commit()


def safe_to_repeat(view: View) -> View:
    """A view that may be sent its form twice: the second time changes nothing more.

    Where the database ends its work for a reason that is over at once (the connection
    was cut, two waited for each other), all of it is done once more. Where it is away
    for longer, the page that says so sends the form again by itself.
    """

    @wraps(view)
    def trying(*args: object, **values: object) -> Any:  # noqa: ANN401
        try:
            return _kept(view(*args, **values))
        except DBAPIError as error:
            if not _is_over_at_once(error):
                raise
            log.warning("once more: %s", error.orig.__class__.__name__)
            _begin_anew()
            return view(*args, **values)

    trying.is_safe_to_repeat = True  # type: ignore[attr-defined]
    found: Any = trying
    return found  # type: ignore[no-any-return]


def is_safe_to_repeat() -> bool:
    """Whether the form that came may be sent again by itself."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "is_safe_to_repeat", False) and request.method == "POST"


def _kept(answer: Any) -> Response:  # noqa: ANN401
    """The answer, once what it tells of is committed."""
    response = current_app.make_response(answer)
    opened: Session | None = g.get("db")
    if opened is None or response.status_code >= 400:
        return response
    keep(opened)
    return response


def _is_over_at_once(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or state in _OVER_AT_ONCE


def _begin_anew() -> None:
    """Forget all that this request has asked the database."""
    _close(None)
    for name in [each for each in g if not each.startswith("csrf")]:
        g.pop(name)


def _before_drawing(_app: Flask, **_drawn: object) -> None:
    undo_writes()


def commit(response: Response) -> Response:
    """Keep what the request wrote, or undo it: the last thing that is done of it."""
    opened: Session | None = g.get("db")
    if "undone" in g and response.status_code < 400:
        raise RuntimeError("a page was drawn after writing: redirect to it instead")
    if opened is None or request.method in SAFE_METHODS or response.status_code >= 400:
        return response
    try:
        keep(opened)
    except GONE as error:
        # Nothing happened, so the browser must not be told otherwise.
        session.modified = False
        return current_app.make_response(current_app.handle_user_exception(error))
    return response


def _close(_error: BaseException | None) -> None:
    opened: Session | None = g.pop("db", None)
    if opened is not None:
        with suppress(*GONE):
            opened.close()
