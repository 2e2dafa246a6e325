"""A teacher explains hard words of an article."""

import pytest

from quiz.articles.models import Article
from tests.browser import text_of
from tests.make import make_article

EN = {"Accept-Language": "en"}


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id)
    session.commit()
    return made


def explain(browser, article, lines):
    path = f"/articles/{article.id}/words"
    return browser.post(path, data={"lines": lines}, headers=EN)


def kept(session, article):
    session.expire_all()
    return session.get(Article, article.id).glossary


def test_words_are_explained_below_the_article_while_one_plays(
    session, teacher, article
):
    done = explain(teacher, article, "Keller = Raum unter dem Haus\n\nFrost = Kälte")
    assert done.status_code == 303
    assert kept(session, article) == [
        ["Keller", "Raum unter dem Haus"],
        ["Frost", "Kälte"],
    ]
    made = teacher.post(f"/articles/{article.id}/questions").location
    started = teacher.post("/play/start", data={"set": made.split("/")[-1]}).location
    page = text_of(teacher.get(started, headers=EN))
    assert "Hard words" in page
    assert "Raum unter dem Haus" in page


def test_without_words_nothing_is_shown(session, teacher, article):
    explain(teacher, article, "Frost = Kälte")
    explain(teacher, article, "")
    assert kept(session, article) is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Keller", "write word = meaning"),
        ("= Raum", "write word = meaning"),
        ("Keller =", "write word = meaning"),
        (f"Keller = {'x' * 400}", "write word = meaning"),
        ("Raumschiff = fliegt", "The article does not have “Raumschiff”"),
        ("Frost = Kälte\n" * 41, "At most 40 words"),
    ],
)
def test_what_is_wrong_is_said_and_stays_in_the_field(
    session, teacher, article, lines, said
):
    response = explain(teacher, article, lines)
    assert response.status_code == 422
    assert said in text_of(response)
    assert lines.split("\n")[0][:30] in response.text
    assert kept(session, article) is None


def test_long_words_are_proposed_until_they_are_explained(session, teacher):
    text = "„Die Feuerwehrgerätehausbesichtigung war schön“, sagte Lea Rau.\n"
    made = make_article(session, teacher.user_id, text)
    session.commit()
    path = f"/articles/{made.id}/words"
    assert "Feuerwehrgerätehausbesichtigung" in teacher.get(path).text
    explain(teacher, made, "Feuerwehrgerätehausbesichtigung = ein Rundgang")
    assert "Perhaps" not in teacher.get(path, headers=EN).text


def test_strangers_explain_nothing(article, stranger):
    assert explain(stranger, article, "Frost = Kälte").status_code == 404


def test_a_question_can_begin_with_a_pattern(session, teacher, article):
    made = teacher.post(f"/articles/{article.id}/questions").location
    draft = teacher.post(f"{made}/draft").location
    page = teacher.get(f"{draft}/own?preset=independence", headers=EN).text
    assert "zwei verschiedene Seiten sagen es" in page
    assert "unabhängig" not in teacher.get(f"{draft}/own?preset=x", headers=EN).text
