"""A round from the home page to the result, with forms and nothing else."""

import re

from quiz.bank.service import add_set
from quiz.engine.questions.option import STANDING_LINE
from quiz.play import pages
from tests.browser import text_of
from tests.play.player import answer, begin, place_of, play_on, player_id
from tests.village import (
    NOON,
    chain_order,
    make_played_set,
    make_village,
    who_said,
)


def test_home_offers_the_library_with_one_click_to_play(client, session):
    made = make_played_set(session)
    session.commit()
    page = client.get("/").get_data(as_text=True)
    assert 'data-testid="start-round"' in page
    assert f'name="set" value="{made.id}"' in page
    assert "Ein Tag im Dorf" in page
    assert "Dorfblatt" in page


def test_home_says_so_when_the_library_is_empty(client):
    response = client.get("/")
    assert response.status_code == 200
    assert 'data-testid="start-round"' not in response.get_data(as_text=True)


def test_a_newcomer_plays_from_start_to_result(client, session):
    made = make_played_set(session)
    session.commit()
    result = play_on(client, begin(client, made.id))
    page = client.get(result)
    assert page.status_code == 200
    body = page.get_data(as_text=True)
    assert 'data-testid="round-result"' in body
    assert 'data-testid="score"' in body
    assert STANDING_LINE.de in body


def test_a_question_says_how_far_one_is(client, session):
    made = make_played_set(session)
    session.commit()
    page = client.get(begin(client, made.id)).get_data(as_text=True)
    found = re.search(r"<h1[^>]*>\s*(?:Frage|Question) 1 \w+ (\d+)", page)
    assert found
    assert 5 <= int(found[1]) <= 10


def test_the_feedback_explains_and_shows_the_proof(client, session):
    made = make_played_set(session)
    session.commit()
    address = begin(client, made.id)
    answer(client, address)
    page = client.get(address).get_data(as_text=True)
    for hook in ("feedback", "explanation", "evidence", "next-question"):
        assert f'data-testid="{hook}"' in page
    assert 'id="proof"' in page
    assert "mark--speaker" in page
    assert "mark--cue" in page
    assert "mark--source" in page
    assert STANDING_LINE.de in page
    assert 'role="status"' in page


def test_a_wrong_answer_is_told_why_it_is_wrong(client, session):
    made = make_played_set(session)
    session.commit()
    address = begin(client, made.id)
    player = player_id(client)
    place = place_of(address)
    shown = pages.sheet_of(session, player, place).shown
    wrong = next(n for n, option in enumerate(shown, 1) if not option.correct)
    client.post(address, data={"option": str(wrong)})
    page = text_of(client.get(address))
    assert shown[wrong - 1].rationale.de in page


def test_the_feedback_of_answered_questions_can_be_visited_again(client, session):
    made = make_played_set(session)
    session.commit()
    first = begin(client, made.id)
    play_on(client, first)
    third = first.rpartition("/")[0] + "/3"
    assert 'data-testid="feedback"' in client.get(third).get_data(as_text=True)


def test_playing_again_asks_unseen_questions_first(client, session):
    made = make_played_set(session)
    session.commit()
    first = begin(client, made.id)
    play_on(client, first)
    second = begin(client, made.id)
    player = player_id(client)

    def questions(address):
        place = place_of(address)
        steps = pages.steps_of(session, player, place.round_id)
        return {
            pages.sheet_of(
                session, player, place._replace(number=step.number)
            ).question.id
            for step in steps
        }

    unseen = {item.as_question().id for item in made.items} - questions(first)
    assert unseen <= questions(second)


def test_a_double_click_on_play_begins_one_round(client, session):
    made = make_played_set(session)
    session.commit()
    assert begin(client, made.id) == begin(client, made.id)


def test_a_round_that_waits_is_offered_on_the_home_page(client, session):
    made = make_played_set(session)
    session.commit()
    address = begin(client, made.id)
    assert address.rpartition("/")[0] not in client.get("/").get_data(as_text=True)
    answer(client, address)
    assert address.rpartition("/")[0] in client.get("/").get_data(as_text=True)
    play_on(client, address)
    assert address.rpartition("/")[0] not in client.get("/").get_data(as_text=True)


def test_a_set_that_is_not_there_cannot_be_started(client):
    for value in ("", "nonsense", "00000000-0000-0000-0000-000000000000"):
        assert client.post("/play/start", data={"set": value}).status_code == 404


def test_a_set_with_too_few_questions_says_so(client, session):
    made = make_played_set(session)
    made.items = made.items[:3]
    session.commit()
    response = client.post("/play/start", data={"set": str(made.id)})
    assert (response.status_code, response.location) == (303, f"/sets/{made.id}")
    page = client.get(response.location, headers={"Accept-Language": "en"})
    assert "too few questions for a round" in page.text


def test_each_misplaced_card_of_a_route_is_told_where_it_belongs(client, session):
    questions = [*(who_said(number) for number in range(4)), chain_order(8)]
    made = add_set(session, make_village(session), questions, None, NOON)
    session.commit()
    address = begin(client, made.id)
    player = player_id(client)
    sheet = pages.sheet_of(session, player, place_of(address))
    while sheet.question.kind != "chain_order":
        answer(client, address)
        start, number = address.rsplit("/", 1)
        address = f"{start}/{int(number) + 1}"
        sheet = pages.sheet_of(session, player, place_of(address))
    key = [option.id for option in sheet.question.key]
    # The last card first: every card of the route stands one too late, but it.
    moved = [key[-1], *key[:-1]]
    places = {each: str(n) for n, each in enumerate(moved, start=1)}
    data = {
        f"card-{shown}": places.get(option.id, "")
        for shown, option in enumerate(sheet.shown, start=1)
    }
    assert client.post(address, data=data).status_code == 303
    page = text_of(client.get(address))
    for place in range(1, len(key) + 1):
        assert f"gehört auf Platz {place}" in page
