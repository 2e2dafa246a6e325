"""A teacher renames a set, or deletes it."""

import pytest
from sqlalchemy import func, select

from quiz.bank.models import BankItem, QuestionSet
from quiz.play.models import Answer, Round
from tests.browser import text_of
from tests.engine.make_questions import TITLE
from tests.make import make_set

EN = {"Accept-Language": "en"}


@pytest.fixture
def own(session, teacher):
    made = make_set(session, teacher.user_id)
    session.commit()
    return made


@pytest.fixture
def library(session):
    made = make_set(session)
    session.commit()
    return made


def title_of(session, one):
    session.expire_all()
    return session.scalar(select(QuestionSet.title).where(QuestionSet.id == one.id))


def count(session, row):
    return session.scalar(select(func.count()).select_from(row))


def test_a_set_gets_another_title(teacher, session, own):
    answer = teacher.post(f"/sets/{own.id}/rename", data={"title": " Klasse 6 b "})
    assert (answer.status_code, answer.location) == (303, f"/sets/{own.id}")
    assert title_of(session, own) == "Klasse 6 b"


@pytest.mark.parametrize("title", ["", "  ", "x" * 301, "zwei\x00Zeilen"])
def test_a_title_that_cannot_be_used_changes_nothing(teacher, session, own, title):
    answer = teacher.post(f"/sets/{own.id}/rename", data={"title": title}, headers=EN)
    assert answer.status_code == 400
    assert "Please check this first" in text_of(answer)
    assert title_of(session, own) == TITLE


def test_one_is_asked_before_deleting(teacher, session, own):
    page = teacher.get(f"/sets/{own.id}/delete", headers=EN)
    assert "the rounds played with them are deleted" in text_of(page)
    assert count(session, QuestionSet) == 1


def test_a_set_goes_with_its_questions_and_rounds_and_the_article_stays(
    teacher, session, own
):
    begun = teacher.post("/play/start", data={"set": str(own.id)}).location
    assert teacher.post(begun, data={"option": "1"}).status_code == 303
    answer = teacher.post(f"/sets/{own.id}/delete")
    assert (answer.status_code, answer.location) == (303, "/sets")
    assert [count(session, row) for row in (QuestionSet, BankItem, Round, Answer)] == [
        0,
        0,
        0,
        0,
    ]
    assert teacher.get(f"/articles/{own.article_id}").status_code == 200
    assert teacher.get(begun).status_code == 404
    assert teacher.get("/progress").status_code == 200
    assert teacher.get("/").status_code == 200


def test_deleting_an_article_breaks_no_page_for_whoever_played_on_it(
    teacher, session, own
):
    begun = teacher.post("/play/start", data={"set": str(own.id)}).location
    teacher.post(begun, data={"option": "1"})
    assert teacher.post(f"/articles/{own.article_id}/delete").status_code == 303
    assert count(session, Round) == 0
    assert teacher.get(begun).status_code == 404
    assert teacher.get("/progress").status_code == 200
    assert teacher.get("/").status_code == 200


def test_deleting_twice_finds_nothing_the_second_time(teacher, own):
    teacher.post(f"/sets/{own.id}/delete")
    assert teacher.post(f"/sets/{own.id}/delete").status_code == 404


@pytest.mark.parametrize("path", ["rename", "delete"])
def test_a_stranger_cannot(stranger, session, own, path):
    answer = stranger.post(f"/sets/{own.id}/{path}", data={"title": "Meins"})
    assert answer.status_code == 404
    assert title_of(session, own) == TITLE


@pytest.mark.parametrize("path", ["rename", "delete"])
def test_a_guest_cannot(guest, session, own, path):
    answer = guest.post(f"/sets/{own.id}/{path}", data={"title": "Meins"})
    assert "/account/sign-in" in answer.location
    assert title_of(session, own) == TITLE


@pytest.mark.parametrize("path", ["rename", "delete"])
def test_nobody_changes_a_set_of_the_library(teacher, admin, session, library, path):
    for person in (teacher, admin):
        answer = person.post(f"/sets/{library.id}/{path}", data={"title": "Meins"})
        assert answer.status_code == 403
    assert title_of(session, library) == TITLE
