"""Nobody gets far in a set without having read the article."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.referee import STRATEGIES, referee
from quiz.engine.rounds import draw_round
from tests.engine.library import NOTED, SLUGS, asked, asked_by_notes, pool_of

ROUNDS = 150
# The stories here are made of notes: what only reading the text tells is not in them.
NEEDS_READING = {
    QuestionKind.MOOD_MEANING,
    QuestionKind.CERTAINTY_RANK,
    QuestionKind.WHICH_SOLL,
    QuestionKind.WHOSE_WORD,
    QuestionKind.HEADLINE_CHECK,
    QuestionKind.QUESTION_OR_CLAIM,
    QuestionKind.INTEREST,
    QuestionKind.WHOM_TO_ASK,
    QuestionKind.OWN,
}
CHOICES = frozenset(k for k in QuestionKind if k.form.picks_one) - NEEDS_READING


def rounds_of(pool, number=ROUNDS):
    drawn = (draw_round(pool, seed).cards for seed in range(number))
    return [[(card.question_id, card.option_ids) for card in each] for each in drawn]


@pytest.mark.slow
@pytest.mark.parametrize("slug", SLUGS)
def test_no_strategy_without_the_article_is_ten_points_better_than_chance(slug):
    verdicts = referee(asked(slug), rounds_of(pool_of(slug)))
    assert [verdict.strategy for verdict in verdicts] == list(STRATEGIES)
    unfair = {v.strategy: round(v.over_chance, 3) for v in verdicts if not v.is_fair}
    assert not unfair


def spoiled(question, spoil):
    options = tuple(
        replace(option, label=spoil(option.label)) if option.correct else option
        for option in question.options
    )
    return replace(question, options=options)


def shown(questions):
    """One round of all of them, the options in an order that tells nothing."""
    rng = random.Random(1)  # noqa: S311
    ids = [[option.id for option in one.options] for one in questions]
    return [
        [
            (one.id, rng.sample(order, len(order)))
            for one, order in zip(questions, ids, strict=True)
        ]
    ]


@pytest.fixture(params=SLUGS)
def choices(request):
    """The questions "Who said it?" of an article."""
    return [q for q in asked(request.param) if q.kind is QuestionKind.WHO_SAID]


def verdict(questions, rounds, strategy):
    return {v.strategy: v for v in referee(questions, rounds)}[strategy]


def test_keys_that_are_always_the_longest_are_noticed(choices):
    long = [spoiled(q, lambda text: Localised(text.de + "x" * 99, "")) for q in choices]
    found = verdict(long, shown(long), "longest option")
    assert (found.reached, found.is_fair) == (1.0, False)
    assert verdict(long, shown(long), "shortest option").reached == 0


def test_keys_that_are_always_the_shortest_are_noticed(choices):
    short = [spoiled(q, lambda _: Localised("x", "x")) for q in choices]
    assert verdict(short, shown(short), "shortest option").reached == 1


@pytest.mark.parametrize(("strategy", "at"), [("first option", 0), ("last option", -1)])
def test_a_key_that_always_has_the_same_place_is_noticed(choices, strategy, at):
    order = {
        one.id: sorted(
            (option.id for option in one.options),
            key=lambda each, one=one: not one.option(each).correct,
            reverse=at == -1,
        )
        for one in choices
    }
    rounds = [[(one.id, order[one.id]) for one in choices]]
    assert verdict(choices, rounds, strategy).reached == 1


def test_a_stem_that_holds_the_key_is_noticed(choices):
    told = [
        replace(q, stem=Localised(f"Sagte {q.key[0].text} das?", "")) for q in choices
    ]
    assert verdict(told, shown(told), "words of the question").reached > 0.9


def test_a_pronoun_that_fits_one_option_alone_is_noticed(choices):
    names = {True: "die Ministerin", False: "der Minister"}
    hinted = [
        replace(
            one,
            passage="sie habe das gewusst",
            options=tuple(
                replace(o, label=Localised(f"{names[o.correct]} {o.id}", ""))
                for o in one.options
            ),
        )
        for one in choices
    ]
    assert verdict(hinted, shown(hinted), "grammar").reached == 1


def test_chance_is_one_option_in_all_of_a_single_choice(choices):
    three = [one for one in choices if len(one.options) == 3]
    assert verdict(three, shown(three), "grammar").chance == pytest.approx(1 / 3)


@pytest.fixture(scope="module")
def many_sets():
    """The questions on every story, drawn eight times."""
    sets = [asked_by_notes(slug, seed) for slug in NOTED for seed in range(8)]
    return [question for each in sets for question in each]


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(CHOICES))
def test_always_yes_or_always_the_same_place_wins_nothing(many_sets, kind):
    chosen = [question for question in many_sets if question.kind is kind]
    places = Counter(question.key[0].id for question in chosen)
    sizes = {len(question.options) for question in chosen}
    most = 0.6 if sizes == {2} else 0.45
    assert max(places.values()) <= most * len(chosen)
    if kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION:
        yes = sum(question.key[0].entity is None for question in chosen)
        assert 0.4 <= yes / len(chosen) <= 0.6
