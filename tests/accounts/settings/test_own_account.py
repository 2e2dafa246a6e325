"""Looking after one's own account: password, sign-ins, its end."""

import pytest
from sqlalchemy import func, select

from quiz.accounts.models import SignIn, User
from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.classroom.models import Assignment, Classroom, Seat
from tests.browser import text_of
from tests.cast import PASSWORD, let_in
from tests.classroom.people import FORM, begin, join, make_class
from tests.make import make_article, make_set

EN = {"Accept-Language": "en"}
NEW = "dreizehn rote Kühe"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def sign_in(app, password=PASSWORD, **headers):
    browser = app.test_client()
    sent = {"name": "frau ahorn", "password": password}
    answer = browser.post("/account/sign-in", data=sent, headers=headers)
    return browser if answer.status_code == 303 else None


def count(session, rows):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(rows))


def test_a_new_password_needs_the_old_one_and_ends_other_sign_ins(app, teacher):
    elsewhere = sign_in(app)
    wrong = {"old": "not it at all", "password": NEW}
    refused = teacher.post("/account/password", data=wrong, headers=EN)
    assert refused.status_code == 400
    assert "not your password" in text_of(refused)
    short = {"old": PASSWORD, "password": "short"}
    assert teacher.post("/account/password", data=short).status_code == 400
    assert elsewhere.get("/account").status_code == 200
    done = teacher.post("/account/password", data={"old": PASSWORD, "password": NEW})
    assert done.status_code == 303
    assert teacher.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    assert sign_in(app) is None
    assert sign_in(app, NEW) is not None


def test_one_sees_ones_sign_ins_in_words_and_ends_them(app, session, teacher, stranger):
    elsewhere = sign_in(app, **{"User-Agent": FIREFOX})
    page = text_of(teacher.get("/account", headers=EN))
    assert "Firefox, Linux" in page
    assert "140" not in page
    there = session.scalars(select(SignIn).where(SignIn.device.is_not(None))).one()
    assert stranger.post(f"/account/sign-ins/{there.id}/end").status_code == 404
    assert teacher.post(f"/account/sign-ins/{there.id}/end").status_code == 303
    assert elsewhere.get("/account").status_code == 303
    again = sign_in(app)
    assert teacher.post("/account/sign-ins/end").status_code == 303
    assert again.get("/account").status_code == 303
    assert teacher.get("/account").status_code == 200
    assert stranger.get("/account").status_code == 200


def test_an_account_is_deleted_by_its_password_with_what_belongs_to_it(
    session, teacher
):
    make_set(session, teacher.user_id)
    session.commit()
    make_class(teacher)
    assert "goes on" in text_of(teacher.get("/account/delete", headers=EN))
    refused = teacher.post("/account/delete", data={"old": "not it at all"})
    assert refused.status_code == 400
    assert count(session, User) == 1
    assert teacher.post("/account/delete", data={"old": PASSWORD}).status_code == 303
    assert teacher.get("/account").status_code == 303
    for rows in (User, SignIn, Article, QuestionSet, Classroom, Seat):
        assert count(session, rows) == 0, rows


def test_a_class_taught_together_goes_on_with_what_it_plays(
    app, session, teacher, stranger
):
    article = make_article(session, teacher.user_id)
    played = make_set(session, teacher.user_id, article)
    session.commit()
    made = make_class(teacher, seats=1)
    let_in(teacher, made, stranger)
    task = FORM | {"set": str(played.id)}
    assert teacher.post(f"{made}/assign", data=task).status_code == 303
    pupil = join(app, made, session.scalars(select(Seat)).one())
    assignment = session.scalars(select(Assignment)).one()
    where = begin(pupil, assignment)
    assert teacher.post("/account/delete", data={"old": PASSWORD}).status_code == 303
    assert pupil.get(where).status_code == 200
    assert stranger.post(made, data={"name": "7c", "ends_on": "x"}).status_code == 422
    assert stranger.get(f"/sets/{played.id}/paper").status_code == 200
    assert count(session, Assignment) == 1


def test_an_article_worked_on_together_goes_to_who_works_on_it(
    session, teacher, stranger, admin
):
    article = make_article(session, teacher.user_id)
    played = make_set(session, teacher.user_id, article)
    session.commit()
    let_in(teacher, f"/articles/{article.id}", stranger)
    let_in(teacher, f"/articles/{article.id}", admin)
    teacher.post("/account/delete", data={"old": PASSWORD})
    assert stranger.get(f"/articles/{article.id}/teachers").status_code == 200
    assert admin.get(f"/articles/{article.id}").status_code == 200
    assert stranger.get(f"/sets/{played.id}/delete").status_code == 200


@pytest.mark.parametrize("where", ["/account", "/account/delete"])
def test_a_guest_has_no_account_to_look_after(guest, where):
    assert guest.get(where).location.startswith("/account/sign-in")
