"""What a season tells: how long, who rose, who is alike; nobody that they are last."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.leaderboards import placed
from quiz.engine.season import (
    MOST_ALIKE,
    SHORTEST_BAR,
    alike,
    bars,
    common_goal,
    days_left,
    lowest_told,
    risen,
)

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 23, 8, tzinfo=UTC)
scores = st.lists(st.floats(0, 1), min_size=1, max_size=40)


def field(*found):
    return placed(list(enumerate(found)))


def test_a_season_ends_on_sunday_at_midnight_of_the_school():
    found = [days_left(MONDAY + timedelta(days=n), BERLIN) for n in range(8)]
    assert found == [6, 5, 4, 3, 2, 1, 0, 6]
    late = datetime(2026, 3, 29, 22, 30, tzinfo=UTC)  # Monday in Berlin
    assert days_left(late, BERLIN) == 6


@pytest.mark.parametrize(("joined", "goal"), [(0, 50), (8, 150), (28, 450), (30, 500)])
def test_a_class_tries_what_everybody_can_bring(joined, goal):
    assert common_goal(joined) == goal


def test_only_who_rose_is_marked():
    before = field(0.9, 0.5, 0.7)
    assert risen(field(0.9, 0.8, 0.7), before) == {1}
    assert risen(field(0.9, 0.8), ()) == frozenset()


@given(scores)
def test_no_rank_below_the_middle_is_told(found):
    lines = field(*found)
    told = lowest_told(lines)
    assert told >= 1
    if len({line.score for line in lines}) == len(lines) > 1:
        assert sum(line.rank > told for line in lines) == len(lines) // 2


@given(scores)
def test_the_best_has_the_longest_bar_and_nobody_none(found):
    drawn = bars(field(*found))
    assert max(drawn.values()) == 1
    assert min(drawn.values()) >= SHORTEST_BAR - 0.001


def test_a_bar_is_as_long_as_the_distance_in_the_field():
    near, far = bars(field(0.70, 0.69)), bars(field(0.9, 0.5))
    assert near[1] == pytest.approx(0.83)
    assert far[1] == pytest.approx(SHORTEST_BAR)
    assert bars(()) == {}


@given(st.integers(1, 40))
def test_groups_are_small_and_even_and_leave_nobody_out(count):
    everybody = list(range(count))
    groups = alike(everybody, {n: n / 40 for n in everybody})
    sizes = [len(group) for group in groups]
    assert max(sizes) <= MOST_ALIKE
    assert max(sizes) - min(sizes) <= 1
    assert sorted(sum(groups, ())) == everybody


def test_who_is_new_is_taken_for_average():
    groups = alike("abcdefghijklmnop", {"a": 0.9, "b": 0.8, "o": 0.2, "p": 0.1})
    assert "a" in groups[0]
    assert "p" in groups[-1]
    assert alike("ab", {}) == (("a", "b"),)
