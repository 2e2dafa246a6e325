"""Where only four questions go together, the round is a short one."""

from quiz.bank.offering import offer_for
from tests.engine.make_questions import make_questions


def test_four_that_go_together_are_offered_as_a_short_round():
    four, six = make_questions()[:4], make_questions()[:6]
    assert offer_for(four, plays_all=None).is_short
    assert not offer_for(six, plays_all=None).is_short
    assert not offer_for(four, plays_all=True).is_short
    assert not offer_for(make_questions()[:3], plays_all=None).is_short
