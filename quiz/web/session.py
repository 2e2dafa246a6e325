"""One database session per request, one commit at its end.

A request of an unsafe method whose answer is below 400 commits; everything
else is rolled back. A request that never asks for the database opens nothing.

Whoever writes keeps others from writing (quiz/db.py), so a page is never drawn
meanwhile: one that answers an unsafe method tells of a refusal, and what the
request had written is undone before.
"""

from flask import (
    Flask,
    Response,
    before_render_template,
    current_app,
    g,
    request,
    session,
)
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from quiz.db import Sessions, connect, is_locked, sessions_of

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
RETRY_AFTER_S = 3


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


def init_app(app: Flask) -> None:
    """Give the app its engine and every request its end. Opens nothing."""
    engine = connect(app.config["DATABASE_URL"])
    zone = app.config["BABEL_DEFAULT_TIMEZONE"]
    app.extensions["quiz.sessions"] = sessions_of(engine, zone)
    before_render_template.connect(_before_drawing, app)
    app.after_request(_commit)
    app.teardown_appcontext(_close)


def is_outage(error: BaseException) -> bool:
    """Whether the database is locked, full or gone, rather than asked wrongly."""
    if isinstance(error, PoolTimeout):
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
    if is_locked(opened):
        g.undone = True
    opened.rollback()


def _before_drawing(_app: Flask, **_drawn: object) -> None:
    undo_writes()


def _commit(response: Response) -> Response:
    opened: Session | None = g.get("db")
    if "undone" in g and response.status_code < 400:
        raise RuntimeError("a page was drawn after writing: redirect to it instead")
    if opened is None or request.method in SAFE_METHODS or response.status_code >= 400:
        return response
    try:
        opened.commit()
    except DBAPIError as error:
        opened.rollback()
        # Nothing happened, so the browser must not be told otherwise.
        session.modified = False
        return current_app.make_response(current_app.handle_user_exception(error))
    return response


def _close(_error: BaseException | None) -> None:
    opened: Session | None = g.pop("db", None)
    if opened is not None:
        opened.close()
