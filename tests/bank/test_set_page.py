"""The page of a question set, for whom it belongs to and for others."""

from uuid import uuid4

import pytest

from tests.browser import text_of
from tests.engine.make_questions import SAID, TITLE
from tests.make import make_article, make_set

EN = {"Accept-Language": "en"}


@pytest.fixture
def own(session, teacher):
    made = make_set(session, teacher.user_id)
    session.commit()
    return made


@pytest.fixture
def library(session):
    article = make_article(
        session, content_note={"de": "Es geht um Äpfel.", "en": "It is about apples."}
    )
    made = make_set(session, None, article)
    session.commit()
    return made


def test_its_owner_sees_questions_keys_mistakes_and_proofs(teacher, own):
    page = teacher.get(f"/sets/{own.id}", headers=EN)
    shown = text_of(page)
    html = page.get_data(as_text=True)
    assert html.count('data-testid="set-question"') == len(SAID)
    for name, content in SAID:
        assert content in shown
        assert f"“sagte” points to {name}." in shown
    assert shown.count("right answer") == len(SAID)
    assert "takes a person mentioned in the words for their speaker" in shown
    assert html.count('<mark class="mark mark--speaker">') == len(SAID)
    assert 'data-testid="start-round"' in html


def test_its_owner_plays_it_from_there(teacher, own):
    html = teacher.get(f"/sets/{own.id}").get_data(as_text=True)
    assert f'name="set" value="{own.id}"' in html
    begun = teacher.post("/play/start", data={"set": str(own.id)})
    assert begun.status_code == 303
    assert begun.location.startswith("/play/")


@pytest.mark.parametrize("who", ["guest", "stranger"])
def test_of_a_library_set_others_see_title_source_and_number_only(
    request, library, who
):
    person = request.getfixturevalue(who)
    page = person.get(f"/sets/{library.id}", headers=EN)
    shown = text_of(page)
    html = page.get_data(as_text=True)
    assert TITLE in shown
    assert "Apfelstedter Bote" in shown
    assert "8 questions" in shown
    assert "It is about apples." in shown
    assert 'data-testid="start-round"' in html
    for name, content in SAID:
        assert name not in html
        assert content not in html


def test_an_admin_may_read_a_library_set_but_not_change_it(admin, library):
    shown = text_of(admin.get(f"/sets/{library.id}", headers=EN))
    assert "right answer" in shown
    assert "Rename" not in shown
    assert "This set comes with the game" in shown


@pytest.mark.parametrize("who", ["guest", "stranger", "admin"])
def test_nobody_else_learns_of_a_teachers_set(request, own, who):
    person = request.getfixturevalue(who)
    assert person.get(f"/sets/{own.id}").status_code == 404
    assert person.get(f"/sets/{uuid4()}").status_code == 404
    begun = person.post("/play/start", data={"set": str(own.id)})
    assert begun.status_code == 404


def test_the_list_shows_ones_own_sets_with_their_number_of_questions(
    teacher, own, library
):
    page = teacher.get("/sets", headers=EN)
    assert "8 questions" in text_of(page)
    assert page.get_data(as_text=True).count(f'href="/sets/{own.id}"') == 1
    assert str(library.id) not in page.get_data(as_text=True)


def test_who_has_no_set_is_told_how_to_get_one(stranger, own):
    page = stranger.get("/sets", headers=EN)
    assert "There is none yet." in text_of(page)
    assert str(own.id) not in page.get_data(as_text=True)


def test_many_sets_come_page_by_page(teacher, session, own):
    for _ in range(20):
        make_set(session, teacher.user_id, own.article)
    session.commit()
    first, second = (teacher.get(f"/sets?page={number}") for number in (1, 2))
    assert first.get_data(as_text=True).count("start-round") == 20
    assert second.get_data(as_text=True).count("start-round") == 1
    for number in ("0", "-1", "x", "9" * 40):
        assert teacher.get(f"/sets?page={number}").status_code == 200


def test_a_guest_has_no_list(guest):
    assert "/account/sign-in" in guest.get("/sets").location
