"""Which language the pages speak."""

import pytest
from flask import session
from flask_babel import gettext

from quiz.web.language import _said, phrase
from tests.cast import PASSWORD


@pytest.mark.parametrize(
    ("accepted", "spoken"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("de-AT", "de"),
        ("fr,en;q=0.5", "en"),
        ("fr", "de"),
        (None, "de"),
    ],
)
def test_the_browser_decides_and_german_is_the_default(client, accepted, spoken):
    headers = {"Accept-Language": accepted} if accepted else {}
    page = client.get("/account/sign-in", headers=headers).get_data(as_text=True)
    assert f'<html lang="{spoken}">' in page


def test_a_choice_is_remembered_against_the_browser(client):
    chosen = client.post(
        "/language", data={"language": "en", "next": "/account/register"}
    )
    assert chosen.location == "/account/register"
    page = client.get("/account/sign-in", headers={"Accept-Language": "de"})
    assert '<html lang="en">' in page.get_data(as_text=True)


@pytest.mark.parametrize("code", ["", "fr", "../de", "DE"])
def test_a_language_there_is_not_changes_nothing(client, code):
    client.post("/language", data={"language": code})
    page = client.get("/account/sign-in", headers={"Accept-Language": "de"})
    assert '<html lang="de">' in page.get_data(as_text=True)


def test_the_way_back_stays_on_the_site(client):
    chosen = client.post("/language", data={"language": "en", "next": "//evil.example"})
    assert chosen.location == "/"


def test_the_choice_of_a_teacher_holds_in_every_browser_of_theirs(teacher, client):
    teacher.post("/language", data={"language": "en"})
    form = {"name": "frau ahorn", "password": PASSWORD}
    client.post("/account/sign-in", data=form)
    page = client.get("/articles", headers={"Accept-Language": "de"})
    assert '<html lang="en">' in page.get_data(as_text=True)


def test_a_phrase_is_kept_in_the_language_it_is_kept_for(app):
    _said.cache_clear()
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert phrase("Sign in") == gettext("Sign in") == "Anmelden"
        session["language"] = "en"  # for the pages to come; this one is begun
        assert phrase("Sign in") == gettext("Sign in") == "Anmelden"
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert phrase("Sign in") == gettext("Sign in") == "Sign in"
