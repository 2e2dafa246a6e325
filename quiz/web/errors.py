"""Every way a request can fail, turned into a page (or JSON) in one place."""

import logging
import secrets
from collections.abc import Mapping

from flask import Flask, current_app, g, jsonify, render_template, request
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError
from werkzeug.wrappers import Response

from quiz.db import AWAY
from quiz.errors import Busy, Conflict, Invalid, NotAllowed, NotFound, QuizError
from quiz.web import limits, session
from quiz.web.access import assume_guest
from quiz.web.addresses import this_page
from quiz.web.forms import can_be_sent_again, typed_here
from quiz.web.session import RETRY_AFTER_S, is_outage

log = logging.getLogger(__name__)

STATUS: Mapping[type[QuizError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    Conflict: 409,
    Invalid: 400,
    Busy: 503,
}

# The pages under templates/errors/; any other code borrows its family's.
# From then on a wait is told in minutes, and the page does not move on by itself.
SOON_S = 120
PAGES = frozenset({400, 401, 403, 404, 405, 409, 413, 429, 500, 503})

_sentences: dict[str, LazyString] = {
    "not_your_role": _l("Your account may not do this."),
    "not_let_in": _l(
        "Your account is not let in yet, and this would show the right answers. Join "
        "your school with its code, or ask whoever runs this server."
    ),
    "csrf": _l(
        "This page was open for too long, or cookies are switched off. "
        "Go back, reload the page and try again. Nothing was saved."
    ),
}


def say(sentences: Mapping[str, LazyString]) -> None:
    """Add what the reasons of a room's errors mean in words.

    Args:
        sentences: reason code → lazy sentence; may hold %(name)s for a detail
            of the error.
    """
    _sentences.update(sentences)


def sentence(error: QuizError) -> str:
    """The error in the reader's words; a general phrase for unknown reasons."""
    known = _sentences.get(error.reason)
    if known is None:
        return str(gettext("That cannot be used."))
    text = str(known)
    return text % error.details if error.details and "%(" in text else text


def init_app(app: Flask) -> None:
    """Handle our own errors, the web's, and those of the database."""
    app.register_error_handler(QuizError, _quiz_error)
    app.register_error_handler(CSRFError, _csrf_error)
    app.register_error_handler(HTTPException, _http_error)
    for away in AWAY:
        app.register_error_handler(away, _database_error)


def _quiz_error(error: QuizError) -> Response:
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    known = error.reason in _sentences
    return _page(status, sentence(error) if known else None)


def _csrf_error(_error: CSRFError) -> Response:
    return _page(400, str(_sentences["csrf"]))


def _http_error(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        return error.get_response()
    if isinstance(error, SecurityError):
        # A host that is not ours: no page of ours could make its links.
        return current_app.make_response((_bare(400), 400))
    wait_s = _wait_s(error) if error.code == 429 else None
    response = _page(error.code, wait_s=wait_s)
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            response.headers[name] = value
    if wait_s is not None:
        response.headers["Retry-After"] = str(wait_s)
        if wait_s <= SOON_S and _has_a_page():
            response.headers["Refresh"] = str(wait_s)
    return response


def _wait_s(error: HTTPException) -> int:
    """Seconds until it is worth trying again."""
    told = getattr(error, "retry_after", None)
    return told if isinstance(told, int) else limits.wait_s()


def _has_a_page() -> bool:
    """Whether there is a page at this address, such as one with the form that came."""
    adapter = current_app.create_url_adapter(request)
    return adapter is not None and adapter.test(method="GET")


def _database_error(error: Exception) -> Response:
    if isinstance(error, DataError):
        # What was typed holds what no text column takes, such as NUL.
        return _page(400)
    if not is_outage(error):
        log.error("the database refused", exc_info=error)
        return _page(500)
    log.warning("the database is away: %s", error)
    return _page(503)


def failed() -> Response:
    """The page that something unforeseen went wrong."""
    return _page(500)


def is_failing() -> bool:
    """Whether the page to come tells of a failure: it must not need the database."""
    return "is_failing" in g


def _page(
    status: int, explanation: str | None = None, wait_s: int | None = None
) -> Response:
    if status >= 500:
        assume_guest()
        g.is_failing = True
    if _wants_json():
        response = jsonify(error=status, message=explanation or "")
    else:
        page = status if status in PAGES else (500 if status >= 500 else 400)
        try:
            body = render_template(
                f"errors/{page}.html",
                explanation=explanation,
                status=status,
                wait_s=wait_s,
                is_soon=wait_s is not None and wait_s <= SOON_S,
                fields=_kept_fields(status),
                path=this_page(),
                itself=_soon_s() if session.is_safe_to_repeat() else None,
            )
        except Exception as error:
            if is_outage(error) and not is_failing():
                return _database_error(error)
            # An error page must not fail for the reason it tells of.
            log.exception("the error page failed")
            body = _bare(status)
        response = current_app.make_response(body)
    response.status_code = status
    if status == 503:
        response.headers.setdefault("Retry-After", str(RETRY_AFTER_S))
        if request.method == "GET":
            response.headers["Refresh"] = str(_soon_s())
    return response


def _kept_fields(status: int) -> list[list[str]] | None:
    # Only there: a form that was too large cannot be read, and not for its page either.
    return typed_here() if status == 503 and can_be_sent_again() else None


def _soon_s() -> int:
    # Not all in the same moment: a class would come back as one.
    return RETRY_AFTER_S + secrets.randbelow(RETRY_AFTER_S + 1)


def _bare(status: int) -> str:
    name = InternalServerError.description if status >= 500 else f"Error {status}"
    return (
        f'<!doctype html><html lang="en"><head><title>Error {status}</title></head>'
        f"<body><main><h1>Error {status}</h1><p>{name}</p></main></body></html>"
    )


def _wants_json() -> bool:
    accepts = request.accept_mimetypes
    return accepts.best == "application/json"
