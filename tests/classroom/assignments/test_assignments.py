"""A teacher gives a class a set; pupils play it in time, and how it goes is seen."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from quiz.classroom.models import AssignmentRound, Seat
from quiz.play.models import Answer, Round
from quiz.web.clock import now
from tests.browser import text_of
from tests.classroom.people import (
    EN,
    Lesson,
    answer,
    begin,
    join,
    make_class,
    plays_for,
)
from tests.engine.make_questions import TEXT
from tests.make import make_article, make_set


@pytest.fixture
def lesson(app, session, teacher):
    return Lesson(app, session, teacher)


def at(moment):
    """As a form in Berlin has it."""
    return moment.astimezone(ZoneInfo("Europe/Berlin")).strftime("%Y-%m-%dT%H:%M")


def test_pupils_find_what_is_due_and_teachers_see_how_it_went(session, lesson):
    assert lesson.give(goal="50").status_code == 303
    [task] = lesson.tasks
    pupil = lesson.pupil(1)
    assert lesson.played.title in pupil.get("/my-class").text
    count = plays_for(session, pupil, task, right=99)
    page = text_of(pupil.get("/my-class", headers=EN))
    assert "Best so far: 100" in page
    assert "goal reached" in page
    assert count >= 5
    assert "goal reached" in lesson.line(task, 1)
    assert "not begun" in lesson.line(task, 2)


def test_the_best_round_counts_and_attempts_are_numbered(session, lesson):
    lesson.give(attempts="2", goal="90")
    [task] = lesson.tasks
    pupil = lesson.pupil(1)
    first = plays_for(session, pupil, task, right=1)
    assert "round 2 of 2" in text_of(pupil.get("/my-class", headers=EN))
    plays_for(session, pupil, task, right=2)
    assert begin(pupil, task) is None
    assert "as often as you can" in text_of(pupil.get("/my-class", headers=EN))
    assert first >= 5
    assert re.search(r"\b2\b", lesson.line(task, 1))
    assert "goal reached" not in lesson.line(task, 1)


def test_a_round_that_was_begun_is_carried_on(session, lesson):
    lesson.give(attempts="1")
    [task] = lesson.tasks
    pupil = lesson.pupil(1)
    address = begin(pupil, task)
    answer(session, pupil, address)
    assert begin(pupil, task) == address[:-1] + "2"
    assert lesson.count(AssignmentRound) == 1
    assert "begun" in lesson.line(task, 1)


def test_nothing_is_open_before_its_time(lesson):
    lesson.give(opens_at=at(now() + timedelta(days=1)))
    pupil = lesson.pupil(1)
    assert begin(pupil, lesson.tasks[0]) is None
    assert "It is not open yet." in text_of(pupil.get("/my-class", headers=EN))


def test_once_the_time_is_over_what_is_answered_counts(session, lesson):
    lesson.give(due_at=at(now() + timedelta(days=1)))
    [task] = lesson.tasks
    pupil, other = lesson.pupil(1), lesson.pupil(2)
    address = begin(pupil, task)
    answer(session, pupil, address)
    task.opens_at, task.due_at = (
        task.opens_at - timedelta(days=9),
        now() - timedelta(hours=1),
    )
    for each in session.scalars(select(Round)):
        each.closes_at = task.due_at
    session.commit()
    refused = pupil.post(address[:-1] + "2", data={"option": "1"})
    assert refused.status_code in (303, 409)
    assert lesson.count(Answer) == 1
    result = pupil.get(address.rsplit("/", 1)[0]).location
    page = text_of(pupil.get(result, headers=EN))
    assert "1 of " in page
    assert "not answered" in page
    assert begin(other, task) is None
    assert "The time for it is over." in text_of(other.get("/my-class", headers=EN))
    assert "played" in lesson.line(task, 1)


def test_what_was_sent_in_time_may_arrive_a_minute_later(session, lesson):
    lesson.give(due_at=at(now() + timedelta(days=1)))
    pupil = lesson.pupil(1)
    address = begin(pupil, lesson.tasks[0])
    session.scalars(select(Round)).one().closes_at = now() - timedelta(seconds=30)
    session.commit()
    assert answer(session, pupil, address).status_code == 303
    assert lesson.count(Answer) == 1


def test_who_comes_late_is_marked_where_that_is_allowed(session, lesson):
    lesson.give(due_at=at(now() + timedelta(days=1)), takes_late="yes")
    [task] = lesson.tasks
    task.opens_at, task.due_at = now() - timedelta(days=2), now() - timedelta(days=1)
    session.commit()
    pupil = lesson.pupil(1)
    assert "Play, late" in text_of(pupil.get("/my-class", headers=EN))
    plays_for(session, pupil, task, right=99)
    assert "late" in lesson.line(task, 1)
    assert begin(pupil, task) is None


def test_feedback_at_the_end_tells_nothing_before(session, lesson):
    lesson.give(mode="test", feedback="end")
    [task] = lesson.tasks
    pupil = lesson.pupil(1)
    address = begin(pupil, task)
    answer(session, pupil, address, rightly=False)
    looked = pupil.get(address)
    assert looked.status_code == 303
    assert looked.location == address[:-1] + "2"
    page = pupil.get(looked.location).text
    assert "step--wrong" not in page
    assert "step--given" in page
    plays_for(session, pupil, task, right=0)
    assert "feedback--wrong" in pupil.get(address).text


def test_a_longer_time_holds_for_rounds_that_have_begun(session, lesson):
    lesson.give(due_at=at(now() + timedelta(days=1)))
    [task] = lesson.tasks
    begin(lesson.pupil(1), task)
    later = now() + timedelta(days=3)
    address = f"/assignments/{task.id}/prolong"
    assert lesson.teacher.post(address, data={"due_at": at(later)}).status_code == 303
    closes = session.scalars(select(Round.closes_at)).one()
    assert abs(closes - later) < timedelta(minutes=1)
    assert lesson.tasks[0].due_at == closes
    past = at(now() - timedelta(days=900))
    assert lesson.teacher.post(address, data={"due_at": past}).status_code == 422
    assert lesson.teacher.post(address, data={"due_at": ""}).status_code == 303
    session.expire_all()
    assert session.scalars(select(Round.closes_at)).one() is None


def test_an_assignment_moves_over_to_the_newest_version(session, lesson):
    article = make_article(session, lesson.teacher.user_id, TEXT + "\n")
    session.commit()
    first = lesson.teacher.post(f"/articles/{article.id}/questions").location
    lesson.give(set=first.split("/")[-1])
    [task] = lesson.tasks
    begin(lesson.pupil(1), task)
    draft = lesson.teacher.post(f"{first}/draft").location
    kept = {"keep": list(range(1, 30)), "changes": 0, "act": "publish"}
    published = lesson.teacher.post(draft, data=kept, headers=EN)
    assert published.status_code == 303, text_of(published)
    newer = published.location
    page = lesson.teacher.get(f"/assignments/{task.id}", headers=EN)
    assert "newer version" in text_of(page)
    assert lesson.teacher.post(f"/assignments/{task.id}/move").status_code == 303
    begin(lesson.pupil(2), lesson.tasks[0])
    played = {str(each) for each in session.scalars(select(Round.set_id))}
    assert played == {first.split("/")[-1], newer.split("/")[-1]}


def test_taken_back_what_was_played_stays(session, lesson):
    lesson.give(feedback="end")
    [task] = lesson.tasks
    pupil = lesson.pupil(1)
    address = begin(pupil, task)
    answer(session, pupil, address)
    assert lesson.teacher.post(f"/assignments/{task.id}/withdraw").status_code == 303
    assert not lesson.tasks
    assert "feedback--right" in pupil.get(address).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"set": ""},
        {"set": "x"},
        {"mode": "exam"},
        {"feedback": "never"},
        {"attempts": "0"},
        {"attempts": "viele"},
        {"goal": "0"},
        {"goal": "101"},
        {"due_at": "morgen"},
        {"opens_at": "2026-03-24T09:30", "due_at": "2026-03-23T09:30"},
    ],
    ids=str,
)
def test_what_cannot_be_played_so_is_not_given(lesson, wrong):
    refused = lesson.give(**wrong)
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text
    assert not lesson.tasks


def test_a_set_of_somebody_else_is_none_to_give(session, stranger, lesson):
    foreign = make_set(session, stranger.user_id)
    session.commit()
    assert lesson.give(set=str(foreign.id)).status_code == 404
    assert not lesson.tasks


def test_only_those_who_teach_the_class_see_and_change_its_assignments(
    app, session, stranger, lesson
):
    lesson.give()
    [task] = lesson.tasks
    make_class(stranger, name="9a")
    for path in ("", "/prolong", "/move", "/withdraw"):
        address = f"/assignments/{task.id}{path}"
        asked = stranger.post(address) if path else stranger.get(address)
        assert asked.status_code == 404
    seat = session.scalars(
        select(Seat).where(Seat.class_id != lesson.seats[0].class_id)
    )
    outside = join(app, None, seat.first())
    assert outside.post(f"/my-class/{task.id}").status_code == 404
    assert app.test_client().post(f"/my-class/{task.id}").status_code == 404
    assert app.test_client().get("/my-class").location == "/join"


def test_the_same_set_given_twice_is_played_for_each(session, lesson):
    lesson.give()
    lesson.give(mode="practice")
    pupil = lesson.pupil(1)
    for task in lesson.tasks:
        plays_for(session, pupil, task, right=99)
    assert lesson.count(AssignmentRound) == 2
