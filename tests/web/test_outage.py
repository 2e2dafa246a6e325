"""A PostgreSQL server that goes away and comes back."""

import pytest

from tests.databases import migrate, new_database
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
