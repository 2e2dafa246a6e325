"""Only a form of ours can change something, and only by an unsafe method."""

import pytest
from sqlalchemy import event

from tests.promises.routes import UNSAFE, path, rules, says


def writes(app):
    return [
        (rule, method)
        for rule in rules(app)
        for method in sorted(rule.methods & UNSAFE)
    ]


def refused_without_token(app, browser, **how):
    browser.sends_csrf = False
    for rule, method in writes(app):
        response = browser.open(path(app, rule), method=method, **how)
        assert response.status_code == 400, f"{method} {says(rule)}"
        assert "cookies" in response.get_data(as_text=True).lower(), says(rule)


def test_every_write_refuses_a_form_without_a_token(app, client):
    assert writes(app)
    refused_without_token(app, client)


def test_it_does_so_for_the_signed_in_too(app, teacher):
    refused_without_token(app, teacher)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_no_other_kind_of_body_slips_through(app, teacher, kind):
    refused_without_token(app, teacher, data="{}", content_type=kind)


def test_a_token_of_somebody_else_is_worth_nothing(app, teacher, client):
    with client.session_transaction() as session:
        session["csrf_token"] = "f" * 40
    with teacher.session_transaction() as session:
        session["csrf_token"] = "e" * 40
    refused_without_token(app, teacher, headers={"X-CSRFToken": client.csrf_token()})


@pytest.mark.slow
def test_no_get_changes_the_database(app, client, teacher, admin):
    changes = []
    engine = app.extensions["quiz.sessions"].engine

    def note(_connection, _cursor, statement, *_rest):
        if statement.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE"):
            changes.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    for browser in (client, teacher, admin):
        for rule in rules(app):
            if "GET" in rule.methods:
                browser.get(path(app, rule))
    event.remove(engine, "before_cursor_execute", note)
    assert changes == []


def test_a_cookie_is_not_sent_along_from_other_sites(client):
    assert "SameSite=Lax" in client.get("/account/sign-in").headers["Set-Cookie"]
