"""Where the lines of the chart lie."""

import re
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from quiz.config import ROOT
from quiz.engine.questions.question import Skill
from quiz.engine.scoring import score_round
from quiz.progress.chart import HEIGHT, WIDTH, chart, height
from quiz.progress.service import PlayedRound
from tests.village import NOON


def played(accuracy):
    return PlayedRound(uuid4(), "Dorf", NOON, score_round([1.0], 1), accuracy)


def test_all_right_is_above_half_right_is_above_nothing_right():
    assert height(1) < height(0.5) < height(0)


def test_a_single_round_stands_in_the_middle():
    drawn = chart([played({Skill.SPEAKER: 1.0})], 1)
    (x, number), *rest = drawn.ticks
    assert (number, rest) == (1, [])
    assert WIDTH / 3 < x < WIDTH * 2 / 3


def test_a_skill_that_was_not_practised_has_no_line():
    drawn = chart([played({Skill.SOURCE: 0.5})], 1)
    assert [curve.skill for curve in drawn.curves] == [Skill.SOURCE]


def test_a_skill_practised_later_begins_later():
    rounds = [played({Skill.SPEAKER: 1.0}), played({Skill.SPEAKER: 1, Skill.CHAIN: 0})]
    speaker, chain = chart(rounds, 1).curves
    assert [point.x for point in chain.points] == [speaker.points[1].x]


@given(
    st.lists(
        st.dictionaries(st.sampled_from(list(Skill)), st.floats(0, 1)),
        min_size=1,
        max_size=20,
    )
)
def test_every_point_lies_inside_and_time_goes_to_the_right(accuracies):
    drawn = chart([played(each) for each in accuracies], 7)
    for curve in drawn.curves:
        xs = [point.x for point in curve.points]
        assert xs == sorted(xs)
        assert all(0 <= point.x <= WIDTH for point in curve.points)
        assert all(0 <= point.y <= HEIGHT for point in curve.points)


def test_every_skill_has_a_line_a_card_and_a_point_of_its_own():
    styles = (ROOT / "static/css/progress.css").read_text(encoding="utf-8")
    looks = set()
    for skill in Skill:
        assert f".skill--{skill} {{" in styles
        stroke = re.search(rf"\.chart__curve--{skill} \{{ stroke: ([^;]+);", styles)
        dashes = re.search(rf"\.chart__curve--{skill} polyline \{{([^}}]+)\}}", styles)
        looks.add((stroke[1], dashes and dashes[1]))
    assert len(looks) == len(Skill)
