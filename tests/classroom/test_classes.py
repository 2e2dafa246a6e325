"""A teacher makes a class, looks after its seats and ends it."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from quiz.accounts.models import OneTimeLink
from quiz.classroom import service
from quiz.classroom.models import Classroom, Seat
from quiz.play.models import Answer, Player, Round
from quiz.web.clock import now
from tests.browser import text_of
from tests.cast import let_in, link_to, member
from tests.classroom.people import EN, join, make_class, plays

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def made(teacher):
    """The address of Frau Ahorn's class of four."""
    return make_class(teacher, seats=4)


@pytest.fixture
def seats(session):
    """The seats as they are stored now, in order."""

    def read():
        session.expire_all()
        return session.scalars(select(Seat).order_by(Seat.number)).all()

    return read


def test_a_class_has_its_seats_each_with_a_code_of_its_own(teacher, made, seats):
    assert [seat.number for seat in seats()] == [1, 2, 3, 4]
    codes = {seat.code for seat in seats()}
    assert len(codes) == 4
    page = text_of(teacher.get(made, headers=EN))
    for seat in seats():
        assert f"{seat.classroom.code}-{seat.code}" in page


def test_it_lasts_until_the_school_year_ends(teacher, made, seats):
    ends_on = seats()[0].classroom.ends_on
    assert (ends_on.month, ends_on.day) == (7, 31)
    assert "until" in text_of(teacher.get("/classes", headers=EN))


@pytest.mark.parametrize(
    ("name", "seats"), [("", 5), ("x" * 61, 5), ("7b", 0), ("7b", 41), ("7b", "viele")]
)
def test_a_class_without_name_or_with_impossible_seats_is_none(
    session, teacher, name, seats
):
    refused = teacher.post("/classes", data={"name": name, "seats": seats})
    assert refused.status_code == 422
    assert not session.scalars(select(Classroom)).all()


def test_cards_show_each_code_as_words_and_as_a_picture(teacher, made, seats):
    page = teacher.get(f"{made}/cards", headers=EN).text
    assert page.count('data-testid="card"') == 4
    assert page.count('role="img" aria-label="QR code of seat') == 4
    assert page.count('class="qr__line"') == 4
    for seat in seats():
        assert f"{seat.classroom.code}-{seat.code}" in page


def test_more_seats_are_numbered_on_up_to_forty(teacher, made, seats):
    assert teacher.post(f"{made}/seats", data={"seats": 2}).status_code == 303
    assert [seat.number for seat in seats()] == [1, 2, 3, 4, 5, 6]
    assert teacher.post(f"{made}/seats", data={"seats": 35}).status_code == 422
    assert len(seats()) == 6


def test_another_code_makes_the_card_and_every_device_worthless(
    app, session, teacher, made, seats
):
    code = seats()[0].code
    pupil = join(app, made, seats()[0])
    address = plays(session, pupil)
    teacher.post(f"{made}/seats/1/renew")
    assert seats()[0].code != code
    assert pupil.get(address).status_code == 404
    assert "has this code" in text_of(
        app.test_client().post(
            "/join", data={"code": f"{seats()[0].classroom.code}{code}"}, headers=EN
        )
    )
    again = join(app, made, seats()[0])
    assert again.get(address).status_code == 200


def test_what_is_made_easier_shows_at_the_seat_only(app, teacher, made, seats):
    pupil, other = join(app, made, seats()[0]), join(app, made, seats()[1])
    fields = {"time_factor": "1.5", "large_type": "yes", "easy_reading": "yes"}
    assert teacher.post(f"{made}/seats/1", data=fields).status_code == 303
    assert seats()[0].time_factor == 1.5
    assert 'class="large-type easy-reading"' in pupil.get("/join").text
    assert "large-type" not in other.get("/join").text
    teacher.post(f"{made}/seats/1", data={"time_factor": "0"})
    assert seats()[0].time_factor is None
    assert teacher.post(f"{made}/seats/1", data={"time_factor": "7"}).status_code == 422


def test_a_seat_goes_with_all_that_was_played_there(app, session, teacher, made, seats):
    pupil = join(app, made, seats()[0])
    plays(session, pupil)
    assert teacher.post(f"{made}/seats/1/remove").status_code == 303
    assert [seat.number for seat in seats()] == [2, 3, 4]
    for rows in (Player, Round, Answer):
        assert not session.scalars(select(rows)).all()


def test_a_class_goes_with_all_that_was_played_in_it(
    app, session, teacher, made, seats
):
    plays(session, join(app, made, seats()[0]))
    page = text_of(teacher.get(f"{made}/delete", headers=EN))
    assert "for good" in page
    assert teacher.post(f"{made}/delete").location == "/classes"
    for rows in (Classroom, Seat, Player, Round, Answer):
        assert not session.scalars(select(rows)).all()


def test_on_the_day_after_its_last_a_class_is_gone(app, session, teacher, made, seats):
    plays(session, join(app, made, seats()[0]))
    other = make_class(teacher, name="8c", seats=1)
    ends_on = session.scalars(select(Classroom.ends_on)).first()
    one = session.scalars(select(Classroom).where(Classroom.name == "7b")).one()
    one.ends_on = ends_on - timedelta(days=30)
    session.flush()
    assert service.delete_ended(session, one.ends_on) == 0
    assert service.delete_ended(session, one.ends_on + timedelta(days=1)) == 1
    session.commit()
    assert [line.name for line in session.scalars(select(Classroom))] == ["8c"]
    assert not session.scalars(select(Player)).all()
    assert teacher.get(other).status_code == 200


def test_the_command_line_deletes_what_has_ended(runner, session, teacher, made):
    session.scalars(select(Classroom)).one().ends_on -= timedelta(days=900)
    session.commit()
    assert "1 deleted" in runner.invoke(args=["class", "delete-ended"]).output
    assert teacher.get(made).status_code == 404


@pytest.mark.parametrize("day", ["1999-01-01", "2999-01-01", "morgen", ""])
def test_the_last_day_lies_ahead_but_not_too_far(session, teacher, made, day):
    before = session.scalars(select(Classroom.ends_on)).one()
    changed = teacher.post(made, data={"name": "7b", "ends_on": day})
    assert changed.status_code == 422
    session.expire_all()
    assert session.scalars(select(Classroom.ends_on)).one() == before


def test_colleagues_teach_it_together_but_only_its_maker_ends_it(
    teacher, stranger, made
):
    assert stranger.get(made).status_code == 404
    let_in(teacher, made, stranger)
    assert stranger.get(made).status_code == 200
    assert stranger.post(f"{made}/seats", data={"seats": 1}).status_code == 303
    assert stranger.post(f"{made}/delete").status_code == 403
    assert stranger.post(made, data={"name": "x"}).status_code == 403
    assert stranger.post(f"{made}/teachers", data={"teacher": "x"}).status_code == 403
    teacher.post(f"{made}/teachers/remove", data={"teacher": "frau ahorn"})
    assert teacher.get(made).status_code == 200
    teacher.post(f"{made}/teachers/remove", data={"teacher": "herr birke"})
    assert stranger.get(made).status_code == 404


def test_a_colleague_leaves_by_themselves(teacher, stranger, made):
    let_in(teacher, made, stranger)
    assert stranger.post(f"{made}/leave").status_code == 303
    assert stranger.get(made).status_code == 404
    teacher.post(f"{made}/leave")
    assert teacher.get(made).status_code == 200


def test_a_colleague_of_the_school_is_chosen_from_a_list(app, teacher, stranger, made):
    teacher.post("/school/found", data={"name": "Am Markt"})
    code = teacher.get("/school").text.split('data-testid="invitation">')[1][:11]
    stranger.post("/school/join", data={"code": code})
    who = f'<option value="{stranger.user_id}">herr birke'
    assert who in teacher.get(made).text
    sent = {"teacher": str(stranger.user_id)}
    assert teacher.post(f"{made}/teachers", data=sent).status_code == 303
    assert stranger.get(made).status_code == 200
    assert who not in teacher.get(made).text


def test_nobody_learns_which_accounts_there_are(app, teacher, stranger, made):
    refused = [
        teacher.post(f"{made}/teachers", data={"teacher": named}, headers=EN)
        for named in (str(stranger.user_id), str(UUID(int=7)), "herr birke", "x y", "")
    ]
    assert {each.status_code for each in refused} == {422}
    assert len({text_of(each) for each in refused}) == 1
    assert stranger.get(made).status_code == 404


def test_a_link_lets_one_person_in_and_only_as_long_as_it_lasts(
    session, teacher, stranger, admin, made
):
    link = link_to(teacher, made)
    assert teacher.post(link).status_code == 303  # who teaches it uses nothing up
    assert "7b" in text_of(stranger.get(link))
    assert stranger.post(link).status_code == 303
    assert stranger.get(made).status_code == 200
    assert admin.get(link).status_code == 404
    assert admin.post(link).status_code == 404
    late = link_to(teacher, made)
    session.execute(update(OneTimeLink).values(expires_at=now()))
    session.commit()
    assert admin.post(late).status_code == 404


def test_no_teacher_sees_the_class_of_another(app, teacher, made):
    outside = member(app, "frau linde")
    assert made not in outside.get("/classes").text
    for path in ("", "/cards", "/seats/1", "/delete"):
        assert outside.get(f"{made}{path}").status_code == 404


def test_a_teacher_sees_the_page_of_a_seat(teacher):
    made = make_class(teacher)
    page = teacher.get(f"{made}/seats/2", headers=EN)
    assert page.status_code == 200
    assert "Seat 2 of 7b" in page.text
