"""Who sees which set, and how sets are found, marked and copied."""

import pytest
from sqlalchemy import select

from quiz.bank.models import QuestionSet
from quiz.bank.service import add_set, questions_of
from tests.browser import text_of
from tests.make import NOW, make_article

pytestmark = pytest.mark.slow

EN = {"Accept-Language": "en"}


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id)
    session.commit()
    return made


@pytest.fixture
def made(teacher, article):
    """The address of a set that only its teacher sees."""
    return teacher.post(f"/articles/{article.id}/questions").location


def show_to(browser, made, visibility):
    return browser.post(
        f"{made}/visibility", data={"visibility": visibility}, headers=EN
    )


def plays(browser, made):
    started = browser.post("/play/start", data={"set": made.split("/")[-1]})
    return started.status_code == 303


def test_a_set_is_private_until_its_teacher_says_otherwise(
    teacher, made, client, stranger
):
    assert not plays(client, made)
    assert show_to(teacher, made, "link").status_code == 303
    assert plays(client, made)
    assert made not in stranger.get("/library").text
    assert show_to(teacher, made, "public").status_code == 303
    assert made in stranger.get("/library").text
    assert show_to(teacher, made, "private").status_code == 303
    assert not plays(client, made)


def test_whoever_may_play_sees_no_keys(teacher, made, client, stranger):
    show_to(teacher, made, "public")
    for browser in (client, stranger):
        assert "set-question" not in browser.get(made).text
        assert browser.get(f"{made}/paper").status_code in (303, 403)


def test_protected_texts_go_no_further_than_the_class(session, teacher):
    article = make_article(
        session, teacher.user_id, rights_basis="school_contract", school="Am Markt"
    )
    session.commit()
    made = teacher.post(f"/articles/{article.id}/questions").location
    refused = show_to(teacher, made, "public")
    assert refused.status_code == 400
    assert "Beyond your class" in text_of(refused)
    assert show_to(teacher, made, "link").status_code == 400


def test_strangers_change_nothing(made, stranger, client):
    assert show_to(stranger, made, "public").status_code == 404
    assert show_to(client, made, "public").location.startswith("/account/sign-in")
    assert stranger.post(f"{made}/copy").status_code == 404
    assert stranger.post(f"{made}/favourite", data={"keep": "yes"}).status_code == 404


def test_nonsense_is_no_visibility(teacher, made):
    assert show_to(teacher, made, "world").status_code == 400


def test_the_next_version_is_shown_to_the_same_people(teacher, made, client):
    show_to(teacher, made, "link")
    draft = teacher.post(f"{made}/draft").location
    assert not plays(client, draft)
    kept = [str(number) for number in range(1, 31)]
    done = teacher.post(draft, data={"keep": kept, "changes": 0, "act": "publish"})
    assert done.status_code == 303, text_of(done)
    assert plays(client, draft.replace("drafts", "sets"))


def test_sets_are_found_by_words_of_title_outlet_and_text(teacher, made, article):
    word = article.text.split()[40].strip(".,„“")
    for query in (article.title, article.outlet, word, f"{article.outlet} {word}"):
        assert made in teacher.get("/library", query_string={"q": query}).text
    for query in ("xyzzy", "100%", "_"):
        assert made not in teacher.get("/library", query_string={"q": query}).text


def test_sets_are_found_by_kind_of_question(teacher, made):
    assert made in teacher.get("/library?kind=who_said").text
    assert made not in teacher.get("/library?kind=poll").text
    assert made in teacher.get("/library?kind=nonsense").text


def test_favourites_are_found_again(teacher, made):
    assert made not in teacher.get("/library?favourites=yes").text
    teacher.post(f"{made}/favourite", data={"keep": "yes"})
    teacher.post(f"{made}/favourite", data={"keep": "yes"})
    assert made in teacher.get("/library?favourites=yes").text
    teacher.post(f"{made}/favourite", data={"keep": "no"})
    assert made not in teacher.get("/library?favourites=yes").text


def test_a_copy_is_a_draft_of_ones_own_and_the_other_stays(
    session, teacher, made, stranger
):
    show_to(teacher, made, "public")
    before = teacher.get(made).text
    draft = stranger.post(f"{made}/copy").location
    assert stranger.get(draft).status_code == 200
    kept = [str(number) for number in range(1, 7)]
    done = stranger.post(draft, data={"keep": kept, "changes": 0, "act": "publish"})
    assert done.status_code == 303
    assert teacher.get(draft.replace("drafts", "sets")).status_code == 404
    session.expire_all()
    owners = [one.owner_id for one in session.scalars(select(QuestionSet))]
    assert owners.count(stranger.actor.user_id) == 1
    assert teacher.get(made).text.count("set-question") == before.count("set-question")


def test_what_is_shown_to_a_class_is_not_copied_beyond_it(teacher, made, stranger):
    show_to(teacher, made, "link")
    assert stranger.post(f"{made}/copy").status_code == 403
    assert teacher.post(f"{made}/copy").status_code == 303


def test_a_set_of_the_library_is_copied_without_its_article(
    session, teacher, client, stranger
):
    article = make_article(session)
    base = add_set(session, article, questions_of(article), None, NOW)
    session.commit()
    listed = teacher.get("/library").text
    assert str(base.id) in listed
    draft = teacher.post(f"/sets/{base.id}/copy").location
    session.expire_all()
    made = session.scalars(
        select(QuestionSet).where(QuestionSet.owner_id == teacher.user_id)
    ).one()
    assert made.article_id == base.article_id
    for browser in (client, stranger):
        assert browser.get(f"/sets/{made.id}").status_code == 404
        assert browser.get(f"/sets/{made.id}/paper").status_code in (303, 404)
    assert teacher.get(draft).status_code == 200
