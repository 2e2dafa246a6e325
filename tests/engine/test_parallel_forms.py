"""Two forms of a set: no claim in both, alike in what they ask."""

from collections import Counter

import pytest

from quiz.engine.parallel_forms import parallel_forms
from quiz.errors import Invalid
from tests.engine.library import SLUGS, asked
from tests.engine.make_questions import make_questions


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("seed", range(4))
def test_both_forms_ask_about_different_claims_and_as_many(slug, seed):
    questions = asked(slug)
    by_id = {question.id: question for question in questions}
    forms = parallel_forms(questions, seed)
    claims = [{by_id[c.question_id].claim for c in form.cards} for form in forms]
    assert not (claims[0] & claims[1]) - {""}
    assert len(forms[0].cards) == len(forms[1].cards) >= 5


def test_both_forms_are_alike_in_kinds():
    distances = []
    for questions in map(asked, SLUGS):
        by_id = {question.id: question for question in questions}
        for seed in range(6):
            kinds = [
                Counter(by_id[card.question_id].kind for card in form.cards)
                for form in parallel_forms(questions, seed)
            ]
            differ = sum(((kinds[0] - kinds[1]) + (kinds[1] - kinds[0])).values())
            distances.append(differ / sum((kinds[0] + kinds[1]).values()))
    assert sum(distances) / len(distances) <= 0.45


def test_the_same_seed_gives_the_same_forms_in_whatever_order():
    questions = asked(SLUGS[0])
    assert parallel_forms(questions, 3) == parallel_forms(questions[::-1], 3)


def test_a_small_set_gives_no_forms():
    with pytest.raises(Invalid) as refused:
        parallel_forms(make_questions(), 1)
    assert refused.value.reason == "too_few_for_forms"


def test_where_a_round_has_all_questions_both_forms_together_have_them_in_order():
    questions = asked(SLUGS[0])
    chosen = [*questions[:14], *questions[30:34]]
    forms = parallel_forms(chosen, 2, whole=True)
    by_id = {question.id: question for question in chosen}
    parts = [[by_id[card.question_id] for card in form.cards] for form in forms]
    assert sorted(each.id for form in parts for each in form) == sorted(by_id)
    assert all(form == [each for each in chosen if each in form] for form in parts)
    claims = [{question.claim for question in form} for form in parts]
    assert not claims[0] & claims[1]


def test_a_form_of_fewer_than_five_is_none_even_so():
    with pytest.raises(Invalid) as refused:
        parallel_forms(make_questions(), 1, whole=True)
    assert refused.value.reason == "too_few_for_forms"
