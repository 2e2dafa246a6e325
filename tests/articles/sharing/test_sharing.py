"""Teachers work on an article together."""

from uuid import UUID

import pytest

from tests.browser import text_of
from tests.cast import let_in, link_to
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


@pytest.fixture
def shared(teacher, article, colleague):
    let_in(teacher, article, colleague)
    return article


def choose(browser, article, who):
    return browser.post(f"{article}/teachers", data={"teacher": who}, headers=EN)


def at_one_school(teacher, colleague):
    teacher.post("/school/found", data={"name": "Am Markt"})
    code = teacher.get("/school").text.split('data-testid="invitation">')[1][:11]
    colleague.post("/school/join", data={"code": code})


def test_a_stranger_sees_nothing_and_who_has_the_link_all(teacher, article, colleague):
    assert colleague.get(article).status_code == 404
    link = link_to(teacher, article)
    assert "Ernte" in text_of(colleague.get(link))
    assert colleague.post(link).status_code == 303
    assert colleague.get(article).status_code == 200
    assert article in colleague.get("/articles").text


def test_a_colleague_of_the_school_is_chosen_from_a_list(teacher, article, colleague):
    at_one_school(teacher, colleague)
    assert "herr birke" in teacher.get(f"{article}/teachers").text
    assert choose(teacher, article, str(colleague.user_id)).status_code == 303
    assert colleague.get(article).status_code == 200


def test_the_link_of_one_thing_opens_no_other(teacher, article, colleague, admin):
    link = link_to(teacher, article)
    assert colleague.post(link.replace("articles", "classes")).status_code == 404
    assert colleague.post(link).status_code == 303
    assert admin.post(link).status_code == 404


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
    assert choose(colleague, shared, str(colleague.user_id)).status_code == 403
    assert colleague.post(f"{shared}/link").status_code == 403
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


def test_nobody_learns_which_accounts_there_are(teacher, article, colleague):
    named = (str(colleague.user_id), str(UUID(int=7)), "herr birke", "frau niemand")
    refused = [choose(teacher, article, each) for each in named]
    assert {each.status_code for each in refused} == {422}
    assert len({text_of(each) for each in refused}) == 1


def test_letting_in_twice_or_oneself_changes_nothing(teacher, shared, colleague):
    at_one_school(teacher, colleague)
    assert choose(teacher, shared, str(colleague.user_id)).status_code == 303
    again = link_to(teacher, shared)
    for browser in (teacher, colleague):
        assert browser.post(again).status_code == 303
    page = teacher.get(f"{shared}/teachers", headers=EN).text
    assert page.count("Work on it without") == 1
    assert choose(teacher, shared, str(teacher.user_id)).status_code == 422


def test_the_page_of_an_article_says_how_hard_it_is_to_read(teacher, article):
    page = text_of(teacher.get(article, headers=EN))
    assert "about school year" in page
    assert "LIX" in page
