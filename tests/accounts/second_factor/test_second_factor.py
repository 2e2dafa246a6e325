"""Six digits beside the password, and paper for whoever lost the phone."""

import re
from datetime import timedelta

import pyotp
import pytest
from sqlalchemy import select

from quiz.access import Role
from quiz.accounts.models import SecondFactor
from quiz.accounts.second_factor import service
from quiz.web.clock import now
from tests.browser import text_of
from tests.cast import PASSWORD, member

EN = {"Accept-Language": "en"}


def code(session, ahead=0):
    session.expire_all()
    secret = session.scalars(select(SecondFactor.secret)).one()
    return pyotp.TOTP(secret).at(now() + timedelta(seconds=30 * ahead))


def set_up(session, browser):
    """Switched on by the code of half a minute ago; gives the codes on paper."""
    begun = browser.post("/account/factor/begin", data={"old": PASSWORD})
    assert begun.status_code == 303
    sent = {"code": code(session, ahead=-1)}
    assert browser.post("/account/factor/on", data=sent).status_code == 303
    page = text_of(browser.get("/account/factor", headers=EN))
    return re.findall(r"\b[A-Z2-9]{25}\b", page)


def by_password(app, name="frau ahorn"):
    browser = app.test_client()
    sent = {"name": name, "password": PASSWORD}
    return browser, browser.post("/account/sign-in", data=sent).location


def prove(browser, typed):
    return browser.post("/account/second-factor", data={"code": typed}, headers=EN)


def test_the_password_alone_opens_nothing_any_more(app, session, teacher):
    set_up(session, teacher)
    browser, onward = by_password(app)
    assert onward == "/account/second-factor"
    assert browser.get("/account").status_code == 303
    assert "opens nothing" in text_of(prove(browser, "000000"))
    assert prove(browser, code(session)).status_code == 303
    assert browser.get("/account").status_code == 200


def test_a_code_opens_once(app, session, teacher):
    set_up(session, teacher)
    right = code(session)
    first, second = by_password(app)[0], by_password(app)[0]
    assert prove(first, right).status_code == 303
    assert prove(second, right).status_code == 400
    assert prove(second, code(session, ahead=1)).status_code == 303


@pytest.mark.parametrize("ahead", [-3, 3])
def test_a_code_of_another_time_opens_nothing(app, session, teacher, ahead):
    set_up(session, teacher)
    assert prove(by_password(app)[0], code(session, ahead)).status_code == 400


def test_codes_on_paper_open_once_each(app, session, teacher):
    codes = set_up(session, teacher)
    assert len(codes) == service.RECOVERY_CODES
    typed = f"{codes[0][:8].lower()} {codes[0][8:]}"
    assert prove(by_password(app)[0], typed).status_code == 303
    again = by_password(app)[0]
    assert prove(again, codes[0]).status_code == 400
    assert prove(again, codes[1]).status_code == 303


def test_without_a_password_before_it_no_code_is_looked_at(app, session, teacher):
    set_up(session, teacher)
    browser = app.test_client()
    assert prove(browser, code(session)).location == "/account/sign-in"
    assert browser.get("/account").status_code == 303


def test_it_is_switched_off_by_the_password(app, session, teacher):
    set_up(session, teacher)
    refused = teacher.post("/account/factor/off", data={"old": "not it at all"})
    assert refused.status_code == 400
    again = teacher.post("/account/factor/begin", data={"old": PASSWORD})
    assert again.status_code == 400
    off = teacher.post("/account/factor/off", data={"old": PASSWORD})
    assert off.status_code == 303
    assert by_password(app)[1] == "/"


def test_where_it_is_asked_for_administrators_without_it_are_teachers(
    app, session, admin
):
    app.config["ADMIN_SECOND_FACTOR"] = True
    try:
        assert admin.get("/staff").status_code == 403
        assert admin.get("/classes").status_code == 200
        set_up(session, admin)
        assert admin.get("/staff").status_code == 200
    finally:
        app.config["ADMIN_SECOND_FACTOR"] = False


def test_where_it_is_asked_of_all_an_account_without_it_can_only_set_it_up(
    app, session, teacher, client
):
    app.config["SECOND_FACTOR"] = True
    try:
        for closed in ("/classes", "/articles", "/account"):
            assert teacher.get(closed).location == "/account/factor", closed
        refused = teacher.post("/articles/new", data={"title": "x", "text": "y"})
        assert refused.location == "/account/factor"
        assert teacher.get("/").status_code == client.get("/").status_code == 200
        assert client.get("/articles").location.startswith("/account/sign-in")
        set_up(session, teacher)
        assert teacher.get("/classes").status_code == 200
    finally:
        app.config["SECOND_FACTOR"] = False


def test_who_guesses_codes_is_made_to_wait_in_every_browser(limited, later):
    browser = member(limited, "frau ahorn", Role.TEACHER)
    with limited.extensions["quiz.sessions"].reading() as session:
        set_up(session, browser)
    statuses = set()
    for _ in range(70):
        statuses.add(prove(by_password(limited)[0], "000000").status_code)
    assert statuses == {400, 429}


def test_who_lost_phone_and_paper_is_helped_from_the_command_line(
    app, session, runner, teacher
):
    set_up(session, teacher)
    told = runner.invoke(args=["user", "drop-factor", "--name", "frau ahorn"])
    assert told.exit_code == 0
    assert by_password(app)[1] == "/"
