"""The security log: who signed in, what was deleted or taken along; never content.

A view notes what happened; it is written after the request is done, in a transaction of
its own, because what failed is rolled back and should be seen all the same.

What anybody can bring about as often as they like has one line an hour with a number,
so that nobody fills the log, or hides in it, or makes others wait for its writing.
"""

import logging
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from flask import Flask, Response, g, request
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from quiz.db import upsert
from quiz.web.clock import now
from quiz.web.models import SecurityEvent
from quiz.web.session import SAFE_METHODS, sessions_here

KINDS = (
    "signed_in", "sign_in_failed", "signed_out", "registered", "invited",
    "password_reset", "reset_offered", "account_let_in", "password_changed",
    "sign_in_ended", "account_deleted", "second_factor_on", "second_factor_off",
    "join_refused", "registration_refused", "reset_refused", "second_factor_failed",
    "limited", "not_allowed",
    "class_deleted", "seat_deleted", "seat_renewed", "teacher_let_in",
    "report_taken", "seat_taken", "article_deleted", "set_deleted",
    "question_mended",
)  # fmt: skip

COUNTED = frozenset(
    {"sign_in_failed", "join_refused", "registration_refused", "reset_refused"}
    | {"second_factor_failed", "limited", "not_allowed"}
)
"""One line an hour each; the others need an account or a secret."""
_SEEN = {403: "not_allowed", 429: "limited"}
MOST_COUNTED = 1000
"""From then on an hour's line stays as it is, and nothing is written."""

log = logging.getLogger(__name__)
# What happened, and not who did it; heard where the server writes JSON.
told = logging.getLogger("quiz.security")


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
    if response.status_code in _SEEN and request.method not in SAFE_METHODS:
        note(_SEEN[response.status_code])
    noted = g.pop("security", None)
    if not noted:
        return response
    try:
        opened = g.get("db")
        if opened is not None and opened.in_transaction():
            opened.rollback()  # it was not committed; its lock must not be waited for
        for kind, user_id in noted:
            told.info(kind)
            if kind in COUNTED:
                _count(kind, now())
            else:
                _keep(SecurityEvent(happened_at=now(), kind=kind, user_id=user_id))
    except DBAPIError:
        log.warning("not in the security log: %s", noted)
    return response


def _keep(event: SecurityEvent) -> None:
    with sessions_here().writing.begin() as session:
        session.add(event)


def _count(kind: str, moment: datetime) -> None:
    """One more of its kind in this hour, for all processes together."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    line = uuid5(NAMESPACE_OID, f"{kind} {hour.isoformat()}")
    wanted = select(SecurityEvent.times).where(SecurityEvent.id == line)
    with sessions_here().reading() as reading:
        if (reading.scalar(wanted) or 0) >= MOST_COUNTED:
            return
    first = {"id": line, "happened_at": hour, "kind": kind, "times": 0}
    with sessions_here().writing.begin() as session:
        upsert(session, SecurityEvent, first, keep=True)
        session.execute(
            update(SecurityEvent)
            .where(SecurityEvent.id == line)
            .values(times=SecurityEvent.times + 1)
        )
