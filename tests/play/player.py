"""A browser that plays: what the tests of a round do over and over."""

import re
from uuid import UUID

from werkzeug.test import TestResponse

from quiz.play.service import Place
from tests.browser import Browser


def begin(browser: Browser, set_id) -> str:
    """Start a round; gives the address of its first question."""
    response = browser.post("/play/start", data={"set": str(set_id)})
    assert response.status_code == 303, response.get_data(as_text=True)
    return response.location


def reply_to(page: str, position: int = 1) -> dict[str, str]:
    """An answer to the question on the page: that option, or all cards as shown."""
    cards = re.findall(r'<select id="(card-\d+)"', page)
    if not cards:
        return {"option": str(position)}
    return {card: str(place) for place, card in enumerate(cards, start=1)}


def answer(browser: Browser, address: str, position: int = 1) -> TestResponse:
    """Answer the question at the address; gives the server's reply."""
    page = browser.get(address).get_data(as_text=True)
    return browser.post(address, data=reply_to(page, position))


def play_on(browser: Browser, address: str, position: int = 1) -> str:
    """Answer everything that is open; gives the address of the result."""
    start = address.rpartition("/")[0]
    for _ in range(20):
        response = browser.get(start)
        assert response.status_code == 303
        if response.location.endswith("/result"):
            return response.location
        assert answer(browser, response.location, position).status_code == 303
    raise AssertionError("the round never ends")


def player_id(browser: Browser) -> UUID:
    """The player that the browser's cookie names."""
    with browser.session_transaction() as cookie:
        return UUID(cookie["player"])


def place_of(address: str) -> Place:
    """Round and number of a question's address."""
    round_id, number = address.split("/")[-2:]
    return Place(UUID(round_id), int(number))
