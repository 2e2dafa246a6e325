"""Signing in with a user name and a password, and out again."""

import time

import pytest

from quiz.accounts.browser import LONGEST_PAUSE_DAYS
from quiz.accounts.models import SignIn
from quiz.web.clock import now
from tests.browser import text_of
from tests.cast import PASSWORD


def sign_in(browser, name="Frau Ahorn", password=PASSWORD, **more):
    form = {"name": name, "password": password} | more
    return browser.post("/account/sign-in", data=form)


def is_signed_in(browser):
    return browser.get("/articles").status_code == 200


def test_a_teacher_signs_in_and_goes_home(teacher, client):
    response = sign_in(client)
    assert response.status_code == 303
    assert response.location == "/"
    assert is_signed_in(client)


def test_the_name_may_be_typed_in_any_case_and_with_blanks(teacher, client):
    assert sign_in(client, name="  FRAU  ahorn ").status_code == 303


def test_the_password_must_be_typed_exactly(teacher, client):
    assert sign_in(client, password=PASSWORD.upper()).status_code == 400
    assert not is_signed_in(client)


def test_a_wrong_password_and_an_unknown_name_look_the_same(teacher, client):
    wrong = sign_in(client, password="something else")
    unknown = sign_in(client, name="nobody at all")
    assert wrong.status_code == unknown.status_code == 400
    assert text_of(wrong) == text_of(unknown)


@pytest.mark.slow
def test_an_unknown_name_takes_as_long_as_a_wrong_password(teacher, client):
    def cpu_s(name):
        sign_in(client, name=name, password="something else")
        begin = time.process_time()
        for _ in range(5):
            sign_in(client, name=name, password="something else")
        return time.process_time() - begin

    assert 0.5 < cpu_s("frau ahorn") / cpu_s("nobody at all") < 2


def test_a_sign_in_that_nobody_used_for_longer_than_holidays_is_over(teacher):
    def seen(days_ago):
        with teacher.session_transaction() as cookie:
            cookie["used_on"] = now().date().toordinal() - days_ago
        return is_signed_in(teacher)

    assert seen(LONGEST_PAUSE_DAYS)
    assert seen(0)
    assert not seen(LONGEST_PAUSE_DAYS + 1)
    assert sign_in(teacher).status_code == 303
    assert is_signed_in(teacher)


def test_each_day_of_use_puts_the_end_off(teacher):
    with teacher.session_transaction() as cookie:
        cookie["used_on"] = now().date().toordinal() - LONGEST_PAUSE_DAYS
    assert is_signed_in(teacher)
    with teacher.session_transaction() as cookie:
        assert cookie["used_on"] == now().date().toordinal()


def test_a_failed_sign_in_keeps_the_name_but_not_the_password(teacher, client):
    page = sign_in(client, password="my secret typo").get_data(as_text=True)
    assert 'value="Frau Ahorn"' in page
    assert "my secret typo" not in page


@pytest.mark.parametrize("name", ["", " ", "\0", "x" * 5_000, "' OR 1=1 --"])
def test_nonsense_names_are_refused_politely(client, name):
    assert sign_in(client, name=name).status_code == 400


def test_one_goes_on_to_the_page_one_wanted(teacher, client):
    wanted = client.get("/articles/new")
    assert wanted.status_code == 303
    form = client.get(wanted.location)
    assert 'value="/articles/new"' in form.get_data(as_text=True)
    assert sign_in(client, next="/articles/new").location == "/articles/new"


def test_a_signed_in_teacher_skips_the_form(teacher):
    assert teacher.get("/account/sign-in?next=/articles").location == "/articles"


def test_signing_in_begins_a_new_session_but_keeps_the_guests_language(teacher, client):
    with client.session_transaction() as before:
        before["language"] = "en"
        before["planted"] = "by somebody else"
    sign_in(client)
    with client.session_transaction() as after:
        assert after["language"] == "en"
        assert "planted" not in after


def test_signing_out_ends_it_here_and_for_a_copied_cookie(teacher, session):
    copied = teacher.get_cookie("session").value
    assert teacher.post("/account/sign-out").status_code == 303
    assert not is_signed_in(teacher)
    teacher.set_cookie("session", copied)
    assert not is_signed_in(teacher)
    assert session.query(SignIn).count() == 0


def test_signing_out_elsewhere_leaves_other_browsers_signed_in(teacher, client):
    sign_in(client)
    client.post("/account/sign-out")
    assert is_signed_in(teacher)


def test_a_guest_has_nothing_to_sign_out_of(client):
    response = client.post("/account/sign-out")
    assert response.status_code == 303
    assert response.location.startswith("/account/sign-in")


def test_a_made_up_token_is_nobody(app, client):
    for token in ("", "nonsense", "00000000-0000-0000-0000-000000000000"):
        with client.session_transaction() as session:
            session["_user_id"] = token
        assert not is_signed_in(client)
        assert client.get("/account/sign-in").status_code == 200
