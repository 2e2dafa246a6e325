"""A copied cookie is worth nothing of an account that is not signed in any more."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from quiz.accounts import service
from quiz.accounts.models import SignIn
from quiz.classroom.models import Seat
from quiz.play.models import Answer, Player, Round
from tests.browser import text_of
from tests.cast import PASSWORD, member
from tests.classroom.people import join, make_class, plays
from tests.promises.routes import rules, says

pytestmark = pytest.mark.slow


def copy_of(browser):
    """Another browser with the same cookie."""
    other = browser.application.test_client()
    other.set_cookie("session", browser.get_cookie("session").value)
    return other


def exported(browser):
    return json.loads(browser.get("/progress/export").text)["rounds"]


def sign_in(browser, name="frau ahorn"):
    form = {"name": name, "password": PASSWORD}
    return browser.post("/account/sign-in", data=form).status_code


def sign_out(session, teacher):
    assert teacher.post("/account/sign-out").status_code == 303


def have_a_new_password(session, teacher):
    service.set_password(session, "frau ahorn", "nine yellow pears")
    session.commit()


def wait_too_long(session, teacher):
    for each in session.scalars(select(SignIn)):
        each.created_at -= service.SIGN_IN_LASTS + timedelta(days=1)
    session.commit()


@pytest.fixture(params=[sign_out, have_a_new_password, wait_too_long])
def copied(request, session, teacher):
    """A copy of the cookie of a teacher who played and is signed in no more."""
    address = plays(session, teacher)
    copy = copy_of(teacher)
    assert len(exported(copy)) == 1
    request.param(session, teacher)
    return copy, address


def test_it_reads_and_takes_along_nothing(copied, client):
    copy, _address = copied
    assert exported(copy) == []
    for page in ("/", "/progress", "/privacy"):
        assert text_of(copy.get(page)) == text_of(client.get(page))


def test_every_address_of_the_round_is_missing(copied, app):
    copy, address = copied
    values = {"round_id": UUID(address.split("/")[-2]), "number": 1}
    asked = 0
    for rule in rules(app):
        if "round_id" not in rule.arguments or not rule.arguments <= set(values):
            continue
        given = {name: values[name] for name in rule.arguments}
        where = app.url_map.bind("localhost").build(rule.endpoint, given)
        for method in rule.methods & {"GET", "POST"}:
            asked += 1
            answer = copy.open(where, method=method, data={"option": "1"})
            assert answer.status_code == 404, says(rule)
    assert asked >= 4


def test_it_deletes_nothing(copied, session):
    copy, _address = copied
    copy.post("/privacy/forget")
    session.expire_all()
    assert len(session.scalars(select(Round)).all()) == 1
    assert len(session.scalars(select(Answer)).all()) == 1


def test_whoever_plays_on_with_it_plays_as_a_guest(copied, session):
    copy, address = copied
    assert plays(session, copy) != address
    session.expire_all()
    owners = session.scalars(select(Player.user_id)).all()
    assert sorted(owner is None for owner in owners) == [False, True]


def test_another_account_takes_nothing_over_with_it(copied, app, session):
    copy, address = copied
    member(app, "herr birke")
    assert sign_in(copy, "herr birke") == 303
    assert copy.get(address).status_code == 404
    assert exported(copy) == []


def test_with_the_account_everything_is_gone_for_the_copy(session, teacher):
    address = plays(session, teacher)
    service.remove(session, "frau ahorn")
    session.commit()
    assert teacher.get(address).status_code == 404
    assert exported(teacher) == []


def test_a_guests_cookie_loses_the_rounds_that_an_account_took_over(
    app, session, client, teacher
):
    address = plays(session, client)
    before = copy_of(client)
    assert sign_in(client) == 303
    assert client.get(address).status_code == 200
    assert before.get(address).status_code == 404
    assert exported(before) == []


def test_who_signs_in_again_has_everything_back(session, teacher):
    address = plays(session, teacher)
    sign_out(session, teacher)
    assert sign_in(teacher) == 303
    assert teacher.get(address).status_code == 200
    assert len(exported(teacher)) == 1


def test_of_guests_and_seats_the_cookie_is_enough(app, session, client, teacher):
    as_guest = plays(session, client)
    assert copy_of(client).get(as_guest).status_code == 200
    make_class(teacher, seats=1)
    seat = session.scalars(select(Seat)).one()
    pupil = join(app, None, seat)
    as_pupil = plays(session, pupil)
    assert copy_of(pupil).get(as_pupil).status_code == 200
    assert copy_of(pupil).get("/my-class").status_code == 200


def test_a_teacher_who_tries_a_seat_plays_as_the_seat(app, session, teacher):
    make_class(teacher, seats=1)
    seat = session.scalars(select(Seat)).one()
    join(app, None, seat, teacher)
    address = plays(session, teacher)
    assert teacher.get(address).status_code == 200
    session.expire_all()
    assert session.scalars(select(Round.player_id)).all() == [seat.player_id]
