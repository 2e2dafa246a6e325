"""Guessing passwords is slowed down; a school behind one address is not."""

import pytest

from quiz.web.limits import limiter
from tests.cast import PASSWORD
from tests.conftest import fresh_database

WRONG = "not the password"


@pytest.fixture
def limited(request, new_app, tmp_path):
    app = new_app(fresh_database(request, "sqlite", tmp_path), RATELIMIT_ENABLED=True)
    limiter.reset()
    yield app
    limiter.reset()
    limiter.enabled = False


def attempt(browser, name, password=WRONG, address="10.0.0.1"):
    return browser.post(
        "/account/sign-in",
        data={"name": name, "password": password},
        environ_base={"REMOTE_ADDR": address},
    ).status_code


def test_the_eleventh_wrong_password_for_a_name_has_to_wait(limited):
    browser = limited.test_client()
    assert [attempt(browser, "frau ahorn") for _ in range(11)] == [400] * 10 + [429]
    assert attempt(browser, " FRAU  AHORN") == 429


def test_it_says_how_long_to_wait(limited):
    browser = limited.test_client()
    for _ in range(10):
        attempt(browser, "frau ahorn")
    form = {"name": "frau ahorn", "password": WRONG}
    response = browser.post(
        "/account/sign-in", data=form, environ_base={"REMOTE_ADDR": "10.0.0.1"}
    )
    assert response.status_code == 429
    assert 800 < int(response.headers["Retry-After"]) <= 901


def test_others_at_the_same_school_can_still_try(limited):
    browser = limited.test_client()
    for _ in range(11):
        attempt(browser, "frau ahorn")
    assert attempt(browser, "herr birke") == 400


def test_the_owner_can_still_sign_in_from_elsewhere(limited):
    browser = limited.test_client()
    browser.post("/account/register", data={"name": "frau ahorn", "password": PASSWORD})
    browser.post("/account/sign-out")
    for _ in range(11):
        attempt(browser, "frau ahorn")
    assert attempt(browser, "frau ahorn", PASSWORD, address="10.9.9.9") == 303


def test_signing_in_rightly_is_never_counted(limited):
    browser = limited.test_client()
    browser.post("/account/register", data={"name": "frau ahorn", "password": PASSWORD})
    for _ in range(12):
        browser.post("/account/sign-out")
        assert attempt(browser, "frau ahorn", PASSWORD) == 303


def test_the_header_of_a_proxy_nobody_trusts_changes_nothing(limited):
    browser = limited.test_client()
    for n in range(11):
        browser.post(
            "/account/sign-in",
            data={"name": "frau ahorn", "password": "wrong password"},
            headers={"X-Forwarded-For": f"10.1.1.{n}"},
        )
    assert attempt(browser, "frau ahorn", address="127.0.0.1") == 429
