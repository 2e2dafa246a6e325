"""A PostgreSQL server that goes away and comes back."""

import pytest

from tests.databases import migrate, new_database
from tests.make import make_set
from tests.play.player import reply_to
from tests.postgres import Postgres, find_binaries

pytestmark = pytest.mark.slow


@pytest.fixture
def server():
    """A server of this test's own, which it may stop."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed on this machine")
    server = Postgres(binaries)
    server.start()
    yield server
    try:
        server.stop()
    finally:
        server.remove()


def test_while_it_is_away_pages_say_so_and_afterwards_all_is_well(server, new_app):
    url = new_database(server, "quiz")
    migrate(url)
    browser = new_app(url).test_client()
    form = {"name": "Frau Ahorn", "password": "nine yellow pears"}
    assert browser.post("/account/register", data=form).status_code == 303
    server.stop("fast")
    for page in ("/articles", "/sets"):
        response = browser.get(page)
        assert (response.status_code, response.headers["Retry-After"]) == (503, "3")
    assert browser.get("/readyz").status_code == 503
    assert browser.get("/healthz").status_code == 200
    server.start_again()
    assert browser.get("/articles").status_code == 200
    assert browser.get("/readyz").status_code == 200


def test_a_page_that_says_so_keeps_the_answer_and_sends_it_by_itself(server, new_app):
    url = new_database(server, "quiz")
    migrate(url)
    app = new_app(url)
    with app.extensions["quiz.sessions"].writing.begin() as session:
        played = str(make_set(session).id)
    pupil = app.test_client()
    question = pupil.post("/play/start", data={"set": played}).location
    reply = reply_to(pupil.get(question).get_data(as_text=True))
    server.stop("fast")  # the server of the tests keeps less when it is killed
    away = pupil.post(question, data=reply)
    assert away.status_code == 503
    page = away.get_data(as_text=True)
    assert f'action="{question}" class="stack" data-testid="again"' in page
    assert 'data-behaviour="send-again"' in page
    for name, value in reply.items():
        assert f'type="hidden" name="{name}" value="{value}"' in page
    seen = pupil.get(question)
    assert seen.status_code == 503
    assert 3 <= int(seen.headers["Refresh"]) <= 6
    server.start_again()
    assert pupil.post(question, data=reply).status_code == 303


def test_no_page_holds_a_password(server, new_app):
    url = new_database(server, "quiz")
    migrate(url)
    browser = new_app(url).test_client()
    server.stop("fast")
    form = {"name": "Frau Ahorn", "password": "nine yellow pears"}
    away = browser.post("/account/register", data=form)
    assert away.status_code == 503
    assert "nine yellow pears" not in away.get_data(as_text=True)
    server.start_again()
