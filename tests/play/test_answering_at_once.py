"""Two clicks, two tabs, two threads: real servers, real commits."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import func, select

from quiz.access import Actor, Role
from quiz.accounts.models import User
from quiz.errors import Conflict
from quiz.play import service
from quiz.play.models import Answer, RoundItem
from quiz.play.players import player_of
from quiz.play.service import Place
from tests.play.player import begin
from tests.village import NOON, make_played_set, make_player, make_round

THREADS = 8


@pytest.fixture
def sessions(real_app):
    return real_app.extensions["quiz.sessions"]


@pytest.fixture
def asked(sessions) -> tuple[UUID, Place]:
    with sessions.writing.begin() as session:
        player = make_player(session)
        return player.id, Place(make_round(session, player).id, 1)


def send(sessions, asked, position, barrier):
    player_id, place = asked
    barrier.wait()
    with sessions.writing.begin() as session:
        try:
            return service.answer(session, player_id, place, [position], NOON)
        except Conflict:
            return "refused"


def at_once(sessions, asked, positions):
    barrier = Barrier(len(positions))
    with ThreadPoolExecutor(len(positions)) as pool:
        jobs = [pool.submit(send, sessions, asked, p, barrier) for p in positions]
        return [job.result() for job in jobs]


def kept(sessions, asked):
    with sessions.reading() as session:
        count = session.scalar(select(func.count()).select_from(Answer))
        return count, session.get(Answer, asked[1])


def test_the_same_answer_sent_at_once_is_kept_once(sessions, asked):
    shares = at_once(sessions, asked, [1] * THREADS)
    count, answer = kept(sessions, asked)
    assert count == 1
    assert set(shares) == {answer.share}


def test_of_different_answers_sent_at_once_one_stays(sessions, asked):
    outcomes = at_once(sessions, asked, [1, 2, 3, 1, 2, 3])
    count, answer = kept(sessions, asked)
    assert count == 1
    with sessions.reading() as session:
        order = session.get(RoundItem, asked[1]).option_order
    winner = order.index(answer.reply[0]) + 1
    for position, outcome in zip([1, 2, 3, 1, 2, 3], outcomes, strict=True):
        assert outcome == (answer.share if position == winner else "refused")


def test_the_same_form_sent_at_once_gets_the_same_reply_each_time(real_app, sessions):
    with sessions.writing.begin() as session:
        set_id = make_played_set(session).id
    first = real_app.test_client()
    address = begin(first, set_id)
    session_cookie = first.get_cookie("session").value
    barrier = Barrier(THREADS)

    def click(_number):
        browser = real_app.test_client()
        browser.set_cookie("session", session_cookie)
        barrier.wait()
        return browser.post(address, data={"option": "1"})

    with ThreadPoolExecutor(THREADS) as pool:
        replies = list(pool.map(click, range(THREADS)))
    replies.append(click_later(real_app, session_cookie, address))
    assert {(each.status_code, each.location) for each in replies} == {(303, address)}
    with sessions.reading() as session:
        assert session.scalar(select(func.count()).select_from(Answer)) == 1


def click_later(app, session_cookie, address):
    browser = app.test_client()
    browser.set_cookie("session", session_cookie)
    return browser.post(address, data={"option": "1"})


def test_an_account_that_begins_in_many_browsers_at_once_has_one_player(sessions):
    with sessions.writing.begin() as session:
        user = User(
            name="frau eile", password_hash="x", role=Role.TEACHER, created_at=NOON
        )
        session.add(user)
        session.flush()
        actor = Actor(user.id, Role.TEACHER)
    barrier = Barrier(THREADS)

    def begin(_number):
        barrier.wait()
        with sessions.writing.begin() as session:
            return player_of(session, actor, None, NOON).id

    with ThreadPoolExecutor(THREADS) as pool:
        assert len(set(pool.map(begin, range(THREADS)))) == 1
