"""Teachers of one school find each other by a code."""

import re

import pytest
from sqlalchemy import select

from quiz.accounts import service as accounts
from quiz.accounts.models import School, SchoolTeacher
from tests.browser import text_of
from tests.cast import member

EN = {"Accept-Language": "en"}


@pytest.fixture
def code(teacher):
    """Frau Ahorn's school and its invitation."""
    assert teacher.post("/school/found", data={"name": "Am Markt"}).status_code == 303
    return invitation(teacher)


def invitation(browser):
    page = browser.get("/school").text
    return re.search(r'data-testid="invitation">([^<]+)<', page).group(1)


def join(browser, code):
    return browser.post("/school/join", data={"code": code}, headers=EN)


def heads(session):
    session.expire_all()
    rows = session.scalars(select(SchoolTeacher)).all()
    return {row.user_id for row in rows if row.is_head}


def test_a_teacher_founds_a_school_and_colleagues_join_by_its_code(
    teacher, stranger, code
):
    assert join(stranger, code.lower().replace("-", " ")).status_code == 303
    page = text_of(stranger.get("/school", headers=EN))
    assert "Am Markt" in page
    assert "frau ahorn" in page
    assert code not in stranger.get("/school").text


def test_a_wrong_code_joins_nobody_and_stays_in_the_field(stranger, code):
    refused = join(stranger, "ABCDE-22222")
    assert refused.status_code == 422
    assert "No school has this code" in text_of(refused)
    assert 'value="ABCDE-22222"' in refused.text


def test_nobody_teaches_at_two_schools(teacher, code):
    assert join(teacher, code).status_code == 422
    again = teacher.post("/school/found", data={"name": "Am Fluss"})
    assert again.status_code == 422


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_school_has_a_name(session, teacher, name):
    refused = teacher.post("/school/found", data={"name": name})
    assert refused.status_code == 422
    assert not session.scalars(select(School)).all()


def test_another_code_makes_the_old_one_worthless(teacher, stranger, code):
    teacher.post("/school/invitation")
    assert join(stranger, code).status_code == 422
    assert join(stranger, invitation(teacher)).status_code == 303


def test_only_heads_let_people_in_and_out(app, session, teacher, stranger, code):
    join(stranger, code)
    assert stranger.post("/school/invitation").status_code == 403
    address = f"/school/teachers/{teacher.user_id}"
    assert stranger.post(f"{address}/remove").status_code == 403
    assert stranger.post(f"{address}/head", data={"head": "no"}).status_code == 403
    outside = member(app, "frau linde")
    assert outside.post(f"{address}/remove").status_code == 404
    assert heads(session) == {teacher.user_id}


def test_a_head_hands_the_school_on_and_leaves(session, teacher, stranger, code):
    join(stranger, code)
    assert teacher.post("/school/leave").status_code == 422
    address = f"/school/teachers/{stranger.user_id}"
    assert teacher.post(f"{address}/head", data={"head": "yes"}).status_code == 303
    assert teacher.post("/school/leave").status_code == 303
    assert heads(session) == {stranger.user_id}


def test_the_last_head_stays_one(session, teacher, code):
    address = f"/school/teachers/{teacher.user_id}"
    assert teacher.post(f"{address}/head", data={"head": "no"}).status_code == 422
    assert teacher.post(f"{address}/remove").status_code == 422
    assert heads(session) == {teacher.user_id}


def test_who_is_removed_belongs_to_it_no_longer(teacher, stranger, code):
    join(stranger, code)
    removed = teacher.post(f"/school/teachers/{stranger.user_id}/remove")
    assert removed.status_code == 303
    assert "Am Markt" not in stranger.get("/school").text


def test_with_its_last_teacher_a_school_is_gone(session, teacher, code):
    assert teacher.post("/school/leave").status_code == 303
    assert not session.scalars(select(School)).all()


def test_an_account_that_goes_hands_its_school_on(session, teacher, stranger, code):
    join(stranger, code)
    accounts.remove(session, "frau ahorn")
    assert heads(session) == {stranger.user_id}
    accounts.remove(session, "herr birke")
    assert not session.scalars(select(School)).all()
