"""What the result tells: a medal, the own best, what moved, what the class has."""

import re

import pytest
from sqlalchemy import select, update

from quiz.play.models import Answer, RoundItem
from quiz.play.own_best import best_before
from quiz.web.clock import now
from tests.browser import text_of
from tests.classroom.people import EN, Lesson
from tests.classroom.people import answer as answer_at
from tests.classroom.people import begin as begin_task
from tests.make import make_set
from tests.play.player import begin, place_of, play_on, player_id


def play(session, browser, set_id, *, right):
    """Play a round with so many right answers first; the address of its result."""
    address = begin(browser, set_id)
    round_id = place_of(address).round_id
    start = address.rpartition("/")[0]
    count = len(
        session.scalars(select(RoundItem).where(RoundItem.round_id == round_id)).all()
    )
    for number in range(1, count + 1):
        answer_at(session, browser, f"{start}/{number}", rightly=number <= right)
    return f"{start}/result"


def line(page, testid):
    """The words of one line of the result, "" where it is not there."""
    found = re.search(rf'data-testid="{testid}">(.*?)</li>', page.text, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


@pytest.fixture
def made(session):
    made = make_set(session)
    session.commit()
    return made


def test_a_first_round_is_compared_with_nothing(client, session, made):
    page = client.get(play(session, client, made.id, right=1), headers=EN)
    assert line(page, "own-best").startswith("Your first finished round")
    assert line(page, "learnt").startswith("To keep in mind:")
    assert 'data-testid="praise"' in page.text
    assert not line(page, "contest")


def test_a_round_is_compared_with_ones_own_best_and_nobody_elses(
    app, client, session, made
):
    play(session, app.test_client(), made.id, right=8)
    play(session, client, made.id, right=2)
    better = client.get(play(session, client, made.id, right=4), headers=EN)
    assert line(better, "own-best").startswith("New personal best:")
    worse = client.get(play(session, client, made.id, right=0), headers=EN)
    assert line(worse, "own-best").startswith("Your best round so far:")


def test_a_round_that_went_the_same_is_as_good_as_the_best(client, session, made):
    play(session, client, made.id, right=6)
    session.execute(update(Answer).where(Answer.share == 0).values(share=2 / 3))
    session.commit()
    again = play(session, client, made.id, right=6)
    session.execute(update(Answer).where(Answer.share == 0).values(share=2 / 3))
    session.commit()
    page = client.get(again, headers=EN)
    assert line(page, "own-best").startswith("As good as your best round so far")


def test_a_round_is_compared_with_earlier_ones_only(client, session, made):
    first = play(session, client, made.id, right=1)
    play(session, client, made.id, right=8)
    here = place_of(first.replace("result", "1")).round_id
    assert best_before(session, player_id(client), here, now()) is None
    page = client.get(first, headers=EN)
    assert line(page, "own-best").startswith("Your first finished round")


def test_the_skill_that_moved_is_told_and_none_where_none_did(client, session, made):
    good = client.get(play(session, client, made.id, right=8), headers=EN)
    assert line(good, "moved").startswith("New:")
    again = client.get(play(session, client, made.id, right=0), headers=EN)
    assert not line(again, "moved")


def test_at_a_seat_it_says_what_the_round_did_for_the_class(app, session, teacher):
    lesson = Lesson(app, session, teacher, seats=1)
    lesson.give()
    pupil = lesson.pupil(1)
    address = begin_task(pupil, lesson.tasks[0])
    page = pupil.get(play_on(pupil, address), headers=EN)
    assert "it counts for your class" in line(page, "contest")
    assert "Leaderboards" in line(page, "contest")
    assert "Another article" not in text_of(page)
    assert "Together this week: " in line(page, "contest")
