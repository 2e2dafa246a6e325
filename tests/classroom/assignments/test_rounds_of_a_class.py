"""Rounds of a class beside those that a pupil plays for themselves."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from quiz.play.models import Round
from quiz.web.clock import now
from tests.browser import text_of
from tests.classroom.people import EN, Lesson, answer, begin

LATER = (now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def lesson(app, session, teacher):
    return Lesson(app, session, teacher)


def over(session):
    """Two days have passed for every round that closes."""
    for each in session.scalars(select(Round)):
        each.closes_at = each.closes_at and now() - timedelta(hours=1)
    session.commit()


def test_a_round_that_closed_untouched_stops_nobody_from_practising(session, lesson):
    lesson.give(due_at=LATER)
    pupil = lesson.pupil()
    begin(pupil, lesson.tasks[0])
    lesson.played.visibility = "link"
    over(session)
    started = pupil.post("/play/start", data={"set": str(lesson.played.id)}).location
    assert pupil.get(started).status_code == 200
    assert len(session.scalars(select(Round)).all()) == 2


def test_a_round_that_closed_does_not_wait_on_the_start_page(session, lesson):
    lesson.give(due_at=LATER)
    pupil = lesson.pupil()
    answer(session, pupil, begin(pupil, lesson.tasks[0]))
    assert "is waiting" in text_of(pupil.get("/", headers=EN))
    over(session)
    assert "is waiting" not in text_of(pupil.get("/", headers=EN))


def test_my_progress_tells_nothing_of_a_test_that_goes_on(session, lesson):
    lesson.give(mode="test", feedback="end", due_at=LATER)
    pupil = lesson.pupil()
    answer(session, pupil, begin(pupil, lesson.tasks[0]), rightly=False)
    assert lesson.played.title not in pupil.get("/progress").text
    over(session)
    assert lesson.played.title in pupil.get("/progress").text


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_moments_at_the_ends_of_time_break_nothing(lesson, moment):
    given = lesson.give(opens_at=moment)
    assert given.status_code in (303, 422)
    assert lesson.teacher.get(lesson.made).status_code == 200
