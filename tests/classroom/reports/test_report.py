"""A teacher reads what a class has not understood; the figures are counted again."""

import re
from statistics import fmean

import pytest
from sqlalchemy import select

from quiz.bank.models import BankItem
from quiz.classroom.models import Seat
from quiz.play.models import Answer, Round, RoundItem
from tests.browser import text_of
from tests.classroom.people import EN, Lesson, all_play, join, make_class, plays_for

pytestmark = pytest.mark.slow


@pytest.fixture
def lesson(app, session, teacher):
    return Lesson(app, session, teacher, seats=6)


@pytest.fixture
def played(lesson):
    """Six seats have played a round of homework: the n-th had n answers right."""
    lesson.give()
    return all_play(lesson)


def report(lesson, **asked):
    address = f"{lesson.made}/report"
    return lesson.teacher.get(address, query_string=asked, headers=EN)


def cells(page, kind):
    rows = re.findall(rf'<tr data-testid="{kind}">(.*?)</tr>', page.text, re.S)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows]


def stored(session):
    """Seat → shares of its answers, straight from the tables."""
    session.expire_all()
    rows = session.execute(
        select(Seat.number, Answer.share)
        .join(Round, Round.player_id == Seat.player_id)
        .join(Answer, Answer.round_id == Round.id)
    )
    found = {}
    for number, share in rows:
        found.setdefault(number, []).append(share)
    return found


def test_skills_are_the_mean_of_the_seats_means(session, lesson, played):
    means = {number: fmean(shares) for number, shares in stored(session).items()}
    assert len(set(means.values())) >= 5
    [line] = cells(report(lesson), "skill-line")
    assert f"{round(100 * fmean(means.values()))}" in line
    page = report(lesson).text
    for mean in means.values():
        assert f"{round(100 * mean)}\u202f%" in page


def test_the_most_common_mistake_is_told_with_its_question(session, lesson, played):
    wrong = {n for n, shares in stored(session).items() if 0 in shares}
    page = text_of(report(lesson))
    assert f"{len(wrong)} of 6: takes a person mentioned in the words" in page
    assert "Most of them here: Who says:" in page


def test_questions_are_listed_with_their_difficulty(session, lesson, played):
    session.expire_all()
    rows = session.execute(
        select(RoundItem.item_id, Answer.share).join(
            Answer,
            (Answer.round_id == RoundItem.round_id)
            & (Answer.number == RoundItem.number),
        )
    ).all()
    items = session.scalars(select(BankItem)).all()
    lines = cells(report(lesson), "item-line")
    asked = {item_id for item_id, _share in rows}
    assert len(lines) == len(asked)
    for item in items:
        shares = [share for item_id, share in rows if item_id == item.id]
        if shares:
            [line] = [each for each in lines if item.as_question().passage in each]
            assert f"{len(shares)} {round(100 * fmean(shares))}" in line
            assert "provisional" in line


def test_only_first_answers_count(session, lesson, played):
    before = cells(report(lesson), "skill-line")
    plays_for(session, lesson.pupil(1), played, right=99)
    after = stored(session)
    assert len(after[1]) > len(after[2])
    assert {len(shares) for shares in after.values()} == {8, 16}
    assert cells(report(lesson), "skill-line") == before


def test_below_five_seats_no_figure_is_told(lesson):
    lesson.give()
    for number in range(1, 5):
        plays_for(lesson.session, lesson.pupil(number), lesson.tasks[0], right=number)
    page = report(lesson)
    assert "from five seats up" in text_of(page)
    assert "%" not in text_of(page).replace("100%", "")
    assert not cells(page, "skill-line")


def test_an_assignment_and_the_last_days_have_reports_of_their_own(
    session, lesson, played
):
    assert cells(report(lesson, assignment=str(played.id)), "skill-line")
    lesson.give(mode="practice")
    other = next(each for each in lesson.tasks if each.id != played.id)
    assert "0 seats have answered" in text_of(report(lesson, assignment=str(other.id)))
    assert "6 seats" in text_of(report(lesson, days="7"))
    for row in session.scalars(select(Answer)):
        row.answered_at = row.answered_at.replace(year=2020)
    session.commit()
    assert "0 seats" in text_of(report(lesson, days="7"))
    assert "6 seats" in text_of(report(lesson, days="5"))


def test_on_the_projector_no_single_seat_is_shown(lesson, played):
    page = report(lesson, projector="yes")
    assert cells(page, "skill-line")
    assert "Seats and skills" not in text_of(page)
    assert not cells(page, "item-line")


def test_nobody_else_reads_it(stranger, lesson, played):
    assert stranger.get(f"{lesson.made}/report").status_code == 404


def test_other_classes_do_not_mix_in(app, session, teacher, lesson, played):
    make_class(teacher, name="9a", seats=1)
    seat = session.scalars(select(Seat).order_by(Seat.id)).all()
    [other] = [each for each in seat if each.class_id != lesson.seats[0].class_id]
    join(app, None, other)
    assert "6 seats have answered" in text_of(report(lesson))
