"""What a class has not understood is said by its first answers, checked by hand."""

from dataclasses import replace

import pytest

from quiz.engine.questions.question import Skill
from quiz.engine.reporting import (
    FirstAnswer,
    item_lines,
    mistake_lines,
    reliability,
    skill_lines,
)
from tests.engine.make_questions import make_questions

QUESTIONS = make_questions()


def first(seat, item, chosen="a", question=None):
    """Option "a" is right, "b" and "c" show misconception M2."""
    asked = question or QUESTIONS[item]
    return FirstAnswer(seat, f"i{item}", asked, (chosen,), float(chosen == "a"))


def test_nobody_counts_more_for_playing_more():
    busy = [first("s1", item) for item in range(8)]
    [line] = skill_lines([*busy, first("s2", 0, "b")])
    assert line.by_seat == {"s1": 1.0, "s2": 0.0}
    assert line.share == 0.5
    assert line.answers == 9


def test_the_least_understood_skill_comes_first():
    source = replace(QUESTIONS[1], asks=Skill.SOURCE)
    lines = skill_lines([first("s1", 0), first("s1", 1, "b", source)])
    assert [line.skill for line in lines] == [Skill.SOURCE, Skill.SPEAKER]


def test_a_mistake_is_counted_by_seats_of_those_who_could_make_it():
    answers = [first(f"s{n}", 0, "b" if n < 3 else "a") for n in range(5)]
    answers += [first("s0", 1, "c"), first("s1", 1, "a")]
    [line] = mistake_lines(answers)
    assert (line.misconception, line.seats, line.met) == ("M2", 3, 5)
    assert line.item == "i0"


def test_no_mistake_gives_no_line():
    assert mistake_lines([first("s1", 0)]) == ()


def test_an_item_has_its_difficulty_and_its_working_distractors():
    answers = [first(f"s{n}", 0, "aaab"[n % 4]) for n in range(8)]
    [line] = item_lines(answers)
    assert line.difficulty == 0.75
    assert (line.working, line.distractors) == (1, 2)
    assert line.is_provisional
    assert not line.is_split


def test_an_item_that_parts_strong_from_weak_discriminates():
    answers = []
    for n in range(6):
        is_strong = n < 3
        answers += [first(f"s{n}", 0, "a" if is_strong else "b")]
        answers += [first(f"s{n}", item, "a" if is_strong else "b") for item in (1, 2)]
    lines = {line.item: line for line in item_lines(answers)}
    assert lines["i0"].discrimination == pytest.approx(1)
    assert lines["i0"].is_split
    turned = [
        replace(each, share=1 - each.share) if each.item == "i0" else each
        for each in answers
    ]
    lines = {line.item: line for line in item_lines(turned)}
    assert lines["i0"].discrimination == pytest.approx(-1)


def test_where_all_are_alike_nothing_discriminates():
    answers = [first(f"s{n}", item) for n in range(6) for item in range(2)]
    assert {line.discrimination for line in item_lines(answers)} == {None}
    assert reliability(answers) is None


def test_reliability_is_kuder_and_richardsons():
    rows = ["aaa", "aab", "abb", "bbb", "aaa"]
    answers = [
        first(f"s{n}", item, row[item])
        for n, row in enumerate(rows)
        for item in range(3)
    ]
    p = [4 / 5, 3 / 5, 2 / 5]
    totals = [3, 2, 1, 0, 3]
    mean = sum(totals) / 5
    variance = sum((total - mean) ** 2 for total in totals) / 5
    kr20 = 3 / 2 * (1 - sum(each * (1 - each) for each in p) / variance)
    assert reliability(answers) == pytest.approx(kr20)


def test_who_did_not_answer_all_is_left_out_of_reliability():
    answers = [first(f"s{n}", item, "ab"[n % 2]) for n in range(4) for item in range(2)]
    assert reliability([*answers, first("s9", 0)]) is None
