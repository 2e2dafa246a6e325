"""Where teachers begin: what this is, three ways in, a sample class, giving a set."""

import pytest
from sqlalchemy import func, select

from quiz.classroom.desk.demo import EMPTY, SEATS
from quiz.classroom.models import Assignment, Classroom, Seat
from quiz.leaderboards.rebuilding import rebuild
from quiz.play.models import Answer, Player, Round
from tests.browser import text_of
from tests.classroom.people import EN, make_class
from tests.make import make_set, make_stuck_set

ACCOUNT = {"name": "Frau Neu", "password": "a donkey eats four apples"}


@pytest.fixture
def library(session):
    made = make_set(session)
    session.commit()
    return made


def count(session, rows):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(rows))


def test_what_this_is_stands_before_a_password_is_asked(client):
    home = client.get("/", headers=EN)
    assert 'href="/teachers">For teachers' in home.text
    page = client.get("/teachers", headers=EN)
    assert "it is practice, not a mark" in text_of(page).lower()
    assert "/account/register?next=/desk" in page.text
    assert 'type="password"' not in page.text


def test_whoever_registers_comes_to_the_desk_with_three_ways(client):
    sent = client.post("/account/register", data=ACCOUNT)
    assert sent.location == "/desk"
    page = client.get("/desk", headers=EN)
    ways = page.text.split('data-testid="ways"')[1]
    for way in ("/articles/new", "/library", "/desk/demo"):
        assert f'"{way}"' in ways
    assert 'data-testid="latest"' not in page.text


def test_guests_are_asked_to_sign_in_first(client):
    assert "/account/sign-in" in client.get("/desk").location
    assert "/account/sign-in" in client.get("/desk/tour").location


def test_the_desk_shows_what_one_did_last_and_nobody_elses(session, teacher, stranger):
    make_class(teacher, name="7b")
    made = make_set(session, teacher.user_id)
    session.commit()
    page = text_of(teacher.get("/desk", headers=EN))
    assert "Class: 7b" in page
    assert f"Question set: {made.title}" in page
    assert "7b" not in text_of(stranger.get("/desk", headers=EN))


def test_the_tour_has_four_steps_and_can_be_left_at_each(teacher):
    for number in range(1, 5):
        page = teacher.get(f"/desk/tour?number={number}", headers=EN)
        assert f"Step {number} of 4" in page.text
        assert 'data-testid="leave-tour"' in page.text
    assert teacher.get("/desk/tour?number=5").status_code == 404
    assert teacher.get("/desk/tour?number=0").status_code == 404


def test_a_sample_class_has_a_report_to_look_at(session, teacher, library):
    made = teacher.post("/desk/demo", headers=EN).location
    classroom = session.scalars(select(Classroom)).one()
    assert len(classroom.seats) == SEATS
    assert sum(seat.alias is not None for seat in classroom.seats) == SEATS - EMPTY
    page = teacher.get(f"{made}/report", headers=EN).text
    assert 'data-testid="wrong-choice"' in page
    assert 'data-testid="skill-line"' in page
    task = session.scalars(select(Assignment)).one()
    assert teacher.get(f"/assignments/{task.id}").text.count("seat-line") == SEATS
    assert rebuild(session) == ()


def test_there_is_one_sample_class_however_often_one_asks(session, teacher, library):
    first = teacher.post("/desk/demo", headers=EN).location
    assert teacher.post("/desk/demo").location == first  # in German, too
    assert count(session, Classroom) == 1


def test_it_is_thrown_away_with_all_that_is_in_it(session, teacher, library):
    made = teacher.post("/desk/demo").location
    assert f"{made}/delete" in teacher.get("/desk").text
    assert teacher.post(f"{made}/delete").status_code == 303
    for rows in (Classroom, Seat, Round, Answer, Player):
        assert count(session, rows) == 0, rows
    assert "/desk/demo" in teacher.get("/desk").text


def test_a_sample_class_is_nobody_elses(session, teacher, stranger, library):
    made = teacher.post("/desk/demo").location
    assert stranger.get(made).status_code == 404
    assert "/desk/demo" in stranger.get("/desk").text


def test_without_a_library_there_is_none_and_it_says_so(session, teacher):
    told = teacher.post("/desk/demo", headers=EN)
    assert told.status_code == 422
    assert "no article in the library" in text_of(told)
    assert count(session, Classroom) == 0


def test_after_publishing_one_gives_the_set_to_a_class(session, teacher):
    made = make_set(session, teacher.user_id)
    session.commit()
    page = teacher.get(f"/sets/{made.id}", headers=EN).text
    shown = page.split('data-testid="next"')[1].split("</section>")[0]
    for way in ("/give", "/live", "/paper"):
        assert way in shown, way
    assert "You have no class yet" in teacher.get(
        f"/sets/{made.id}/give", headers=EN
    ).get_data(as_text=True)
    first = make_class(teacher, name="7b")
    there = teacher.get(f"/sets/{made.id}/give").location
    assert there.startswith(f"{first}/assign")
    form = teacher.get(there).text
    assert form.count(f'name="set" value="{made.id}"') == 1
    assert f'value="{made.id}" checked' in form
    make_class(teacher, name="7c")
    both = teacher.get(f"/sets/{made.id}/give").text
    assert ">7b</a>" in both
    assert ">7c</a>" in both


def test_link_and_qr_code_are_there_for_whom_may_play_it(session, teacher):
    made = make_set(session, teacher.user_id)
    session.commit()
    assert "next__code" not in teacher.get(f"/sets/{made.id}").text
    teacher.post(f"/sets/{made.id}/visibility", data={"visibility": "link"})
    page = teacher.get(f"/sets/{made.id}").text
    assert "next__code" in page
    assert f"http://localhost/sets/{made.id}" in page


def test_what_cannot_be_played_has_no_next_step(session, teacher):
    stuck = make_stuck_set(session, teacher.user_id)
    session.commit()
    assert 'data-testid="next"' not in teacher.get(f"/sets/{stuck.id}").text


def test_a_strangers_set_is_given_to_nobody(session, teacher, stranger):
    made = make_set(session, teacher.user_id)
    session.commit()
    assert stranger.get(f"/sets/{made.id}/give").status_code == 404
    theirs = make_class(stranger)
    there = f"{theirs}/assign"
    assert stranger.get(there, query_string={"set": made.id}).status_code == 404
    assert stranger.get(there, query_string={"set": "x"}).status_code == 404
