"""A used attempt stays used, whatever a pupil deletes; nothing else of it does."""

import pytest
from sqlalchemy import select

from quiz.classroom.assignments import standing
from quiz.classroom.models import Seat, UsedAttempt
from quiz.errors import NotFound
from quiz.play.models import Answer, Round
from quiz.web.clock import now
from tests.browser import text_of
from tests.cast import PASSWORD
from tests.classroom.people import EN, Lesson, answer, begin, plays_for

pytestmark = pytest.mark.slow

USED = "You have played it as often as you can."


@pytest.fixture
def lesson(app, session, teacher):
    lesson = Lesson(app, session, teacher, seats=2)
    lesson.give(mode="test", attempts="1")
    return lesson


@pytest.fixture
def task(lesson):
    [task] = lesson.tasks
    return task


def forget(pupil):
    assert pupil.post("/privacy/forget", headers=EN).status_code == 303


def marks(session):
    session.expire_all()
    rows = session.scalars(select(UsedAttempt)).all()
    return [(each.assignment_id, each.seat_id, each.number) for each in rows]


def is_refused(pupil, task):
    return begin(pupil, task) is None and USED in text_of(
        pupil.get("/my-class", headers=EN)
    )


def test_whoever_deletes_the_rounds_of_a_test_does_not_play_it_again(
    session, lesson, task
):
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=2)
    forget(pupil)
    assert lesson.count(Answer) == lesson.count(Round) == 0
    assert marks(session) == [(task.id, lesson.seats[0].id, 1)]
    again = lesson.pupil(1)
    assert is_refused(again, task)
    assert lesson.count(Round) == 0
    page = text_of(again.get("/my-class", headers=EN))
    assert "One round was played here and deleted." in page


def test_a_round_that_was_only_begun_is_used_too(session, lesson, task):
    pupil = lesson.pupil(1)
    answer(session, pupil, begin(pupil, task))
    forget(pupil)
    assert is_refused(lesson.pupil(1), task)


@pytest.mark.slow
def test_each_deletion_adds_to_the_mark_up_to_the_limit(session, lesson):
    lesson.give(mode="practice", attempts="3")
    task = next(each for each in lesson.tasks if each.attempts == 3)
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=1)
    plays_for(session, pupil, task, right=1)
    forget(pupil)
    pupil = lesson.pupil(1)
    assert "round 3 of 3" in text_of(pupil.get("/my-class", headers=EN))
    plays_for(session, pupil, task, right=1)
    forget(pupil)
    assert marks(session) == [(task.id, lesson.seats[0].id, 3)]
    assert is_refused(lesson.pupil(1), task)


def test_a_late_round_is_used_where_only_the_time_limits_it(session, lesson):
    lesson.give(takes_late="yes")
    task = next(each for each in lesson.tasks if each.takes_late)
    task.due_at = now()
    session.commit()
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=1)
    forget(pupil)
    assert begin(lesson.pupil(1), task) is None


def test_what_may_be_played_without_a_limit_leaves_no_mark(session, lesson):
    lesson.give(mode="practice")
    task = next(each for each in lesson.tasks if each.mode == "practice")
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=1)
    forget(pupil)
    assert marks(session) == []
    assert begin(lesson.pupil(1), task) is not None


def test_the_teacher_sees_that_it_was_played_and_nothing_of_how(session, lesson, task):
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=99)
    forget(pupil)
    line = " ".join(lesson.line(task, 1).split())
    assert line.endswith("1 – played, and deleted by the pupil")
    assert "not begun" in lesson.line(task, 2)


def test_a_mark_has_no_room_for_more_than_a_number():
    columns = {column.name for column in UsedAttempt.__table__.columns}
    assert columns == {"assignment_id", "seat_id", "number"}


@pytest.mark.slow
@pytest.mark.parametrize("way", ["leave", "another code", "forget twice"])
def test_no_other_way_gives_it_back(app, session, lesson, task, way):
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=1)
    if way == "leave":
        pupil.post("/join/leave")
    elif way == "another code":
        renewed = lesson.teacher.post(f"{lesson.made}/seats/1/renew")
        assert renewed.status_code == 303
        session.expire_all()
    else:
        forget(pupil)
        forget(pupil)
        forget(lesson.pupil(1))
    assert is_refused(lesson.pupil(1), task)


def test_signing_in_at_a_seat_gives_it_back_neither(app, session, lesson, task):
    elsewhere = app.test_client()
    account = {"name": "kind", "password": PASSWORD}
    elsewhere.post("/account/register", data=account)
    elsewhere.post("/play/start", data={"set": str(lesson.played.id)})
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=1)
    pupil.post("/account/sign-in", data=account)
    assert is_refused(lesson.pupil(1), task)


@pytest.mark.slow
@pytest.mark.parametrize("with_what", ["seat", "class", "assignment"])
def test_the_mark_goes_with_its_seat_class_and_assignment(
    session, lesson, task, with_what
):
    pupil = lesson.pupil(1)
    plays_for(session, pupil, task, right=1)
    forget(pupil)
    assert marks(session)
    path = {
        "seat": f"{lesson.made}/seats/1/remove",
        "class": f"{lesson.made}/delete",
        "assignment": f"/assignments/{task.id}/withdraw",
    }[with_what]
    assert lesson.teacher.post(path).status_code == 303
    assert marks(session) == []


def test_a_device_that_begins_while_another_deletes_is_sent_to_its_card(
    session, lesson, task
):
    pupil = lesson.pupil(1)
    session.expire_all()
    seat = session.get_one(Seat, lesson.seats[0].id)
    forget(pupil)
    with pytest.raises(NotFound):
        standing.begin(session, seat, task.id, 1, now())


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "bleibt als Strich stehen, den auch deine Lehrkraft sieht; was du"),
        ("en", "stays as a stroke, which your teacher sees, too; what you answered"),
    ],
)
def test_pupils_are_told_where_they_delete(lesson, client, language, told):
    asked = {"headers": {"Accept-Language": language}}
    assert told in text_of(lesson.pupil(1).get("/privacy", **asked))
    assert told not in text_of(client.get("/privacy", **asked))
