"""The page that waits for an answer, and what can go wrong while it is worked on."""

from uuid import UUID

from flask import (
    Blueprint,
    Flask,
    flash,
    make_response,
    redirect,
    render_template,
)
from flask_babel import lazy_gettext as _l

from quiz.access import Action
from quiz.readers import apart
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.models import Job
from quiz.web.page import Page
from quiz.web.session import let_go, sessions_here
from quiz.web.waiting import jobs
from quiz.workers import pool
from quiz.workers.pool import Workers

bp = Blueprint("waiting", __name__)

# How long a page waits until it looks again; longer, the longer it takes.
_SOONEST_S, _LATEST_S = 1, 5
# Imported by each worker before its first task.
_MODULES = ("quiz.engine.claims.extract", "quiz.engine.questions.compose")

SENTENCES = {
    "took_too_long": _l(
        "This took more than %(seconds)d seconds and was stopped. Bring less of it, or "
        "copy the text of the article and paste it."
    ),
    "gave_up": _l(
        "This could not be read: it needed too much memory, or the program that reads "
        "it broke off. Try once more, or copy the text of the article and paste it."
    ),
    "workers_busy": _l(
        "Many texts are being read just now. Wait a moment and try again."
    ),
    "yours_first": _l(
        "What you sent before is still being read. Wait until it is done and try again."
    ),
    "job": _l("There is nothing to wait for any more, or it is somebody else's."),
}


def init_app(app: Flask) -> None:
    """Begin no process yet; say what can go wrong in words.

    With `WORKERS` 0 one process reads files and pages, and all else is done here; with
    None, as in most tests, all is.
    """
    errors.say(SENTENCES)
    count = app.config["WORKERS"]
    made = Workers(count, before=let_go, modules=_MODULES) if count else None
    reading = None if made or count is None else Workers(1, before=let_go)
    app.extensions["quiz.workers"] = made
    app.extensions["quiz.readers"] = reading

    def choose() -> None:
        pool.choose(made)
        apart.choose(reading)

    app.before_request(choose)
    app.teardown_request(lambda _error: _choose_nobody())


def _choose_nobody() -> None:
    pool.choose(None)
    apart.choose(None)


@bp.get("/working/<uuid:job_id>")
@allow(Action.BRING_ARTICLES)
def show(job_id: UUID) -> Page:
    """That it goes on; the answer, once it is there; or that it broke off."""
    job = jobs.job_of(sessions_here(), actor(), job_id)
    if job.status is not None:
        return _answer(job)
    if jobs.is_lost(job, now()):
        return render_template("web/waiting/lost.html", fields=job.typed, path=job.path)
    seconds = int((now() - job.begun_at).total_seconds())
    page = make_response(render_template("web/waiting/show.html", seconds=seconds))
    wait_s = min(_SOONEST_S + seconds // 5, _LATEST_S)
    # A header, because a page that reloads itself by a tag cannot be made accessible.
    page.headers["Refresh"] = str(wait_s)
    return page


def _answer(job: Job) -> Page:
    for category, message in job.said:
        flash(message, category)
    if job.location is not None:
        return redirect(job.location, code=303)
    return job.body or "", job.status or 500
