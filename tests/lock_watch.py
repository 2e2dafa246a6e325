"""Watches what a request does from its first write to the end of its transaction.

On SQLite nobody else can write in that time, so a view fetches, reads files, hashes,
extracts, composes and draws pages before it or after it, never within.
"""

import select
import sys
import threading
import time
from types import FrameType

from flask import Flask, has_request_context, request
from sqlalchemy import event

from quiz.databases.statements import needs_lock
from quiz.web.session import SAFE_METHODS
from quiz.writing import WRITER
from tests.pace import tier

# Calls of our own functions. Writing what a form says takes some hundreds; drawing a
# round of a whole set over 10,000, extracting or composing a short text over 100,000.
MOST_CALLS = 10_000
# Packages whose work takes long, or that wait for somebody.
FOREIGN = frozenset({"argon2", "jinja2", "subprocess", "trafilatura", "urllib3"})
WAITING = frozenset({time.sleep, select.select})


class LockWatch:
    """Notices what requests compute or wait for while they hold the lock.

    Attributes:
        found: a sentence for each offence, with the endpoint.
    """

    def __init__(self, app: Flask) -> None:
        self.found: list[str] = []
        self._here = threading.local()
        if tier.is_quick:
            return
        sessions = app.extensions["quiz.sessions"]
        event.listen(sessions.engine, "before_cursor_execute", self._before)
        event.listen(sessions.writing, "after_transaction_end", self._after)

    def take(self) -> list[str]:
        """What was found since the last time."""
        found, self.found = self.found, []
        return found

    def _before(self, _connection, _cursor, statement, _parameters, context, _many):
        if "SAVEPOINT" in statement or not needs_lock(statement, context):
            return
        if threading.current_thread().name.startswith(WRITER):
            self._begin(WRITER)
        elif has_request_context() and request.method not in SAFE_METHODS:
            self._begin(request.endpoint)

    def _begin(self, who: str | None) -> None:
        self._here.endpoint, self._here.calls = who, 0
        sys.setprofile(self._look)

    def _after(self, _session, transaction):
        if transaction.parent is None:
            sys.setprofile(None)

    def _look(self, frame: FrameType, what: str, called: object) -> None:
        if what == "c_call":
            if called in WAITING:
                self._tell(f"waits ({called.__name__})")
        elif what == "call":
            self._called(frame.f_globals.get("__name__", ""), frame.f_code.co_name)

    def _called(self, module: str, name: str) -> None:
        package = module.partition(".")[0]
        works = package in FOREIGN and (package != "jinja2" or name == "render")
        if works and name != "__del__":  # the collector comes at any time
            self._tell(f"works with {package} ({module}.{name})")
        elif package == "quiz":
            self._here.calls += 1
            if self._here.calls == MOST_CALLS:
                self._tell(f"makes {MOST_CALLS:,} calls, lately of {module}.{name}")

    def _tell(self, what: str) -> None:
        sys.setprofile(None)
        self.found.append(f"{self._here.endpoint} {what} while nobody else can write")
