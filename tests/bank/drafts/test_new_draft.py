"""A set of questions that a teacher writes, where rules find too few."""

import pytest
from sqlalchemy import select

from quiz.bank.models import QuestionSet
from tests.browser import text_of
from tests.make import make_article

EN = {"Accept-Language": "en"}
TEXT = "„Es regnet heute sehr stark“, sagte Frau Wolke. Dann schien die Sonne.\n"


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id, TEXT)
    session.commit()
    return made


@pytest.fixture
def draft(teacher, article):
    """A draft of an article of which the rules make too few questions."""
    return teacher.post(f"/articles/{article.id}/draft").location


def write(teacher, draft, number):
    sent = {
        "form": "single",
        "changes": number,
        "stem_de": f"Frage {number}?",
        "lines": "* ja\nnein",
        "skill": "speaker",
    }
    return teacher.post(f"{draft}/own", data=sent)


def test_the_page_that_says_too_few_leads_to_a_draft(teacher, article):
    refused = teacher.post(f"/articles/{article.id}/questions", headers=EN)
    assert refused.status_code == 422
    assert f"/articles/{article.id}/draft" in refused.text


def test_own_questions_alone_make_a_set_and_a_round_has_all_of_them(
    session, teacher, draft
):
    for number in range(6):
        assert write(teacher, draft, number).status_code == 303
    items = session.scalars(select(QuestionSet)).one().items
    kept = [str(item.position + 1) for item in items if item.kind == "own"]
    done = teacher.post(draft, data={"keep": kept, "changes": 6, "act": "publish"})
    assert done.status_code == 303
    started = teacher.post("/play/start", data={"set": draft.split("/")[-1]})
    page = text_of(teacher.get(started.location, headers=EN))
    assert "Question 1 of 6" in page


def test_too_few_of_them_are_not_published(teacher, draft):
    write(teacher, draft, 0)
    sent = {"keep": ["1"], "changes": 1, "act": "publish"}
    refused = teacher.post(draft, data=sent, headers=EN)
    assert refused.status_code == 422
    assert "at least 4" in text_of(refused)


def test_strangers_begin_no_draft(article, stranger, client):
    path = f"/articles/{article.id}/draft"
    assert stranger.post(path).status_code == 404
    assert client.post(path).location.startswith("/account/sign-in")
