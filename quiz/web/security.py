"""The security log: who signed in, what was deleted or taken along; never content.

A view notes what happened; it is written after the request is done, in a transaction of
its own, because what failed is rolled back and should be seen all the same.
"""

import logging
from uuid import UUID

from flask import Flask, Response, g
from sqlalchemy.exc import DBAPIError

from quiz.web.clock import now
from quiz.web.models import SecurityEvent
from quiz.web.session import sessions_here

KINDS = (
    "signed_in", "sign_in_failed", "signed_out", "registered", "invited",
    "password_reset", "reset_offered", "account_let_in",
    "class_deleted", "seat_deleted", "seat_renewed", "teacher_let_in",
    "report_taken", "seat_taken", "article_deleted", "set_deleted",
    "question_mended",
)  # fmt: skip

log = logging.getLogger(__name__)


def note(kind: str, user_id: UUID | None = None) -> None:
    """Have it in the log, whatever becomes of the request.

    Raises:
        ValueError: no such kind; a new one goes into `KINDS` first.
    """
    if kind not in KINDS:
        raise ValueError(kind)
    if "security" not in g:
        g.security = []
    g.security.append((kind, user_id))


def init_app(app: Flask) -> None:
    """Write what was noted after each request; must come before the session's end."""
    app.after_request(write)


def write(response: Response) -> Response:
    """Write what was noted, once the request's own transaction is over."""
    noted = g.pop("security", None)
    if not noted:
        return response
    try:
        opened = g.get("db")
        if opened is not None and opened.in_transaction():
            opened.rollback()  # it was not committed; its lock must not be waited for
        with sessions_here().writing.begin() as session:
            for kind, user_id in noted:
                event = SecurityEvent(happened_at=now(), kind=kind, user_id=user_id)
                session.add(event)
    except DBAPIError:
        log.warning("not in the security log: %s", noted)
    return response
