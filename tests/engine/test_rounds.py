from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.pool import SMALLEST_ROUND, Pool
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Marked, MarkRole, QuestionKind
from quiz.engine.questions.registry import KINDS, MISSION
from quiz.engine.questions.rules.independence import (
    are_related,
    place_in_turn,
    reveals,
)
from quiz.engine.questions.rules.mixing import is_of_nobody, mixed
from quiz.engine.rounds import LARGEST_ROUND, draw_round
from quiz.engine.text.span import Span
from quiz.errors import Invalid
from tests.engine.library import NOTED, SLUGS, asked_by_notes, pool_by_notes
from tests.engine.make_questions import make_questions
from tests.engine.round_rules import is_round, there_is_a_round

PAIR = {QuestionKind.WHO_SAID, QuestionKind.WHICH_SOURCE}
SEEDS = st.integers(0, 2**63 - 1)


def drawn(pool, seed, **more):
    """The questions of a round that is drawn from a pool or a list of them."""
    questions = pool.questions if isinstance(pool, Pool) else pool
    by_id = {question.id: question for question in questions}
    return [by_id[card.question_id] for card in draw_round(pool, seed, **more).cards]


@pytest.fixture(params=SLUGS)
def pool(request):
    return pool_by_notes(request.param)


@cache
def many_rounds(slug):
    """A hundred rounds of a pool: the cards of each, and the questions on them."""
    pool = pool_by_notes(slug)
    by_id = {question.id: question for question in pool.questions}
    rounds = [draw_round(pool, seed).cards for seed in range(100)]
    return [(cards, [by_id[card.question_id] for card in cards]) for cards in rounds]


@pytest.fixture(params=SLUGS)
def rounds(request):
    return many_rounds(request.param)


@pytest.fixture(scope="module")
def bridge():
    return asked_by_notes("bridge")


def test_a_round_that_has_too_many_of_one_kind_loses_the_latest():
    question = next(
        q
        for slug in SLUGS
        for q in asked_by_notes(slug)
        if q.kind.value == "one_of_two"
    )
    most = KINDS[question.kind].most
    many = [replace(question, id=str(number)) for number in range(most + 2)]
    assert mixed(many) == many[:most]


def test_a_round_has_eight_questions_if_nothing_else_is_said(pool):
    assert len(drawn(pool, 1)) == 8


@given(SEEDS)
@settings(max_examples=30, deadline=None)
def test_one_seed_gives_one_round_in_whatever_order_the_pool_is(seed):
    pool = asked_by_notes("wolf-am-schulweg")
    assert draw_round(pool, seed) == draw_round(tuple(reversed(pool)), seed)


def test_seeds_give_different_rounds(rounds):
    assert len({cards for cards, _ in rounds[:20]}) > 15


@given(SEEDS, st.integers(0, 12))
@settings(max_examples=40, deadline=None)
def test_a_round_keeps_its_promises(seed, size):
    for pool in map(pool_by_notes, NOTED):
        questions = drawn(pool, seed, size=size)
        wanted = min(max(size, SMALLEST_ROUND), LARGEST_ROUND)
        assert SMALLEST_ROUND <= len(questions) <= wanted
        assert len({question.id for question in questions}) == len(questions)
        mission = [question for question in questions if question.kind in MISSION]
        assert 2 * len(mission) >= len(questions)
        assert 3 * sum(map(is_of_nobody, questions)) <= len(questions)
        for kind, number in Counter(q.kind for q in questions).items():
            assert number <= KINDS[kind].most
        assert questions[0].kind in MISSION
        claims = Counter(q.claim for q in questions if q.claim)  # "": a sentence
        assert max(claims.values()) <= 2


def test_no_question_gives_away_the_key_of_another(rounds):
    for _, questions in rounds:
        for one, other in combinations(questions, 2):
            if are_related(one, other):
                assert not reveals(one, other)
                assert not reveals(other, one)


def test_nobody_is_the_key_of_more_than_half(rounds):
    for _, questions in rounds:
        keys = Counter(o.entity for q in questions for o in q.key if o.entity)
        assert 2 * max(keys.values()) <= len(questions)


@pytest.mark.slow
def test_right_and_wrong_attributions_are_even(pool):
    for seed in range(40):
        verdicts = [
            question.key[0].entity is None
            for question in drawn(pool, seed, size=10)
            if question.kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION
        ]
        assert abs(2 * sum(verdicts) - len(verdicts)) <= 1


def test_options_are_shown_in_every_order(rounds):
    places = Counter()
    for cards, questions in rounds:
        for card, question in zip(cards, questions, strict=True):
            ids = {option.id for option in question.options}
            assert sorted(card.option_ids) == sorted(ids)
            if question.form is Form.SINGLE_CHOICE and len(ids) == 3:
                places[card.option_ids.index(question.key[0].id)] += 1
    assert max(places.values()) <= 0.4 * sum(places.values())


def test_yes_is_always_the_first_answer_to_a_right_or_wrong_question(rounds):
    cards, questions = rounds[5]
    for card, question in zip(cards, questions, strict=True):
        if question.kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION:
            assert question.option(card.option_ids[0]).entity is None


def test_what_was_seen_comes_last(pool):
    seen = {question.id for question in drawn(pool, 1)}
    assert not seen & {question.id for question in drawn(pool, 2, seen=seen)}


def test_what_was_seen_comes_again_when_nothing_else_is_left(bridge):
    seen = {question.id for question in bridge}
    assert len(drawn(bridge, 1, seen=seen)) >= SMALLEST_ROUND


def test_a_small_pool_may_ask_for_voice_and_source_of_one_claim(bridge):
    questions = [q for q in bridge if q.kind in PAIR]
    few = [q for q in questions if q.claim in {"c1", "c3", "c5"}]
    found = drawn(few, 1)
    assert max(Counter(q.claim for q in found).values()) == 2
    for one, other in combinations(found, 2):
        if are_related(one, other):
            assert {one.kind, other.kind} == PAIR
            assert not reveals(one, other, feedback=False)


def test_every_article_of_several_is_asked_about(bridge):
    rare = replace(make_questions()[3], id="x", text="another")
    questions = [*bridge, rare]
    for seed in range(30):
        assert rare.id in {
            card.question_id for card in draw_round(questions, seed).cards
        }


def test_the_same_number_in_another_article_is_another_statement():
    first, second = (
        replace(each, claim="c1", text=text)
        for each, text in zip(make_questions(), ("", "another"), strict=False)
    )
    hedge = replace(second, kind=QuestionKind.HEDGE_SPOT)
    assert place_in_turn(hedge, [first, hedge]) == 0
    assert place_in_turn(hedge, [replace(first, text="another"), hedge]) == 1


@pytest.mark.parametrize("size", [0, 1, 3])
def test_fewer_than_four_questions_are_no_round(bridge, size):
    with pytest.raises(Invalid) as refused:
        draw_round(bridge[:size], 1)
    assert refused.value.reason == "too_few_questions"
    assert refused.value.details["needed"] == 4


def test_four_questions_that_go_together_are_a_short_round(bridge):
    questions = [q for q in bridge if q.kind is QuestionKind.WHO_SAID]
    four = {q.claim: q for q in questions}
    assert len(drawn(list(four.values())[:4], 1)) == 4


def test_four_questions_about_two_claims_are_no_round(bridge):
    with pytest.raises(Invalid):
        draw_round([q for q in bridge if q.claim in {"c1", "c3"}], 1)


def test_attributions_and_chains_alone_are_no_round(bridge):
    others = [question for question in bridge if question.kind not in MISSION]
    with pytest.raises(Invalid):
        draw_round(others, 1)


def test_why_the_mood_comes_after_whose_words_they_are():
    """Two rows of questions, each about four claims: only pairs make them five."""
    pool = [
        replace(question, id=f"{kind}-{number}", kind=kind)
        for number in range(4)
        for kind in (QuestionKind.WHO_SAID, QuestionKind.MOOD_MEANING)
        for question in [asking(number, {number})]
    ]
    for seed in range(20):
        kinds = [question.kind for question in drawn(pool, seed)]
        assert kinds == [QuestionKind.WHO_SAID] * 4 + [QuestionKind.MOOD_MEANING]


def test_no_more_questions_are_about_the_same_words_than_make_a_round_five():
    pool = [
        replace(question, id=f"{kind}-{number}", kind=kind)
        for number in range(4)
        for kind in (QuestionKind.WHO_SAID, QuestionKind.HEDGE_SPOT)
        for question in [asking(number, {number})]
    ]
    for seed in range(20):
        kinds = Counter(question.kind for question in drawn(pool, seed))
        assert kinds == {QuestionKind.WHO_SAID: 4, QuestionKind.HEDGE_SPOT: 1}


def test_whether_anybody_speaks_comes_before_who_it_is():
    """One of four claims is asked about twice: only so there are five questions."""
    silent = Localised.alike("Der Artikel gibt hier jemanden wieder.")
    who = [asking(number, {number}) for number in range(4)]
    whether = replace(
        who[0],
        id="own_voice-000",
        kind=QuestionKind.OWN_VOICE,
        explanation=silent,
        options=tuple(replace(o, rationale=silent) for o in who[0].options),
    )
    for seed in range(20):
        ids = [question.id for question in drawn([whether, *who], seed)]
        assert ids.index(whether.id) < ids.index(who[0].id)


@given(st.randoms(use_true_random=False), SEEDS)
@settings(max_examples=60, deadline=None)
def test_there_is_a_round_for_every_seed_exactly_where_enough_go_together(rng, seed):
    whole = asked_by_notes("wolf-am-schulweg")
    claims = set(rng.sample(sorted({q.claim for q in whole}), rng.randint(3, 6)))
    few = [q for q in whole if q.claim in claims]
    pool = rng.sample(few, min(len(few), 13))
    seen = {question.id for question in rng.sample(pool, len(pool) // 2)}
    can = there_is_a_round(pool)
    assert Pool(pool).can_be_drawn is can
    for history in (frozenset(), seen):
        if can:
            assert is_round(drawn(pool, seed, seen=history))
            continue
        with pytest.raises(Invalid) as refused:
            draw_round(pool, seed, seen=history)
        assert refused.value.details["found"] == Pool(pool).most_together


def test_chance_never_decides_whether_there_is_a_round():
    """Five go together, and each of a hundred others leaves room for three of them."""
    five = [asking(at, {at}) for at in range(5)]
    pairs = list(combinations(range(5), 2))
    others = [asking(5 + at, {*pairs[at % len(pairs)], 9}) for at in range(100)]
    pool = Pool([*five, *others])
    for seed in range(12):
        cards = draw_round(pool, seed).cards
        assert {card.question_id for card in cards} == {each.id for each in five}


def asking(number, places):
    """Who said it, about words at these places of the article."""
    question = make_questions()[number % 8]
    return replace(
        question,
        id=f"who_said-{number:03}",
        claim=f"c{number}",
        passage=f"Worte {number} {number}",
        marks=tuple(
            Marked(MarkRole.CONTENT, Span(10 * each, 10 * each + 5))
            for each in sorted(places)
        ),
    )
