"""Before and after: other questions, nothing told before both are over, class only."""

from datetime import UTC, datetime, timedelta
from statistics import fmean

import pytest
from sqlalchemy import select

from quiz.articles.bundled import bundled_articles
from quiz.bank.library.bundled import load_library
from quiz.bank.models import BankItem, QuestionSet
from quiz.classroom.assignments import views as assignment_views
from quiz.classroom.assignments.comparison import comparison_of
from quiz.classroom.due import views as due_views
from quiz.classroom.models import Assignment, AssignmentRound
from quiz.engine.questions.form import Form
from quiz.events import clearing_up
from quiz.leaderboards.models import CountedRound
from quiz.leaderboards.rebuilding import rebuild
from quiz.play import views as play_views
from quiz.play.models import Answer, Round, RoundItem
from quiz.play.service import Place, Typed
from quiz.play.service import answer as keep_answer
from tests.browser import text_of
from tests.classroom.people import EN, Lesson, begin

pytestmark = pytest.mark.slow

MONDAY = datetime(2026, 3, 23, 8, 0, tzinfo=UTC)
AGAIN = MONDAY + timedelta(days=4)


class Clock:
    """What time it is for the pages of this test."""

    def __init__(self):
        self.moment = MONDAY

    def __call__(self):
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    for module in (assignment_views, due_views, play_views):
        monkeypatch.setattr(module, "now", clock)
    return clock


@pytest.fixture
def lesson(app, session, teacher, clock):
    lesson = Lesson(app, session, teacher, seats=6)
    load_library(session, bundled_articles(), MONDAY)
    session.commit()
    sets = session.scalars(select(QuestionSet).where(QuestionSet.owner_id.is_(None)))
    lesson.played = max(sets, key=lambda each: len(each.items))
    done = lesson.give(
        mode="compare", opens_at="2026-03-23T08:00", again_at="2026-03-27T09:00"
    )
    assert done.status_code == 303, done.text
    return lesson


def stages(session):
    session.expire_all()
    found = session.scalars(select(Assignment)).all()
    by_stage = {each.stage: each for each in found}
    return by_stage["before"], by_stage["after"]


def play(session, clock, pupil, task, right):
    """The whole round of that stage, the first `right` answers right; its id."""
    address = begin(pupil, task)
    round_id = address.split("/")[-2]
    session.expire_all()
    begun = next(r for r in session.scalars(select(Round)) if str(r.id) == round_id)
    items = session.scalars(
        select(RoundItem)
        .where(RoundItem.round_id == begun.id)
        .order_by(RoundItem.number)
    ).all()
    for item in items:
        question = session.get_one(BankItem, item.item_id).as_question()
        ids = [option.id for option in question.key]
        if item.number > right and question.form is not Form.ORDERING:
            ids = [next(o.id for o in question.options if not o.correct)]
        chosen = [item.option_order.index(each) + 1 for each in ids]
        given = Typed(("x",)) if question.form.is_typed else chosen
        place = Place(begun.id, item.number)
        keep_answer(session, begun.player_id, place, given, clock())
    session.commit()
    return begun.id


def test_the_second_round_has_other_questions_and_waits_for_its_day(
    session, lesson, clock
):
    before, after = stages(session)
    pupil = lesson.pupil()
    assert begin(pupil, after) is None
    first = play(session, clock, pupil, before, right=3)
    clock.moment = AGAIN + timedelta(hours=2)
    second = play(session, clock, pupil, after, right=5)
    asked = [
        {
            session.get_one(BankItem, item.item_id).body["claim"]
            for item in session.scalars(
                select(RoundItem).where(RoundItem.round_id == each)
            )
        }
        for each in (first, second)
    ]
    assert not (asked[0] & asked[1]) - {""}
    sizes = [len(each) for each in asked]
    assert min(sizes) >= 4


def test_half_of_the_seats_have_the_forms_the_other_way_round(session, lesson, clock):
    before, _after = stages(session)
    rounds = [play(session, clock, lesson.pupil(n), before, right=2) for n in (1, 2, 3)]
    items = [
        frozenset(
            session.scalars(select(RoundItem.item_id).where(RoundItem.round_id == each))
        )
        for each in rounds
    ]
    assert items[0] == items[2]
    assert not items[0] & items[1]


@pytest.mark.slow
def test_nothing_is_told_before_both_rounds_are_over(session, lesson, clock):
    before, after = stages(session)
    pupil = lesson.pupil()
    first = play(session, clock, pupil, before, right=4)
    page = pupil.get(f"/play/{first}/result", headers=EN).text
    assert 'data-testid="round-held"' in page
    assert 'data-testid="score"' not in page
    assert pupil.get(f"/play/{first}/1").status_code == 303
    assert "<table" not in pupil.get("/progress").text
    due = text_of(pupil.get("/my-class", headers=EN))
    assert "You see how it went once both rounds are over" in due
    assert "Best so far" not in due
    assert '"share": null' in pupil.get("/progress/export").text
    assert session.scalars(select(CountedRound)).all() == []
    clock.moment = AGAIN + timedelta(hours=2)
    second = play(session, clock, pupil, after, right=4)
    for each in (first, second):
        page = pupil.get(f"/play/{each}/result", headers=EN).text
        assert 'data-testid="score"' in page
    assert len(session.scalars(select(CountedRound)).all()) == 2
    assert rebuild(session) == ()


@pytest.mark.slow
def test_who_misses_the_second_round_is_told_when_it_is_over(session, lesson, clock):
    before, after = stages(session)
    after.due_at = AGAIN + timedelta(days=1)
    session.commit()
    first = play(session, clock, lesson.pupil(), before, right=4)
    clearing_up.send(session, now=AGAIN + timedelta(days=1))
    assert session.get_one(Round, first).feedback == "held"
    clearing_up.send(session, now=AGAIN + timedelta(days=2))
    session.commit()
    assert session.get_one(Round, first).feedback == "end"


@pytest.mark.slow
def test_the_class_sees_gain_and_detection_from_five_seats_up(session, lesson, clock):
    before, after = stages(session)
    pupils = {number: lesson.pupil(number) for number in range(1, 7)}
    for number, pupil in pupils.items():
        play(session, clock, pupil, before, right=number % 4)
    clock.moment = AGAIN + timedelta(hours=2)
    for number, pupil in list(pupils.items())[:4]:
        play(session, clock, pupil, after, right=4 + number % 4)
    page = lesson.teacher.get(f"/assignments/{after.id}", headers=EN)
    assert "4 seats have played both rounds" in text_of(page)
    assert "Normalised gain" not in page.text
    for number in (5, 6):
        play(session, clock, pupils[number], after, right=6)
    session.expire_all()
    found = comparison_of(session, session.get_one(Assignment, after.id))
    assert found.before.share == pytest.approx(counted(session, before))
    assert found.after.share == pytest.approx(counted(session, after))
    missing = 1 - found.before.share
    assert found.gain == pytest.approx(
        (found.after.share - found.before.share) / missing
    )
    page = text_of(lesson.teacher.get(f"/assignments/{before.id}", headers=EN))
    assert f"{round(100 * found.gain)}" in page
    assert "Normalised gain" in page


def counted(session, task):
    """Mean of the seats' means, straight from the tables."""
    shares = {}
    for round_id, share in session.execute(
        select(Answer.round_id, Answer.share)
        .join(AssignmentRound, AssignmentRound.round_id == Answer.round_id)
        .where(AssignmentRound.assignment_id == task.id)
    ):
        shares.setdefault(round_id, []).append(share)
    return fmean(fmean(found) for found in shares.values())


def test_a_small_set_cannot_be_compared(app, session, teacher, clock):
    lesson = Lesson(app, session, teacher)
    refused = lesson.give(mode="compare", again_at="2026-03-27T09:00")
    assert refused.status_code == 422
    assert "need at least 10" in refused.text
    missing = lesson.give(mode="compare")
    assert missing.status_code == 422
    assert lesson.tasks == []
