"""What went wrong in a round: told first at its end, and to be tried again."""

import re

import pytest
from sqlalchemy import func, select

from quiz.play.models import Answer, Pointing, Righted, Round, RoundItem
from quiz.play.pages import steps_of
from tests.browser import text_of
from tests.classroom.people import EN, position
from tests.classroom.people import answer as answer_at
from tests.make import make_set
from tests.play.player import begin, place_of, player_id, reply_to


def numbers(session, address):
    round_id = place_of(address).round_id
    wanted = select(RoundItem.number).where(RoundItem.round_id == round_id)
    return sorted(session.scalars(wanted))


def play(session, browser, *, wrong):
    """Play a round with wrong answers at these places; where it was played."""
    made = make_set(session)
    session.commit()
    address = begin(browser, made.id)
    start = address.rpartition("/")[0]
    for number in numbers(session, address):
        answer_at(session, browser, f"{start}/{number}", rightly=number not in wrong)
    return start


def kept(session):
    return [
        session.scalar(select(func.count()).select_from(each))
        for each in (Answer, Round, Pointing, Righted)
    ]


@pytest.fixture
def start(session, client):
    return play(session, client, wrong={2, 4})


def test_the_result_begins_with_the_mistakes_the_own_answer_and_the_right_one(
    client, session, start
):
    page = client.get(f"{start}/result", headers=EN)
    [missed] = re.findall(r'data-testid="missed">(.*?)</section>', page.text, re.S)
    assert missed.count("Your answer:") == missed.count("Right:") == 2
    assert missed.count('class="review__proof') == 2
    assert "/2" in missed
    assert "/4" in missed
    assert page.text.index('data-testid="missed"') < page.text.index(
        'data-testid="others"'
    )
    assert f"The other questions ({len(numbers(session, f'{start}/1')) - 2})" in (
        text_of(page)
    )


def test_whoever_had_all_right_has_nothing_to_try_again(client, session):
    page = client.get(f"{play(session, client, wrong=())}/result")
    assert 'data-testid="missed"' not in page.text
    assert 'data-testid="try-again"' not in page.text


def righted(page):
    found = re.findall(r'data-testid="righted">([^<]*)<', page.text)
    return [" ".join(each.split()) for each in found]


def try_again(session, browser, address, *, rightly):
    """Send the question's form; gives the page it leads to."""
    session.expire_all()
    item = session.get_one(RoundItem, tuple(place_of(address.removesuffix("/again"))))
    sent = {"send": "yes", "option": str(position(item, rightly))}
    told = browser.post(address, data=sent)
    assert told.status_code == 303
    return browser.get(told.location, headers=EN)


def test_what_is_right_at_another_try_is_told_at_once_in_the_result_and_in_progress(
    client, session, start
):
    wrong = try_again(session, client, f"{start}/2/again", rightly=False)
    assert righted(wrong) == []
    assert righted(client.get(f"{start}/result", headers=EN)) == []
    right = try_again(session, client, f"{start}/2/again", rightly=True)
    assert righted(right) == ["Now you have it. Your result says so, too."]
    result = client.get(f"{start}/result", headers=EN)
    assert righted(result) == ["1 of 2 put right at another try."]
    assert f'href="{start}/4/again"' in result.text
    assert righted(client.get("/progress", headers=EN)) == ["+1 at another try"]


def test_once_all_are_right_there_is_nothing_left_to_try(client, session, start):
    for number in (2, 4, 4):
        try_again(session, client, f"{start}/{number}/again", rightly=True)
    result = client.get(f"{start}/result", headers=EN)
    assert righted(result) == ["2 of 2 put right at another try."]
    assert 'data-testid="try-again"' not in result.text
    session.expire_all()
    assert session.scalar(select(func.count()).select_from(Righted)) == 2


def test_points_and_answers_stay_as_they_were(client, session, start):
    answers = select(Answer.number, Answer.share).order_by(Answer.number)
    score = re.compile(r'data-testid="score">.*?</p>', re.S)
    shares = session.execute(answers).all()
    before = score.search(client.get(f"{start}/result").text)[0]
    try_again(session, client, f"{start}/2/again", rightly=True)
    assert session.execute(answers).all() == shares
    assert score.search(client.get(f"{start}/result").text)[0] == before


def test_nobody_puts_right_what_was_not_missed_or_is_another_ones(
    app, client, session, start
):
    try_again(session, client, f"{start}/1/again", rightly=True)
    stranger = app.test_client()
    sent = {"send": "yes", "option": "1"}
    assert stranger.post(f"{start}/2/again", data=sent).status_code == 404
    assert session.scalar(select(func.count()).select_from(Righted)) == 0


def test_the_mistakes_are_tried_again_one_after_the_other_and_no_look_is_kept(
    client, session, start
):
    before = kept(session)
    page = client.get(f"{start}/result").text
    here = re.search(r'href="([^"]+)"\s+data-testid="try-again"', page)[1]
    assert here == f"{start}/2/again"
    visited = []
    for _ in range(4):
        asked = client.get(here, headers=EN)
        assert "Practice: this counts nowhere" in text_of(asked)
        assert 'data-testid="evidence"' not in asked.text
        assert 'data-testid="sure"' not in asked.text
        sent = reply_to(asked.text) | {"send": "yes"}
        told = client.get(here, query_string=sent, headers=EN)
        assert 'data-testid="feedback"' in told.text
        visited.append(here)
        here = re.search(r'href="([^"]+)" data-testid="next-question"', told.text)[1]
        if here.endswith("/result"):
            break
    assert visited == [f"{start}/2/again", f"{start}/4/again"]
    session.expire_all()
    assert kept(session) == before


def test_sent_without_an_answer_it_says_so_and_asks_again(client, start):
    page = client.get(f"{start}/2/again?send=yes", headers=EN)
    assert "Choose an answer first." in text_of(page)
    assert 'data-testid="question"' in page.text
    page = client.get(f"{start}/2/again?send=yes&option=99", headers=EN)
    assert "That is none of the answers." in text_of(page)


def test_what_was_right_is_not_tried_again(client, start):
    assert client.get(f"{start}/1/again").status_code == 303


def test_a_round_is_played_to_its_end_first(client, session):
    made = make_set(session)
    session.commit()
    address = begin(client, made.id)
    answer_at(session, client, address, rightly=False)
    assert client.get(f"{address}/again").status_code == 303
    [first, *_later] = steps_of(session, player_id(client), place_of(address).round_id)
    assert first.is_missed


def test_somebody_elses_mistakes_are_not_found(app, start):
    assert app.test_client().get(f"{start}/2/again").status_code == 404
