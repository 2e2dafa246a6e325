from datetime import UTC, datetime, timedelta

import pytest

from quiz.engine.mastery.course import ENOUGH_ANSWERS, WINDOW, masteries
from quiz.engine.mastery.practice import Practice
from quiz.engine.questions.question import Skill

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def practised(shares, skill=Skill.SPEAKER):
    return [
        Practice(skill, share, START + timedelta(minutes=minute))
        for minute, share in enumerate(shares)
    ]


def of(skill, practice):
    return next(each for each in masteries(practice) if each.skill is skill)


def test_every_skill_is_listed_even_without_answers():
    found = masteries([])
    assert [each.skill for each in found] == list(Skill)
    assert all(each.accuracy is None and each.course == () for each in found)


def test_accuracy_is_the_mean_share_of_one_skill():
    practice = practised([1.0, 0.0, 0.5]) + practised([1.0], Skill.CHAIN)
    assert of(Skill.SPEAKER, practice).accuracy == pytest.approx(0.5)
    assert of(Skill.CHAIN, practice).accuracy == 1.0
    assert of(Skill.SOURCE, practice).answered == 0


def test_the_course_follows_time_whatever_the_order_of_the_facts():
    practice = practised([0.0, 1.0, 1.0])
    course = of(Skill.SPEAKER, reversed(practice)).course
    assert [step.accuracy for step in course] == pytest.approx([0.0, 0.5, 2 / 3])
    assert [step.when for step in course] == sorted(step.when for step in course)


def test_the_course_forgets_what_is_long_past():
    course = of(Skill.SPEAKER, practised([0.0] * 5 + [1.0] * WINDOW)).course
    assert course[-1].accuracy == 1.0


@pytest.mark.parametrize(
    ("answers", "settled"), [(ENOUGH_ANSWERS - 1, False), (ENOUGH_ANSWERS, True)]
)
def test_few_answers_settle_nothing(answers, settled):
    assert of(Skill.SPEAKER, practised([1.0] * answers)).is_settled == settled
