"""Over 5,000 rounds neither a place nor a yes is a better guess than another."""

from collections import Counter, defaultdict

import pytest

from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.registry import KINDS
from quiz.engine.rounds import draw_round
from tests.engine.library import SLUGS, pool_of

pytestmark = pytest.mark.slow

ROUNDS = 5000


@pytest.fixture(scope="module", params=SLUGS)
def rounds(request):
    """Rounds of one article, each a row of questions with the ids of their options."""
    pool = pool_of(request.param)
    by_id = {question.id: question for question in pool.questions}
    return [
        [(by_id[card.question_id], card.option_ids) for card in cards]
        for seed in range(ROUNDS // len(SLUGS))
        for cards in [draw_round(pool, seed).cards]
    ]


def test_keys_have_every_place_equally_often(rounds):
    """Within 6 standard errors or 5 points, whichever is more."""
    places = defaultdict(Counter)
    for question, shown in (each for one in rounds for each in one):
        if question.form.picks_one and question.kind is not TRIAL:
            places[len(shown)][shown.index(question.key[0].id)] += 1
    assert places
    for number, found in places.items():
        asked = found.total()
        expected = asked / number
        allowed = max(0.05 * asked, 6 * (expected * (1 - 1 / number)) ** 0.5)
        off = {p: n for p, n in found.items() if abs(n - expected) > allowed}
        assert not off, (number, found)


TRIAL = QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION


def test_right_and_wrong_attributions_are_equally_frequent(rounds):
    trials = [q.is_true_trial for one in rounds for q, _ in one if q.kind is TRIAL]
    assert len(trials) > 100
    assert 0.42 <= sum(trials) / len(trials) <= 0.58


def test_the_hardest_question_comes_last(rounds):
    for one in rounds:
        hardness = [KINDS[question.kind].difficulty for question, _ in one]
        assert hardness[-1] == max(hardness[1:])
