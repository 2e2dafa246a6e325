"""What people see when something fails: our own pages, and nothing internal."""

import sqlite3

import pytest
from flask import abort
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.test import encode_multipart

from quiz.errors import Conflict, Invalid, NotAllowed, NotFound
from quiz.web.access import public
from quiz.web.session import db
from tests.apps import app_on
from tests.browser import text_of

FAILURES = {
    "not-found": NotFound(),
    "not-allowed": NotAllowed("not_your_role"),
    "conflict": Conflict("something_unknown"),
    "invalid": Invalid(),
    "bug": ZeroDivisionError("secret detail"),
    "locked": OperationalError("SELECT 1", {}, sqlite3.OperationalError("locked")),
    "crowded": PoolTimeout("QueuePool limit reached"),
}
STATUS = {
    "not-found": 404, "not-allowed": 403, "conflict": 409, "invalid": 400,
    "bug": 500, "locked": 503, "crowded": 503,
}  # fmt: skip


@pytest.fixture(scope="module")
def failing_app(tmp_path_factory):
    """An app on an empty database, with views that fail in every way."""
    url = f"sqlite:///{tmp_path_factory.mktemp('failing')}/empty.sqlite"
    app = app_on(url, TESTING=False, PROPAGATE_EXCEPTIONS=False)

    @public
    def fail(how):
        if how.isdecimal():
            abort(int(how))
        if how == "query":
            db().execute(text("SELECT * FROM nothing_here"))
        raise FAILURES[how]

    app.add_url_rule("/fail/<how>", view_func=fail, methods=["GET", "POST"])
    yield app
    app.extensions["quiz.sessions"].engine.dispose()


@pytest.fixture(params=["de", "en"])
def failing(request, failing_app):
    """A browser of that app and that language."""
    browser = failing_app.test_client()
    with browser.session_transaction() as session:
        session["language"] = request.param
    return browser


@pytest.mark.parametrize("how", FAILURES)
def test_each_failure_has_its_page(failing, how):
    response = failing.get(f"/fail/{how}")
    assert response.status_code == STATUS[how]
    assert response.mimetype == "text/html"
    assert "secret detail" not in response.get_data(as_text=True)
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "code", [400, 401, 403, 404, 405, 409, 413, 418, 429, 500, 503]
)
def test_each_status_has_a_page_that_says_something(failing, code):
    response = failing.get(f"/fail/{code}")
    assert response.status_code == code
    assert len(text_of(response)) > 60


def test_an_address_without_a_page_is_not_found(failing):
    assert failing.get("/no/such/page").status_code == 404


def test_a_method_that_is_not_offered_names_those_that_are(failing):
    response = failing.delete("/fail/404")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_a_program_that_wants_json_gets_json(failing):
    response = failing.get("/fail/not-found", headers={"Accept": "application/json"})
    assert response.status_code == 404
    assert response.json["error"] == 404


def test_a_busy_database_asks_to_come_again(failing):
    assert failing.get("/fail/locked").headers["Retry-After"] == "3"


def test_a_query_that_is_wrong_is_a_bug_and_no_outage(failing):
    assert failing.get("/fail/query").status_code == 500


def test_a_form_without_its_token_says_what_to_do(failing):
    failing.sends_csrf = False
    response = failing.post("/fail/not-found")
    assert response.status_code == 400
    said = text_of(response)
    assert "Seite neu" in said or "reload the page" in said


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"name": "x" * 3_000_000}, id="a field of three million letters"),
        pytest.param({f"field{n}": "x" for n in range(1500)}, id="1500 fields"),
    ],
)
def test_too_much_sent_gets_the_page_that_says_so(failing, caplog, sent):
    boundary, body = encode_multipart(sent)
    kind = f"multipart/form-data; boundary={boundary}"
    response = failing.post("/account/sign-in", data=body, content_type=kind)
    assert response.status_code == 413
    assert "<main" in response.get_data(as_text=True)
    said = text_of(response)
    assert "larger than this site accepts" in said or "größer, als" in said
    assert not caplog.records


def test_a_database_that_is_gone_is_no_reason_for_a_bare_page(failing, monkeypatch):
    with failing.session_transaction() as session:
        session["_user_id"] = "00000000-0000-0000-0000-000000000000"

    def gone(*_args, **_kwargs):
        raise DBAPIError("SELECT 1", {}, OSError("gone"), connection_invalidated=True)

    makers = failing.application.extensions["quiz.sessions"]
    monkeypatch.setattr(makers.reading, "__call__", gone, raising=False)
    response = failing.get("/fail/locked")
    assert response.status_code == 503
    assert "<main" in response.get_data(as_text=True)
