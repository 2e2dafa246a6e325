"""The report says what to talk about: wrong answers, by how many, where the text is."""

import re
from collections import Counter

import pytest
from sqlalchemy import select

from quiz.bank.corrections.service import leave_out
from quiz.bank.models import BankItem, QuestionSet
from quiz.classroom.reports.sentences import SUGGESTIONS
from quiz.classroom.reports.service import report_of
from quiz.engine.questions.question import Skill
from quiz.play.models import Answer, RoundItem
from quiz.web.clock import now
from tests.browser import text_of
from tests.classroom.people import EN, Lesson, all_play, played_by_six

pytestmark = pytest.mark.slow


@pytest.fixture
def lesson(app, session, teacher):
    return played_by_six(app, session, teacher)


def report(lesson, **asked):
    address = f"{lesson.made}/report"
    return lesson.teacher.get(address, query_string=asked, headers=EN)


def cards(page):
    found = re.findall(r'data-testid="wrong-choice">(.*?)</li>', page.text, re.S)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", each)) for each in found]


def chosen(session):
    """How often each wrong option of each question was chosen, from the tables."""
    session.expire_all()
    rows = session.execute(
        select(BankItem, Answer.reply)
        .join(RoundItem, RoundItem.item_id == BankItem.id)
        .join(
            Answer,
            (Answer.round_id == RoundItem.round_id)
            & (Answer.number == RoundItem.number),
        )
    )
    return Counter(
        (item.body["stem"]["en"], option["text"])
        for item, reply in rows
        for option in item.body["options"]
        if option["id"] in reply and not option["correct"]
    )


def test_the_wrong_answers_that_most_chose_stand_on_top_with_the_passage(
    session, lesson
):
    page = report(lesson)
    found = cards(page)
    assert len(found) == 3
    most = max(chosen(session).values())
    assert f"{most} of 6 chose:" in found[0]
    assert "sagte" in found[0]
    assert "Right:" in found[0]
    assert page.text.index('id="tomorrow"') < page.text.index('id="skills"')


def test_there_is_one_suggestion_and_each_skill_has_its_own(lesson):
    page = report(lesson)
    assert page.text.count('data-testid="suggestion"') == 1
    assert str(SUGGESTIONS[Skill.SPEAKER])[:40] in text_of(page)
    assert set(SUGGESTIONS) == set(Skill)


def test_under_five_seats_questions_may_be_named_and_no_figure(app, session, teacher):
    lesson = Lesson(app, session, teacher, seats=4)
    lesson.give()
    all_play(lesson)
    page = report(lesson)
    few = re.search(r'data-testid="few".*?</section>', page.text, re.S).group(0)
    assert few.count("<li>") == 8
    assert "Who says:" in few
    assert not re.search(r"\d+ of \d+|%", few)
    assert "wrong-choice" not in page.text


def test_a_question_of_two_versions_stands_on_one_line(session, lesson):
    classroom = lesson.seats[0].classroom
    before = report_of(session, classroom)
    newer = QuestionSet(
        article=lesson.played.article,
        owner_id=lesson.played.owner_id,
        title=lesson.played.title,
        rules=lesson.played.rules,
        created_at=now(),
        published_at=now(),
        previous_id=lesson.played.id,
        version=2,
        plays_all=None,
        items=lesson.played.copied_items(),
    )
    lesson.played.retired_at = now()
    session.add(newer)
    session.commit()
    lesson.played = newer
    newest = {item.id for item in newer.items}
    lesson.give()
    task = next(each for each in lesson.tasks if each.set_id == newer.id)
    play_again(session, lesson, task)
    after = report_of(session, classroom)
    assert len(after.items) == len(before.items) == 8
    assert {line.answers for line in after.items} == {6}
    assert {item.id for item in after.asked.values()} == newest


def play_again(session, lesson, task):
    class One:
        seats, tasks = lesson.seats, (task,)

    One.session = session
    all_play(One)


def test_what_was_left_out_and_whose_key_changed_is_noted(session, lesson):
    assert 'data-testid="changed"' not in report(lesson).text
    items = list(lesson.played.items)
    leave_out(session, lesson.teacher.actor, items[0], now())
    session.flush()
    [other] = [
        each
        for each in session.scalars(select(BankItem))
        if each.set_id != lesson.played.id and each.body == items[1].body
    ]
    items[1].mended = other
    session.commit()
    page = text_of(report(lesson))
    assert "1 question was left out later and counts no longer." in page
    assert "The key of 1 question was changed" in page
    assert "key changed" in page
