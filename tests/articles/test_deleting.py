"""A teacher deletes an article with all that was made from it."""

from uuid import uuid4

import pytest
from sqlalchemy import func, select

from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from tests.browser import text_of
from tests.make import make_article, make_set

EN = {"Accept-Language": "en"}


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id)
    make_set(session, teacher.user_id, made)
    session.commit()
    return made


def left(session):
    session.expire_all()
    return [
        session.scalar(select(func.count()).select_from(row))
        for row in (Article, QuestionSet, BankItem)
    ]


def test_one_is_asked_first_and_told_what_goes_with_it(teacher, session, article):
    page = teacher.get(f"/articles/{article.id}/delete", headers=EN)
    assert "the question sets made from it and the rounds" in text_of(page)
    assert left(session) == [1, 1, 8]


def test_the_article_goes_with_its_sets_and_questions(teacher, session, article):
    answer = teacher.post(f"/articles/{article.id}/delete")
    assert (answer.status_code, answer.location) == (303, "/articles")
    assert left(session) == [0, 0, 0]


def test_deleting_twice_finds_nothing_the_second_time(teacher, article):
    teacher.post(f"/articles/{article.id}/delete")
    assert teacher.post(f"/articles/{article.id}/delete").status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_cannot(stranger, session, article, method):
    answer = getattr(stranger, method)(f"/articles/{article.id}/delete")
    assert answer.status_code == 404
    assert left(session) == [1, 1, 8]


def test_a_guest_cannot(guest, session, article):
    answer = guest.post(f"/articles/{article.id}/delete")
    assert "/account/sign-in" in answer.location
    assert left(session) == [1, 1, 8]


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_deletes_an_article_of_the_library(teacher, admin, session, method):
    made = make_article(session)
    session.commit()
    for person in (teacher, admin):
        answer = getattr(person, method)(f"/articles/{made.id}/delete")
        assert answer.status_code == 403


def test_what_never_was_cannot_be_deleted(teacher):
    assert teacher.post(f"/articles/{uuid4()}/delete").status_code == 404
