"""One view, run in a thread beside the request that asked for it."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Flask, Response, current_app, g, request, session
from flask.ctx import RequestContext
from werkzeug.datastructures import FileStorage, ImmutableMultiDict

from quiz.db import AWAY, Sessions
from quiz.web import errors, security
from quiz.web.clock import now
from quiz.web.session import commit, sessions_here
from quiz.web.waiting import jobs
from quiz.web.waiting.jobs import Outcome
from quiz.workers import pool
from quiz.workers.pool import Workers

log = logging.getLogger(__name__)

_TRIES = 10
_FLASHES = "_flashes"  # where Flask keeps what the next page has to tell


class Beside:
    """A view at work, begun when this is made.

    It has the request's form and files and a copy of its session; all else, such as the
    database, it opens and ends for itself.

    Args:
        view: what to run.
        values: what the address gives it.
        made: the workers in whose line it stands meanwhile.
        person: whose place that is.

    Raises:
        Busy: as `Workers.place`.
    """

    def __init__(
        self,
        view: Callable[..., Any],
        values: Mapping[str, object],
        made: Workers,
        person: object,
    ) -> None:
        self._app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
        self._sessions: Sessions = sessions_here()
        self._view, self._workers = partial(view, **values), made
        self._copied = _copier()
        self._context = self._copied()
        self._told = len(session.get(_FLASHES, ()))
        self._finished = threading.Event()
        self._response: Response | None = None
        self._error: Exception | None = None
        self._place = ExitStack()
        self._place.enter_context(made.place(person))
        threading.Thread(target=self._run, daemon=True).start()

    def is_done_within(self, seconds: float) -> bool:
        """Whether there is an answer by then; only few wait: each holds a thread."""
        if not self._workers.held.acquire(blocking=False):
            return self._finished.is_set()
        try:
            return self._finished.wait(seconds)
        finally:
            self._workers.held.release()

    def answer(self) -> Response:
        """What the view answered, once it has, as if the request had run it.

        Raises:
            Exception: what it raised.
        """
        self._finished.wait()
        if self._error is not None:
            raise self._error
        assert self._response is not None  # noqa: S101 (for mypy; one of the two is there)
        left = dict(self._context.session or {})
        if left != dict(session):
            session.clear()
            session.update(left)
        return self._response

    def answer_later(self, job_id: UUID) -> None:
        """Keep the answer in the row of that job, once it is there."""
        keep = threading.Thread(target=self._keep, args=(job_id,), daemon=True)
        keep.start()

    def _run(self) -> None:
        try:
            with self._place, self._context:
                pool.take_place(self._workers)
                g.csrf_valid = True  # as Flask-WTF notes it: the request was looked at
                answered = self._app.make_response(self._view())
                self._response = security.write(commit(answered))
        except Exception as error:  # noqa: BLE001 (raised again by `answer`)
            self._error = error
        finally:
            self._finished.set()

    def _keep(self, job_id: UUID) -> None:
        while not self._finished.wait(jobs.BEAT_S):
            with suppress(*AWAY):
                jobs.go_on(self._sessions, job_id, now())
        outcome = self._outcome()
        for _ in range(_TRIES):
            try:
                jobs.finish(self._sessions, job_id, outcome, now())
            except AWAY as error:
                log.warning("an answer cannot be kept yet: %s", error)
                time.sleep(1)
            else:
                return

    def _outcome(self) -> Outcome:
        response = self._response
        if response is None:
            with self._copied():
                response = self._page_of_error()
        left: dict[str, Any] = dict(self._context.session or {})
        told = left.get(_FLASHES, [])[self._told :]
        said = [[category, str(message)] for category, message in told]
        if response.location:
            return Outcome(response.status_code, response.location, None, said)
        return Outcome(response.status_code, None, response.get_data(as_text=True))

    def _page_of_error(self) -> Response:
        try:
            raise self._error or RuntimeError("a view without an answer")
        except Exception as error:  # noqa: BLE001 (the app knows most of them)
            try:
                page = self._app.handle_user_exception(error)
            except Exception:
                log.exception("a view failed")
                page = errors.failed()
        return self._app.make_response(page)


def _copier() -> Callable[[], RequestContext]:
    """Makes contexts of this very request that outlast it."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    environ, known = request.environ, dict(request.__dict__)
    form, kept = request.form, dict(session)
    files = [
        (name, file.filename, file.content_type, file.read())
        for name, file in request.files.items(multi=True)
    ]

    def copied() -> RequestContext:
        again = app.request_class(environ)
        again.__dict__.update(known)
        again.__dict__["form"] = form
        again.__dict__["files"] = ImmutableMultiDict(
            (field, FileStorage(BytesIO(raw), name, field, content_type=kind))
            for field, name, kind, raw in files
        )
        opened = app.session_interface.session_class(kept)
        return RequestContext(app, environ, request=again, session=opened)

    return copied
