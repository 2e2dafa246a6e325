"""Clearing up once a day, in the server itself or by a command."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quiz.db import Sessions, upsert
from quiz.events import cleared_up, clearing_up
from quiz.privacy.models import Chore
from quiz.privacy.rules import RULES

DAILY = timedelta(days=1)
FIRST_AFTER_S, EVERY_S = 60.0, 3600.0
_NEVER = datetime.fromisoformat("2000-01-01T00:00:00+00:00")

log = logging.getLogger(__name__)


def clear_up(session: Session, moment: datetime) -> dict[str, int]:
    """Delete all that is over by then; name of the rule → how much."""
    found = {}
    for rule in RULES:
        if rule.clear is not None:
            found[rule.name] = rule.clear(session, moment)
    return found


def do_chores(sessions: Sessions, moment: datetime) -> bool:
    """Clear up, unless somebody did it today, and tell the rooms; whether it did.

    Of several processes one does it: the others wait for its row and then see it done.
    """
    with sessions.writing.begin() as session:
        upsert(session, Chore, {"name": "daily", "done_at": _NEVER}, keep=True)
        chore = session.scalars(
            select(Chore).where(Chore.name == "daily").with_for_update()
        ).one()
        if moment - chore.done_at < DAILY:
            return False
        clear_up(session, moment)
        clearing_up.send(session, now=moment)
        chore.done_at = moment
    with sessions.writing.begin() as session:
        cleared_up.send(session, now=moment)
    return True


def hourly() -> Iterator[float]:
    """Seconds to wait before each look: soon after the start, then an hour."""
    yield FIRST_AFTER_S
    while True:
        yield EVERY_S


def start(
    sessions: Sessions, clock: Callable[[], datetime], waits: Iterable[float] = ()
) -> threading.Thread:
    """Look now and then whether it is time, in a thread that ends with the process.

    Args:
        sessions: of the database that is cleared up.
        clock: what time it is.
        waits: seconds before each look; `hourly` if nothing else is said.
    """

    def look() -> None:
        for seconds in waits or hourly():
            time.sleep(seconds)
            try:
                do_chores(sessions, clock())
            except DBAPIError:
                log.warning("the daily chores wait: the database does not answer")

    thread = threading.Thread(target=look, name="housekeeping", daemon=True)
    thread.start()
    return thread
