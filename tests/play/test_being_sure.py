"""Saying to be sure: what for is told where it is set, what it did behind."""

import re

import pytest

from quiz.play.models import RoundItem
from tests.browser import text_of
from tests.classroom.people import EN, position
from tests.make import make_set
from tests.play.player import begin, place_of

ALL = 8


@pytest.fixture
def played(client, session):
    """A round: wrong at 2 and 4, sure of 1, 2 and 3."""
    made = make_set(session)
    session.commit()
    start = begin(client, made.id).rpartition("/")[0]
    for number in range(1, ALL + 1):
        address = f"{start}/{number}"
        item = session.get_one(RoundItem, tuple(place_of(address)))
        sent = {"option": str(position(item, number not in (2, 4)))}
        client.post(address, data=sent | ({"sure": "3"} if number < 4 else {}))
    return start


def line(page, name):
    found = re.findall(rf'data-testid="{name}">(.*?)</(?:p|li)>', page.text, re.S)
    return " ".join(re.sub("<[^>]+>", "", " ".join(found)).split())


def test_the_switch_says_what_it_is_for_and_is_off_at_first(client, session):
    made = make_set(session)
    session.commit()
    page = client.get(begin(client, made.id), headers=EN)
    assert "At the end you see how often you were sure and right." in text_of(page)
    [switch] = re.findall(r'<input[^>]*name="sure"[^>]*>', page.text)
    assert "checked" not in switch
    assert "remember" not in switch


def test_the_feedback_says_what_became_of_it(client, played):
    told = [
        line(client.get(f"{played}/{at}", headers=EN), "was-sure") for at in (1, 2, 4)
    ]
    assert told[0] == "You were sure, and rightly so."
    assert told[1].startswith("You were sure, and it was otherwise.")
    assert told[2] == ""


def test_the_result_counts_it(client, played):
    page = client.get(f"{played}/result", headers=EN)
    assert line(page, "was-sure").startswith("Sure and right: 2 of 3.")


def test_whoever_never_said_it_reads_nothing_of_it(client, session):
    made = make_set(session)
    session.commit()
    start = begin(client, made.id).rpartition("/")[0]
    for number in range(1, ALL + 1):
        client.post(f"{start}/{number}", data={"option": "1"})
    assert 'data-testid="was-sure"' not in client.get(f"{start}/result").text
