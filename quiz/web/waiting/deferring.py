"""Forms whose answer takes long: a page shows that it goes on and leads to the answer.

A view that `may_take_long` runs in a thread beside the request. What it answers within
a moment is the answer to the request, as if nothing were. Otherwise the browser is sent
to a page that looks again by itself, until the row of the job (jobs.py) has
the answer, from whichever process of the server. The work itself is done by the workers
(quiz/workers/pool.py); without any, which is a setting, a view runs as any other.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import current_app, redirect, url_for

from quiz.db import AWAY
from quiz.web.access import actor
from quiz.web.addresses import this_page
from quiz.web.clock import now
from quiz.web.forms import typed_here
from quiz.web.session import let_go, sessions_here
from quiz.web.waiting import jobs
from quiz.web.waiting.beside import Beside
from quiz.workers.pool import Workers

View = TypeVar("View", bound=Callable[..., Any])

AT_ONCE_S = 1.0

log = logging.getLogger(__name__)


def may_take_long(view: View) -> View:
    """Have a view's answer come later where it takes long.

    The view runs in a session and a transaction of its own, with the same form.
    """

    @wraps(view)
    def begun(**values: object) -> Any:  # noqa: ANN401
        made: Workers | None = current_app.extensions["quiz.workers"]
        if made is None:
            return view(**values)
        let_go()
        task = Beside(view, values, made, actor().user_id)
        if task.is_done_within(AT_ONCE_S):
            return task.answer()
        typed = typed_here()
        path = this_page()
        try:
            job_id = jobs.keep(sessions_here(), actor(), path, typed, now())
        except AWAY as error:
            log.warning("a job cannot be kept, so its answer is waited for: %s", error)
            return task.answer()
        task.answer_later(job_id)
        return redirect(url_for("waiting.show", job_id=job_id), code=303)

    found: Any = begun
    return found  # type: ignore[no-any-return]
