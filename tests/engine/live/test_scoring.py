"""Accuracy counts; what else brings points is little, wanted, and fair."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.live.scoring import Given, of_teams, ranked, score
from quiz.engine.live.state import Bonuses
from quiz.engine.scoring import points

PLAIN = Bonuses()
RIGHT, WRONG, NONE = Given(1.0), Given(0.0), Given(None)
SHARES = st.none() | st.sampled_from([0.0, 0.25, 0.5, 1.0])
GIVEN = st.builds(
    Given,
    share=SHARES,
    counts=st.booleans(),
    sure=st.sampled_from([None, 1, 2, 3]),
    took_s=st.floats(-5, 100),
    limit_s=st.sampled_from([None, 0.0, 2.0, 20.0]),
)
ANSWERS = st.lists(GIVEN, max_size=12)
BONUSES = st.builds(
    Bonuses, streak=st.booleans(), confidence=st.booleans(), speed=st.booleans()
)


@given(ANSWERS)
def test_by_default_points_are_those_of_a_round_alone(answers):
    shares = [each.share for each in answers if each.counts and each.share is not None]
    assert score(answers, PLAIN) == sum(points(share) for share in shares)


@given(ANSWERS, BONUSES)
def test_no_score_falls_below_nothing_or_rises_beyond_bounds(answers, bonuses):
    assert 0 <= score(answers, bonuses) <= 150 * len(answers)


@given(ANSWERS)
def test_speed_brings_a_tenth_of_accuracy_at_most(answers):
    plain = score(answers, PLAIN)
    assert plain <= score(answers, Bonuses(speed=True)) <= plain * 1.1 + len(answers)


@given(ANSWERS, BONUSES)
def test_speed_brings_nothing_to_anybody_where_one_needs_time(answers, bonuses):
    without = Bonuses(bonuses.streak, bonuses.confidence)
    assert score(answers, bonuses, is_timed=False) == score(answers, without)


@pytest.mark.parametrize(
    ("took_s", "more"), [(0, 10), (2, 10), (11, 5), (20, 0), (99, 0), (-5, 10)]
)
def test_two_seconds_are_free_and_then_speed_is_lost_evenly(took_s, more):
    answer = Given(1.0, took_s=took_s, limit_s=20)
    assert score([answer], Bonuses(speed=True)) == 100 + more


def test_a_streak_grows_to_its_bound_and_ends_with_a_mistake_or_a_gap():
    streak = Bonuses(streak=True)
    assert score([RIGHT] * 7, streak) == 700 + 5 + 10 + 15 + 20 * 3
    for broken in (WRONG, NONE):
        assert score([RIGHT, broken, RIGHT], streak) == 200
    assert score([RIGHT, Given(1.0, counts=False), RIGHT], streak) == 205


@pytest.mark.parametrize(
    ("chance", "best"), [(0.3, {1}), (0.6, {2}), (0.9, {3}), (0.5, {1, 2})]
)
def test_who_says_how_sure_they_are_does_best_by_the_truth(chance, best):
    bonuses = Bonuses(confidence=True)

    def expected(sure):
        right = score([RIGHT, Given(1.0, sure=sure)], bonuses)
        wrong = score([RIGHT, Given(0.0, sure=sure)], bonuses)
        return round(chance * right + (1 - chance) * wrong, 6)

    most = max(map(expected, (1, 2, 3)))
    assert {sure for sure in (1, 2, 3) if expected(sure) == most} == best


def test_equals_share_a_rank_and_the_next_is_left_out():
    found = ranked({"a": 300, "b": 500, "c": 300, "d": 100})
    assert [(each.who, each.rank) for each in found] == [
        *[("b", 1), ("a", 2), ("c", 2), ("d", 4)]
    ]
    assert ranked({}) == ()


def test_ranks_do_not_depend_on_who_came_first():
    scores = {"a": 300, "b": 500, "c": 300}
    for order in permutations(scores):
        found = ranked({who: scores[who] for who in order})
        assert {each.who: each.rank for each in found} == {"b": 1, "a": 2, "c": 2}


def test_a_team_has_the_mean_of_its_members_whatever_its_size():
    found = of_teams([(1, 300), (2, 100), (2, 500), (2, 300), (3, 301)])
    assert [(each.who, each.rank, each.score) for each in found] == [
        *[(3, 1, 301.0), (1, 2, 300.0), (2, 2, 300.0)]
    ]
