"""An answer counts once, however often and from wherever it is sent."""

import pytest
from sqlalchemy import func, select

from quiz.play.models import Answer, RoundItem
from tests.browser import text_of
from tests.play.player import begin, place_of, reply_to
from tests.village import make_played_set

MOST_SETS = 40


@pytest.fixture
def address(client, session):
    """A first question that asks for a choice: cards are an answer as they lie."""
    for _ in range(MOST_SETS):
        made = make_played_set(session)
        session.commit()
        place = begin(client, made.id)
        if 'name="card-1"' not in client.get(place).get_data(as_text=True):
            return place
    raise AssertionError("every set began with cards to put in order")


@pytest.fixture
def answers(session):
    def count() -> int:
        session.rollback()
        return session.scalar(select(func.count()).select_from(Answer))

    return count


def test_the_same_answer_again_gives_the_same_feedback(client, address, answers):
    first = client.post(address, data={"option": "2"})
    page = text_of(client.get(address))
    for _ in range(3):
        again = client.post(address, data={"option": "2"})
        assert (again.status_code, again.location) == (303, first.location)
        assert text_of(client.get(address)) == page
    assert answers() == 1


def test_another_answer_later_is_refused_and_the_first_one_shown(
    client, session, address, answers
):
    client.post(address, data={"option": "2"})
    kept = session.scalars(select(Answer.reply)).one()
    response = client.post(address, data={"option": "1"})
    assert response.status_code == 409
    page = response.get_data(as_text=True)
    assert 'data-testid="feedback"' in page
    assert 'role="alert"' in page
    session.rollback()
    assert session.scalars(select(Answer.reply)).one() == kept
    assert answers() == 1


def test_a_later_question_waits_its_turn(client, address, answers):
    later = address.rpartition("/")[0] + "/3"
    response = client.post(later, data={"option": "1"})
    assert response.status_code == 303
    assert response.location == address
    assert answers() == 0
    assert 'class="notice"' in client.get(address).get_data(as_text=True)


def test_a_later_question_is_not_shown_for_an_unreadable_answer(client, address):
    later = address.rpartition("/")[0] + "/3"
    response = client.post(later, data={"option": "nonsense"})
    assert (response.status_code, response.location) == (303, address)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"option": ""},
        {"option": "0"},
        {"option": "9"},
        {"option": "-1"},
        {"option": "a"},
        {"option": "²"},
        {"option": "1" * 5000},
        {"card-1": ""},
        {"card-1": "1", "card-2": "1"},
        {"card-x": "1"},
        {"card-1": "1", "card-2": "2"},
    ],
)
def test_an_answer_that_cannot_be_read_is_asked_again(client, address, answers, sent):
    response = client.post(address, data=sent)
    assert response.status_code == 400
    assert 'data-testid="question"' in response.get_data(as_text=True)
    assert 'role="alert"' in response.get_data(as_text=True)
    assert answers() == 0


def test_a_post_without_its_form_token_is_refused(client, address, answers):
    client.sends_csrf = False
    assert client.post(address, data={"option": "1"}).status_code == 400
    assert answers() == 0


def test_a_round_survives_a_reload_and_a_second_tab(client, address):
    page = client.get(address).get_data(as_text=True)
    assert text_of(client.get(address)) == text_of(client.get(address))
    client.post(address, data=reply_to(page))
    assert 'data-testid="feedback"' in client.get(address).get_data(as_text=True)
    resumed = client.get(address.rpartition("/")[0])
    assert resumed.location == address.rpartition("/")[0] + "/2"


def test_a_round_survives_a_restart_of_the_browser(client, address):
    cookie = client.get_cookie("session")
    assert cookie.max_age or cookie.expires
    other = client.application.test_client()
    other.set_cookie("session", cookie.value)
    assert other.get(address).status_code == 200


def test_a_stranger_finds_no_such_round(client, app, session, address):
    made = make_played_set(session)
    session.commit()
    newcomer = app.test_client()
    player = app.test_client()
    begin(player, made.id)
    for stranger in (newcomer, player):
        round_address = address.rpartition("/")[0]
        for path in (address, round_address, round_address + "/result"):
            assert stranger.get(path).status_code == 404
        assert stranger.post(address, data={"option": "1"}).status_code == 404


def test_numbers_beyond_the_round_are_not_there(client, address):
    for number in ("0", "11", "99999999999"):
        path = f"{address.rpartition('/')[0]}/{number}"
        assert client.get(path).status_code == 404
        assert client.post(path, data={"option": "1"}).status_code == 404


def chains(client, set_id):
    """Addresses of chains to be put in order, round after round."""
    for _ in range(40):
        address = begin(client, set_id)
        while not address.endswith("/result"):
            page = client.get(address).get_data(as_text=True)
            if "card-1" in page:
                yield address
            client.post(address, data=reply_to(page))
            address = client.get(address.rpartition("/")[0]).location


def test_cards_of_a_chain_are_kept_in_the_order_given(client, session):
    made = make_played_set(session)
    session.commit()
    address = next(chains(client, made.id))
    sent = {"card-1": "3", "card-2": "", "card-3": "1", "card-4": "2"}
    assert client.post(address, data=sent).status_code == 303
    place = place_of(address)
    kept = session.get(Answer, place).reply
    order = session.get(RoundItem, place).option_order
    assert kept == [order[2], order[3], order[0]]
