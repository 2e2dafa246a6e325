"""Accuracy and improvement, shrunk, capped and shared: never speed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.leaderboards import (
    CountedRound,
    Entry,
    Line,
    counting,
    excerpt,
    has_enough_new,
    placed,
    ranked,
    shrunk,
    week_of,
    week_result,
)
from quiz.engine.pool import SMALLEST_ROUND

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 3, 23)
NOON = datetime(2026, 3, 23, 11, tzinfo=UTC)


def rounds(*shares, days=0, start=NOON, apart=timedelta(minutes=1)):
    first = start + timedelta(days=days)
    return [CountedRound(first + n * apart, share) for n, share in enumerate(shares)]


def test_a_week_begins_on_monday_at_midnight_in_the_schools_time_zone():
    sunday_night = datetime(2026, 3, 22, 22, 59, tzinfo=UTC)
    assert week_of(sunday_night, BERLIN) == date(2026, 3, 16)
    assert week_of(sunday_night + timedelta(minutes=1), BERLIN) == MONDAY


def test_the_smallest_round_that_is_drawn_can_count():
    assert has_enough_new(SMALLEST_ROUND, SMALLEST_ROUND)
    assert not has_enough_new(SMALLEST_ROUND - 1, SMALLEST_ROUND)
    assert not has_enough_new(SMALLEST_ROUND - 1, SMALLEST_ROUND - 1)


def test_of_a_longer_round_what_is_left_over_does_not_count():
    assert [new for new in range(11) if has_enough_new(new, 10)] == [5, 6, 7, 8, 9, 10]


def test_the_best_of_the_first_rounds_counts_and_no_later_one():
    played = [r for day in range(4) for r in rounds(0.5, 0.6, days=day)]
    played += rounds(1.0, days=5)
    assert week_result(played, MONDAY, BERLIN).best == 0.6
    assert week_result(played, MONDAY, BERLIN).rounds == 5


def test_of_one_day_two_rounds_count():
    assert week_result(rounds(0.2, 0.4, 1.0), MONDAY, BERLIN).best == 0.4


def test_gain_is_measured_against_ones_own_rounds_of_the_weeks_before():
    before = rounds(0.4, 0.5, 0.6, days=-7, apart=timedelta(days=1))
    found = week_result(before + rounds(0.8, 0.6), MONDAY, BERLIN)
    assert found.gain == pytest.approx(0.2)


def test_there_is_no_gain_with_fewer_than_three_rounds_before():
    before = rounds(0.4, 0.5, days=-7)
    assert week_result(before + rounds(0.8), MONDAY, BERLIN).gain is None


def test_only_the_ten_latest_rounds_are_a_baseline():
    old = rounds(*[0.0] * 5, days=-30) + rounds(*[0.5] * 10, days=-7)
    assert week_result(old + rounds(0.5), MONDAY, BERLIN).gain == 0


def test_a_week_without_a_round_is_nothing():
    assert week_result(rounds(0.5, days=-7), MONDAY, BERLIN) is None


moments = st.integers(-22 * 24, 13 * 24).map(
    lambda hours: NOON + timedelta(hours=hours)
)
played = st.lists(st.builds(CountedRound, moments, st.floats(0, 1)), max_size=25)


@given(played, st.randoms())
def test_the_order_in_which_rounds_arrive_changes_nothing(found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert week_result(found, MONDAY, BERLIN) == week_result(shuffled, MONDAY, BERLIN)


@given(played)
def test_another_round_after_all_never_makes_the_best_worse(found):
    before = week_result(found, MONDAY, BERLIN)
    last = CountedRound(datetime(2026, 4, 6, tzinfo=UTC), 0.0)
    assert week_result([*found, last], MONDAY, BERLIN) == before


@given(played)
def test_never_more_than_five_rounds_and_two_a_day_count(found):
    kept = counting(found, MONDAY, BERLIN)
    days = [each.finished_at.astimezone(BERLIN).date() for each in kept]
    assert len(kept) <= 5
    assert all(days.count(day) <= 2 for day in days)


def test_a_small_class_is_drawn_towards_the_mean_more_than_a_large_one():
    assert shrunk(5 * 1.0, 5, 0.5) == pytest.approx(10 / 15)
    assert shrunk(30 * 1.0, 30, 0.5) == pytest.approx(35 / 40)


def test_classes_are_ranked_by_the_shrunk_mean():
    lines = ranked([Entry("small", 5, 4.5), Entry("large", 30, 25.5)])
    assert [line.who for line in lines] == ["small", "large"]
    mean = 30 / 35
    assert lines[0].score == round((4.5 + 10 * mean) / 15, 3)


def test_with_fewer_than_five_participants_there_is_no_rank():
    lines = ranked([Entry("few", 4, 4.0), Entry("many", 5, 1.0)])
    assert lines[0].who == "many"
    assert lines[1] == Line("few", None, None, 4)


def test_equals_share_a_rank_and_the_next_one_is_skipped():
    lines = placed([("a", 0.5), ("b", 0.9), ("c", 0.90004), ("d", 0.1)])
    assert [(line.who, line.rank) for line in lines] == [
        ("b", 1), ("c", 1), ("a", 3), ("d", 4),
    ]  # fmt: skip


@given(st.lists(st.floats(0, 1), max_size=12))
def test_a_rank_is_one_more_than_the_number_of_those_ahead(scores):
    lines = placed(list(enumerate(scores)))
    for line in lines:
        assert line.rank == 1 + sum(other.score > line.score for other in lines)


def test_an_own_row_comes_with_two_ahead_and_none_behind():
    lines = placed([(n, 1 - n / 100) for n in range(20)])
    first, near = excerpt(lines, 10)
    assert [line.who for line in first] == [0, 1, 2]
    assert [line.who for line in near] == [8, 9, 10]


def test_who_is_among_the_first_is_shown_once():
    lines = placed([(n, 1 - n / 100) for n in range(20)])
    first, near = excerpt(lines, 1)
    assert ([line.who for line in first], near) == ([0, 1, 2], ())


def test_equals_of_the_third_are_shown_too():
    lines = placed([("a", 1.0), ("b", 0.9), ("c", 0.8), ("d", 0.8), ("e", 0.1)])
    assert [line.who for line in excerpt(lines, None)[0]] == ["a", "b", "c", "d"]


def test_an_empty_board_has_no_lines():
    assert excerpt(placed([]), "a") == ((), ())
    assert ranked([]) == ()
