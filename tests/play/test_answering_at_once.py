"""Two clicks, two tabs, two threads: real servers, real commits."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import func, select

from quiz.errors import Conflict
from quiz.play import service
from quiz.play.models import Answer, RoundItem
from quiz.play.service import Place
from tests.village import NOON, make_player, make_round

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
