"""However many passwords are sent at once, others still play."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from quiz.accounts import passwords
from tests.cast import PASSWORD, member

pytestmark = pytest.mark.slow

CROWD = 24


def at_once(work):
    """What each of a crowd gets that begins at the same moment."""
    barrier = Barrier(CROWD)

    def begin(_number):
        barrier.wait()
        return work()

    with ThreadPoolExecutor(CROWD) as pool:
        return list(pool.map(begin, range(CROWD)))


def test_who_is_too_many_is_asked_to_come_again(real_app):
    def send():
        form = {"name": "frau ahorn", "password": "not the password"}
        return real_app.test_client().post("/account/sign-in", data=form)

    answers = at_once(send)
    turned_away = [each for each in answers if each.status_code == 503]
    assert {each.status_code for each in answers} == {400, 503}
    assert 1 <= len(turned_away) <= CROWD - passwords.LONGEST_LINE
    assert {each.headers["Retry-After"] for each in turned_away} == {"3"}


def test_afterwards_everybody_gets_in(real_app):
    member(real_app, "frau ahorn")
    form = {"name": "frau ahorn", "password": "not the password"}
    at_once(lambda: real_app.test_client().post("/account/sign-in", data=form))
    form["password"] = PASSWORD
    assert real_app.test_client().post("/account/sign-in", data=form).status_code == 303


def test_while_a_password_is_checked_nobody_waits_for_the_database(real_app):
    member(real_app, "frau ahorn")
    colleague = member(real_app, "herr birke")
    form = {"name": "frau ahorn", "password": PASSWORD}
    browser = real_app.test_client()
    with ThreadPoolExecutor(1) as pool:
        with passwords._turn:
            waiting = pool.submit(browser.post, "/account/sign-in", data=form)
            while passwords._line._value == passwords.LONGEST_LINE:
                time.sleep(0.01)
            made = colleague.post("/classes", data={"name": "7b", "seats": 2})
            assert made.status_code == 303
            assert not waiting.done()
        assert waiting.result(timeout=10).status_code == 303
