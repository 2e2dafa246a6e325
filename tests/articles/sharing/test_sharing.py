"""Teachers work on an article together."""

import pytest

from tests.browser import text_of
from tests.make import make_article

EN = {"Accept-Language": "en"}


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id)
    session.commit()
    return f"/articles/{made.id}"


@pytest.fixture
def colleague(stranger):
    """Somebody else with an account, not let in yet."""
    return stranger


def let_in(browser, article, name):
    return browser.post(f"{article}/teachers", data={"name": name}, headers=EN)


@pytest.fixture
def shared(teacher, article, colleague):
    assert let_in(teacher, article, "herr birke").status_code == 303
    return article


def test_a_stranger_sees_nothing_and_a_colleague_all(teacher, article, colleague):
    assert colleague.get(article).status_code == 404
    assert let_in(teacher, article, "Herr  BIRKE").status_code == 303
    assert colleague.get(article).status_code == 200
    assert article in colleague.get("/articles").text


def test_a_colleague_checks_statements_and_works_on_the_same_draft(
    teacher, shared, colleague
):
    made = teacher.post(f"{shared}/questions").location
    assert colleague.get(made).status_code == 200
    draft = colleague.post(f"{made}/draft").location
    assert teacher.get(draft).status_code == 200
    assert made in colleague.get("/sets").text or draft in colleague.get("/sets").text
    added = colleague.get(f"{shared}/new-claim")
    assert added.status_code == 200


def test_two_colleagues_never_overwrite_each_other(teacher, shared, colleague):
    made = teacher.post(f"{shared}/questions").location
    draft = teacher.post(f"{made}/draft").location
    sent = {"keep": ["1", "2"], "changes": 0, "act": "save"}
    assert teacher.post(draft, data=sent).status_code == 303
    assert colleague.post(draft, data=sent).status_code == 409


def test_only_the_owner_deletes_and_lets_others_in(teacher, shared, colleague):
    made = teacher.post(f"{shared}/questions").location
    assert colleague.get(f"{shared}/delete").status_code == 403
    assert colleague.post(f"{shared}/delete").status_code == 403
    assert colleague.get(f"{shared}/teachers").status_code == 403
    assert let_in(colleague, shared, "frau erle").status_code == 403
    assert colleague.post(f"{made}/delete").status_code == 403
    assert teacher.get(made).status_code == 200


def test_whoever_is_let_out_again_sees_nothing_more(teacher, shared, colleague):
    made = teacher.post(f"{shared}/questions").location
    out = teacher.post(f"{shared}/teachers/remove", data={"name": "herr birke"})
    assert out.status_code == 303
    assert colleague.get(shared).status_code == 404
    assert colleague.get(made).status_code == 404


def test_what_somebody_made_of_it_stays_with_the_article(teacher, shared, colleague):
    made = colleague.post(f"{shared}/draft").location
    teacher.post(f"{shared}/teachers/remove", data={"name": "herr birke"})
    assert colleague.get(made).status_code == 404
    assert made not in colleague.get("/sets").text
    assert teacher.get(made).status_code == 200


def test_a_name_that_nobody_has_stays_in_the_field(teacher, article):
    response = let_in(teacher, article, "Frau Niemand")
    assert response.status_code == 422
    assert "There is no account with the name “Frau Niemand”." in text_of(response)
    assert 'value="Frau Niemand"' in response.text


def test_letting_in_twice_or_oneself_changes_nothing(teacher, shared):
    again = let_in(teacher, shared, "herr birke")
    assert again.status_code == 303
    page = teacher.get(f"{shared}/teachers", headers=EN).text
    assert page.count("Work on it without") == 1
    assert let_in(teacher, shared, "frau ahorn").status_code == 422


def test_the_page_of_an_article_says_how_hard_it_is_to_read(teacher, article):
    page = text_of(teacher.get(article, headers=EN))
    assert "about school year" in page
    assert "LIX" in page
