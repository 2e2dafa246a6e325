"""The switch of languages, and the page about what is kept."""

import pytest
from sqlalchemy import select

from quiz.accounts.models import User
from tests.play.player import begin
from tests.village import make_played_set


def html_language(response):
    return response.text.partition('<html lang="')[2][:2]


def test_the_page_speaks_german_unless_the_browser_asks_for_english(app):
    asked = {"de": "de-AT", "en": "en-GB,de;q=0.5"}
    for language, header in asked.items():
        page = app.test_client().get("/", headers={"Accept-Language": header})
        assert html_language(page) == language
    assert html_language(app.test_client().get("/")) == "de"


def test_the_chosen_language_is_remembered(client):
    sent = {"language": "en", "next": "/privacy"}
    response = client.post("/language", data=sent)
    assert (response.status_code, response.location) == (303, "/privacy")
    assert html_language(client.get("/")) == "en"
    assert html_language(client.get("/privacy")) == "en"


def test_the_language_of_an_account_goes_along(teacher, session):
    teacher.post("/language", data={"language": "en"})
    user = session.scalars(select(User).where(User.id == teacher.user_id)).one()
    assert user.language == "en"


@pytest.mark.parametrize("code", ["", "xx", "de-DE", "'"])
def test_an_unknown_language_changes_nothing(client, teacher, code):
    for browser in (client, teacher):
        response = browser.post("/language", data={"language": code})
        assert response.status_code == 303
        assert html_language(browser.get("/")) == "de"


@pytest.mark.parametrize(
    "target", ["https://example.org/", "//example.org", "/\\example.org", ""]
)
def test_the_switch_leads_to_no_other_site(client, target):
    response = client.post("/language", data={"language": "en", "next": target})
    assert response.location == "/"


def test_german_passages_say_so_in_the_english_interface(client, session):
    made = make_played_set(session)
    session.commit()
    client.post("/language", data={"language": "en"})
    page = client.get(begin(client, made.id)).text
    assert '<html lang="en">' in page
    assert 'class="passage" lang="de"' in page
    assert 'class="article__text" lang="de"' in page


def test_the_privacy_page_speaks_both_languages(client):
    assert "Was über dich gespeichert wird" in client.get("/privacy").text
    client.post("/language", data={"language": "en"})
    assert "What is kept about you" in client.get("/privacy").text


def test_only_a_browser_that_has_played_is_offered_to_forget(client, session):
    made = make_played_set(session)
    session.commit()
    assert "/privacy/forget" not in client.get("/privacy").text
    begin(client, made.id)
    assert "/privacy/forget" in client.get("/privacy").text


def test_the_privacy_page_names_who_runs_the_server(app, client):
    assert "Schule am Krummsee" not in client.get("/privacy").text
    app.config["OPERATOR"] = "Schule am Krummsee <Zimmer 3>"
    try:
        assert "Schule am Krummsee &lt;Zimmer 3&gt;" in client.get("/privacy").text
    finally:
        app.config["OPERATOR"] = ""
