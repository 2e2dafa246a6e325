"""A teacher makes a question set of an article."""

from uuid import uuid4

import pytest
from sqlalchemy import func, select

from quiz.bank.models import BankItem, QuestionSet
from tests.browser import text_of
from tests.engine.make_questions import SAID
from tests.make import make_article

EN = {"Accept-Language": "en"}
FEW = (
    "Stille am Steg\n\nAm Steg in Möwenau ist es heute sehr still gewesen.\n\n"
    "„Es kommt kein Boot mehr“, sagte Mila Kern.\n"
)


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id)
    session.commit()
    return made


def count(session):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(QuestionSet))


def test_one_button_makes_a_set_of_the_sure_claims(teacher, session, article):
    answer = teacher.post(f"/articles/{article.id}/questions")
    made = session.scalars(select(QuestionSet)).one()
    assert answer.status_code == 303
    assert answer.location == f"/sets/{made.id}"
    assert (made.owner_id, made.article_id) == (teacher.user_id, article.id)
    assert made.title == article.title
    questions = made.questions()
    assert len(questions) >= 5
    assert [item.position for item in made.items] == list(range(len(questions)))
    assert {item.kind for item in made.items} == {one.kind for one in questions}
    keys = {question.key[0].text for question in questions}
    assert keys & {name for name, _ in SAID}


def test_the_page_of_the_article_has_the_button(teacher, article):
    page = teacher.get(f"/articles/{article.id}").get_data(as_text=True)
    assert f'action="/articles/{article.id}/questions"' in page


def test_pressed_twice_it_gives_the_same_set(teacher, session, article):
    first = teacher.post(f"/articles/{article.id}/questions")
    again = teacher.post(f"/articles/{article.id}/questions")
    assert again.location == first.location
    assert count(session) == 1


def test_when_the_rules_make_other_questions_there_is_a_new_set(
    teacher, session, article
):
    teacher.post(f"/articles/{article.id}/questions")
    item = session.scalars(select(BankItem).where(BankItem.position == 0)).one()
    item.body = item.body | {"passage": "wie ältere Regeln es zeigten"}
    session.commit()
    teacher.post(f"/articles/{article.id}/questions")
    assert count(session) == 2


def test_other_ids_alone_make_no_new_set(teacher, session, article):
    made = teacher.post(f"/articles/{article.id}/questions").location
    for item in session.scalars(select(BankItem)):
        item.body = item.body | {"id": f"{item.kind}-c{item.position}", "claim": "c1"}
    session.commit()
    assert teacher.post(f"/articles/{article.id}/questions").location == made


def test_with_too_few_questions_it_says_why_and_what_helps(teacher, session):
    made = make_article(session, teacher.user_id, text=FEW)
    session.commit()
    answer = teacher.post(f"/articles/{made.id}/questions", headers=EN)
    assert answer.status_code == 422
    shown = text_of(answer)
    assert "A round needs at least 4 questions" in shown
    assert "The rules found 1 statement " in shown
    assert "at least three people" in shown
    assert count(session) == 0


def test_a_stranger_cannot(stranger, session, article):
    answer = stranger.post(f"/articles/{article.id}/questions")
    assert answer.status_code == 404
    assert stranger.post(f"/articles/{uuid4()}/questions").status_code == 404
    assert count(session) == 0


def test_a_guest_is_asked_to_sign_in(guest, session, article):
    answer = guest.post(f"/articles/{article.id}/questions")
    assert "/account/sign-in" in answer.location
    assert count(session) == 0


def test_of_an_article_of_the_library_a_teacher_makes_a_set_of_her_own(
    teacher, session
):
    made = make_article(session)
    session.commit()
    teacher.post(f"/articles/{made.id}/questions")
    assert session.scalars(select(QuestionSet.owner_id)).one() == teacher.user_id
