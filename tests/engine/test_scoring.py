import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.scoring import POINTS_PER_QUESTION, points, score_round


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 0), (0.5, 50), (1 / 3, 33), (2 / 3, 67), (1.0, 100)]
)
def test_points_are_the_share_in_hundredths(share, expected):
    assert points(share) == expected


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_right_never_gives_fewer_points(one, other):
    low, high = sorted([one, other])
    assert 0 <= points(low) <= points(high) <= POINTS_PER_QUESTION


def test_a_round_adds_up_what_was_answered_so_far():
    score = score_round([1.0, 0.5, 0.0], questions=8)
    assert (score.points, score.possible) == (150, 800)
    assert (score.right, score.answered, score.questions) == (1, 3, 8)


def test_a_round_without_answers_has_no_points():
    score = score_round([], questions=5)
    assert (score.points, score.right, score.answered) == (0, 0, 0)
