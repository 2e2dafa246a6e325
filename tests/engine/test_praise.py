"""What is praised at the end of a round: always something that was done well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.praise import Medal, Praise, medal
from quiz.engine.questions.question import Skill

SPEAKER, SOURCE, CHAIN = Skill.SPEAKER, Skill.SOURCE, Skill.CHAIN
ROUNDS = {
    ((SPEAKER, 1.0), (SOURCE, 1.0)): Medal(Praise.FLAWLESS, count=2),
    ((SPEAKER, 1.0), (SOURCE, 0.0), (SPEAKER, 1.0)): Medal(Praise.SKILL, SPEAKER, 2),
    ((SPEAKER, 1.0), (SOURCE, 1.0), (CHAIN, 1.0), (CHAIN, 0.5)): Medal(
        Praise.RUN, count=3
    ),
    ((SPEAKER, 0.0), (SOURCE, 1.0)): Medal(Praise.RECOVERED),
    ((SPEAKER, 1.0), (SOURCE, 0.0)): Medal(Praise.HIT, count=1),
    ((SPEAKER, 0.5), (SOURCE, 0.0)): Medal(Praise.FINISHED, count=2),
    (): Medal(Praise.FINISHED),
}


@pytest.mark.parametrize(("answers", "earned"), ROUNDS.items())
def test_the_rarest_thing_that_was_done_well_is_praised(answers, earned):
    assert medal(answers) == earned


@given(st.lists(st.tuples(st.sampled_from(Skill), st.sampled_from([0.0, 0.5, 1.0]))))
def test_there_is_always_a_medal_and_it_claims_nothing_untrue(answers):
    earned = medal(answers)
    if earned.praise is Praise.SKILL:
        shares = [share for skill, share in answers if skill is earned.skill]
        assert shares == [1.0] * earned.count
    if earned.praise is Praise.FLAWLESS:
        assert {share for _skill, share in answers} == {1.0}
