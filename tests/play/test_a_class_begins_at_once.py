"""Thirty begin in the same moment: the set is looked at once, each has a round."""

import threading

import pytest

from quiz.bank.models import QuestionSet
from quiz.bank.offering import playing_of
from tests.databases import fresh_database
from tests.make import make_set
from tests.patience import joined
from tests.play.player import begin

PUPILS = 30
LOOKING = 8  # as many threads as a process has


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def app(request, new_app, tmp_path):
    """On a database of its own: the threads have a connection each."""
    return new_app(fresh_database(request, request.param, tmp_path))


@pytest.fixture
def set_id(app):
    with app.extensions["quiz.sessions"].writing.begin() as session:
        return make_set(session).id


def at_once(count, work):
    """What each of so many threads gave that began in the same moment."""
    found, gate = [], threading.Barrier(count, timeout=60)

    def doing():
        gate.wait()
        found.append(work())

    threads = [threading.Thread(target=doing) for _ in range(count)]
    for thread in threads:
        thread.start()
    joined(threads, 120)
    return found


def test_a_set_is_looked_at_once_for_all_who_come_meanwhile(app, set_id):
    sessions = app.extensions["quiz.sessions"]

    def look():
        with sessions.reading() as session:
            return playing_of(session, session.get_one(QuestionSet, set_id))

    found = at_once(LOOKING, look)
    assert len(found) == LOOKING
    assert len({id(each) for each in found}) == 1


def test_each_of_a_class_has_a_round_of_their_own(app, set_id):
    begun = at_once(PUPILS, lambda: begin(app.test_client(), set_id))
    assert len(set(begun)) == PUPILS
