"""Nobody gets far in a set without having read the article."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from quiz.articles.bundled import bundled_articles
from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.referee import STRATEGIES, referee
from quiz.engine.rounds import draw_round
from tests.engine.make_extraction import library
from tests.engine.questions.stories import bridge

ROUNDS = 150
# The stories here are made of notes: what only reading the text tells is not in them.
NEEDS_READING = {
    QuestionKind.MOOD_MEANING,
    QuestionKind.WHICH_SOLL,
    QuestionKind.WHOSE_WORD,
    QuestionKind.HEADLINE_CHECK,
    QuestionKind.QUESTION_OR_CLAIM,
    QuestionKind.INTEREST,
    QuestionKind.OWN,
}
CHOICES = frozenset(k for k in QuestionKind if k.form.picks_one) - NEEDS_READING
SETS = [
    [question for question in compose(story, seed) if question.kind in CHOICES]
    for story in (bridge(), *library().values())
    for seed in range(8)
]
ARTICLES = {article.slug: article for article in bundled_articles()}


def rounds_of(questions, number=ROUNDS):
    drawn = (draw_round(questions, seed).cards for seed in range(number))
    return [[(card.question_id, card.option_ids) for card in each] for each in drawn]


def questions_of(article):
    return compose(extract(article.text, article.language))


@pytest.mark.parametrize("slug", sorted(ARTICLES))
def test_no_strategy_without_the_article_is_ten_points_better_than_chance(slug):
    questions = questions_of(ARTICLES[slug])
    verdicts = referee(questions, rounds_of(questions))
    assert [verdict.strategy for verdict in verdicts] == list(STRATEGIES)
    unfair = {v.strategy: round(v.over_chance, 3) for v in verdicts if not v.is_fair}
    assert not unfair


def who_said(article):
    made = questions_of(article)
    return [one for one in made if one.kind == QuestionKind.WHO_SAID]


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


@pytest.fixture(params=sorted(ARTICLES))
def asked(request):
    return who_said(ARTICLES[request.param])


def verdict(questions, rounds, strategy):
    return {v.strategy: v for v in referee(questions, rounds)}[strategy]


def test_keys_that_are_always_the_longest_are_noticed(asked):
    long = [spoiled(q, lambda text: Localised(text.de + "x" * 99, "")) for q in asked]
    found = verdict(long, shown(long), "longest option")
    assert (found.reached, found.is_fair) == (1.0, False)
    assert verdict(long, shown(long), "shortest option").reached == 0


def test_keys_that_are_always_the_shortest_are_noticed(asked):
    short = [spoiled(q, lambda _: Localised("x", "x")) for q in asked]
    assert verdict(short, shown(short), "shortest option").reached == 1


@pytest.mark.parametrize(("strategy", "at"), [("first option", 0), ("last option", -1)])
def test_a_key_that_always_has_the_same_place_is_noticed(asked, strategy, at):
    order = {
        one.id: sorted(
            (option.id for option in one.options),
            key=lambda each, one=one: not one.option(each).correct,
            reverse=at == -1,
        )
        for one in asked
    }
    rounds = [[(one.id, order[one.id]) for one in asked]]
    assert verdict(asked, rounds, strategy).reached == 1


def test_a_stem_that_holds_the_key_is_noticed(asked):
    told = [
        replace(q, stem=Localised(f"Sagte {q.key[0].text} das?", "")) for q in asked
    ]
    assert verdict(told, shown(told), "words of the question").reached > 0.9


def test_a_pronoun_that_fits_one_option_alone_is_noticed(asked):
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
        for one in asked
    ]
    assert verdict(hinted, shown(hinted), "grammar").reached == 1


def test_chance_is_one_option_in_all_of_a_single_choice(asked):
    three = [one for one in asked if len(one.options) == 3]
    assert verdict(three, shown(three), "grammar").chance == pytest.approx(1 / 3)


@pytest.mark.parametrize("kind", sorted(CHOICES))
def test_always_yes_or_always_the_same_place_wins_nothing(kind):
    chosen = [q for questions in SETS for q in questions if q.kind is kind]
    places = Counter(question.key[0].id for question in chosen)
    assert max(places.values()) <= 0.45 * len(chosen)
    if kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION:
        yes = sum(question.key[0].entity is None for question in chosen)
        assert 0.4 <= yes / len(chosen) <= 0.6
