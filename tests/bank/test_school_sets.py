"""Sets that a whole school sees, and what of protected texts may leave a class."""

from uuid import UUID

import pytest
from sqlalchemy import select

from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.classroom.models import Assignment, Seat
from tests.browser import text_of
from tests.cast import let_in
from tests.classroom.people import FORM, begin, join, make_class
from tests.engine.make_questions import TEXT
from tests.make import make_article

EN = {"Accept-Language": "en"}


@pytest.fixture
def colleague(app, teacher, stranger, session):
    """Herr Birke, now at the same school as Frau Ahorn."""
    teacher.post("/school/found", data={"name": "Am Markt"})
    code = teacher.get("/school").text.split('data-testid="invitation">')[1][:11]
    assert stranger.post("/school/join", data={"code": code}).status_code == 303
    return stranger


@pytest.fixture
def protected(session, teacher):
    made = make_article(
        session,
        teacher.user_id,
        TEXT + "\n",
        rights_basis="school_contract",
        school="Am Markt",
    )
    session.commit()
    return made


def show_to(browser, made, visibility):
    return browser.post(
        f"{made}/visibility", data={"visibility": visibility}, headers=EN
    )


def own_set(browser, article, why="Das hat sie so erzählt.", proof=""):
    """The address of a set of five questions that its teacher wrote."""
    draft = browser.post(f"/articles/{article.id}/draft").location
    for number in range(5):
        written = {
            "form": "single",
            "stem_de": f"Was gab es dort reichlich ({number})?",
            "lines": "* Äpfel\nBirnen",
            "why_de": why,
            "proof": proof,
            "skill": "speaker",
            "changes": number,
        }
        assert browser.post(f"{draft}/own", data=written).status_code == 303
    page = browser.get(draft).text
    numbers = [n for n in range(1, 400) if f'id="question-{n}"' in page][-5:]
    fields = {"keep": numbers, "changes": 5, "act": "publish"}
    published = browser.post(draft, data=fields, headers=EN)
    assert published.status_code == 303, text_of(published)
    return published.location


def test_colleagues_find_and_copy_what_is_shown_to_the_school(
    app, teacher, colleague, published
):
    assert show_to(teacher, published, "school").status_code == 303
    assert published in colleague.get("/library").text
    copied = colleague.post(f"{published}/copy")
    assert copied.status_code == 303
    assert copied.location.startswith("/drafts/")


def test_other_schools_see_nothing_of_it(admin, teacher, colleague, published):
    show_to(teacher, published, "school")
    admin.post("/school/found", data={"name": "Am Fluss"})
    assert published not in admin.get("/library").text
    assert admin.post(f"{published}/copy").status_code == 404
    colleague.post("/school/leave")
    assert published not in colleague.get("/library").text


def test_who_teaches_nowhere_shows_nothing_to_a_school(teacher, published):
    refused = show_to(teacher, published, "school")
    assert refused.status_code in (400, 422)
    assert "at which school you teach" in text_of(refused)


def test_it_is_the_owners_school_that_counts(session, teacher, admin, published):
    article_id = session.scalars(select(Article.id)).one()
    let_in(teacher, f"/articles/{article_id}", admin)
    admin.post("/school/found", data={"name": "Am Fluss"})
    assert show_to(admin, published, "school").status_code in (400, 422)
    teacher.post("/school/found", data={"name": "Am Markt"})
    assert show_to(admin, published, "school").status_code == 303


def test_questions_about_the_words_of_a_protected_text_stay_in_the_class(
    teacher, colleague, protected
):
    made = teacher.post(f"/articles/{protected.id}/questions").location
    assert show_to(teacher, made, "school").status_code in (400, 422)
    assert show_to(teacher, made, "link").status_code in (400, 422)


def test_questions_in_words_of_ones_own_leave_the_class_without_the_text(
    teacher, colleague, protected
):
    made = own_set(teacher, protected)
    for too_wide in ("link", "public"):
        assert show_to(teacher, made, too_wide).status_code in (400, 422)
    assert show_to(teacher, made, "school").status_code == 303
    assert made in colleague.get("/library").text
    assert colleague.post(f"{made}/copy").status_code == 403
    started = colleague.post("/play/start", data={"set": made.split("/")[-1]})
    page = colleague.get(started.location, headers=EN)
    assert "Der Keller ist bis unter die Decke voll" not in page.text
    assert "may not be shown here" in text_of(page)
    colleague.post(started.location, data={"option": "1"})
    assert (
        "Der Keller ist bis unter die Decke voll"
        not in colleague.get(started.location).text
    )


def test_what_the_school_sees_opens_for_nobody_else_who_has_its_address(
    client, admin, teacher, colleague, published
):
    show_to(teacher, published, "school")
    for outsider in (client, admin):
        assert outsider.get(published).status_code == 404
        started = outsider.post("/play/start", data={"set": published.split("/")[-1]})
        assert started.status_code == 404
    assert colleague.get(published).status_code == 200


def test_a_class_plays_a_protected_text_that_nobody_can_open_by_its_address(
    app, session, client, teacher, protected
):
    made = teacher.post(f"/articles/{protected.id}/questions").location
    classroom = make_class(teacher, seats=1)
    task = FORM | {"set": made.split("/")[-1]}
    assert teacher.post(f"{classroom}/assign", data=task).status_code == 303
    session.expire_all()
    assignment = session.scalars(select(Assignment)).one()
    pupil = join(app, classroom, session.scalars(select(Seat)).one())
    assert pupil.get(begin(pupil, assignment)).status_code == 200
    for browser in (pupil, client):
        assert browser.get(made).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize(
    ("why", "proof"),
    [
        ("Denn der Keller ist bis unter die Decke voll.", ""),
        ("Das hat sie so erzählt.", "bis unter die Decke voll"),
    ],
    ids=["copied words", "a place in the text"],
)
def test_what_copies_a_protected_text_stays_in_the_class(
    teacher, colleague, protected, why, proof
):
    made = own_set(teacher, protected, why=why, proof=proof)
    assert show_to(teacher, made, "school").status_code in (400, 422)


@pytest.mark.slow
def test_a_change_that_brings_the_text_back_is_seen_when_it_is_published(
    session, teacher, colleague, protected
):
    made = own_set(teacher, protected)
    show_to(teacher, made, "school")
    draft = teacher.post(f"{made}/draft").location
    page = teacher.get(f"{draft}?choice=all").text
    numbers = [n for n in range(1, 400) if f'id="question-{n}"' in page]
    fields = {"keep": numbers[:10], "changes": 0, "act": "publish"}
    published = teacher.post(draft, data=fields)
    assert published.status_code == 303
    row = session.get_one(QuestionSet, UUID(published.location.split("/")[-1]))
    assert session.get_one(Article, row.article_id).is_protected
    assert row.visibility == "private"
