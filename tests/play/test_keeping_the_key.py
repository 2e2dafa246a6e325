"""Nothing that tells the answer reaches the browser before the answer is in."""

import re

import pytest

from quiz.play import pages
from tests.browser import text_of
from tests.play.player import answer, begin, place_of, player_id
from tests.village import make_played_set

pytestmark = pytest.mark.slow


@pytest.fixture
def addresses(client, session):
    made = make_played_set(session)
    session.commit()
    first = begin(client, made.id)
    steps = pages.steps_of(session, player_id(client), place_of(first).round_id)
    return [f"{first.rpartition('/')[0]}/{step.number}" for step in steps]


def test_an_open_question_shows_no_rationale_explanation_or_misconception(
    client, session, addresses
):
    for address in addresses:
        page = client.get(address).get_data(as_text=True)
        question = pages.sheet_of(session, player_id(client), place_of(address))
        question = question.question
        for language in ("de", "en"):
            assert question.explanation.get(language) not in page
            for option in question.options:
                assert option.rationale.get(language) not in page
        assert not re.search(r"\bM\d+\b", text_of(client.get(address)))
        assert "misconception" not in page
        assert question.id not in page
        answer(client, address)


def test_an_open_question_marks_nothing_in_the_article(client, addresses):
    for address in addresses:
        page = client.get(address).get_data(as_text=True)
        assert "<mark" not in page
        assert "proof" not in page
        assert 'data-testid="evidence"' not in page
        answer(client, address)


def test_options_are_known_by_their_position_only(client, session, addresses):
    for address in addresses:
        page = client.get(address).get_data(as_text=True)
        choice = r'type="(?:radio|checkbox)" name="(?:option|row-\d+)" value="([^"]*)"'
        values = sorted(re.findall(choice, page), key=int)
        cards = re.findall(r'name="card-(\d+)"', page)
        sheet = pages.sheet_of(session, player_id(client), place_of(address))
        positions = [str(at) for at in range(1, len(sheet.shown) + 1)]
        assert positions in (values, cards)
        for option in sheet.question.options:
            assert option.entity is None or option.entity not in page
        answer(client, address)


def test_the_right_option_is_not_always_at_the_same_place(client, session):
    places = set()
    made = make_played_set(session)
    session.commit()
    for _ in range(4):
        browser = client.application.test_client()
        first = begin(browser, made.id)
        steps = pages.steps_of(session, player_id(browser), place_of(first).round_id)
        for step in steps:
            place = place_of(first)._replace(number=step.number)
            sheet = pages.sheet_of(session, player_id(browser), place)
            places.add([option.correct for option in sheet.shown].index(True))
    assert {0, 1, 2} <= places


def test_a_question_further_on_cannot_be_looked_at(client, addresses):
    response = client.get(addresses[2])
    assert response.status_code == 303
    assert response.location == addresses[0]


def test_the_result_waits_for_the_last_answer(client, addresses):
    for address in addresses:
        response = client.get(addresses[0].rpartition("/")[0] + "/result")
        assert response.status_code == 303
        answer(client, address)
    response = client.get(addresses[0].rpartition("/")[0] + "/result")
    assert response.status_code == 200
