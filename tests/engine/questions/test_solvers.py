"""Whoever answers without reading should not do better than by chance.

Each solver sees what a page shows and not the article. Chance is the mean of 1/options
over the questions; +.10 is the bound of rule V26. Over a few hundred questions from
eight seeds and all stories, so that one odd name does not decide.
"""

from collections import Counter

import pytest

from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.words import words
from tests.engine.make_extraction import library
from tests.engine.questions.stories import bridge

BOUND = 0.10
# The stories here are made of notes, in which no verb is known by its mood.
CHOICES = frozenset(
    kind
    for kind in QuestionKind
    if kind.form.picks_one and kind is not QuestionKind.MOOD_MEANING
)
SETS = [
    [question for question in compose(story, seed) if question.kind in CHOICES]
    for story in (bridge(), *library().values())
    for seed in range(8)
]


def longest(question: Question, _: Counter[str]) -> str:
    return max(question.options, key=lambda option: len(option.label.de)).id


def shortest(question: Question, _: Counter[str]) -> str:
    return min(question.options, key=lambda option: len(option.label.de)).id


def first(question: Question, _: Counter[str]) -> str:
    return question.options[0].id


def last(question: Question, _: Counter[str]) -> str:
    return question.options[-1].id


def most_frequent_name(question: Question, names: Counter[str]) -> str:
    return max(question.options, key=lambda option: names[option.entity or ""]).id


def overlaps_the_stem(question: Question, _: Counter[str]) -> str:
    stem = set(words(question.stem.de))
    return max(
        question.options, key=lambda option: len(stem & set(words(option.label.de)))
    ).id


def does_not_overlap_the_stem(question: Question, _: Counter[str]) -> str:
    stem = set(words(question.stem.de))
    return min(
        question.options, key=lambda option: len(stem & set(words(option.label.de)))
    ).id


@pytest.mark.parametrize(
    "solver",
    [
        longest,
        shortest,
        first,
        last,
        most_frequent_name,
        overlaps_the_stem,
        does_not_overlap_the_stem,
    ],
)
def test_a_solver_without_the_article_stays_near_chance(solver):
    right, chance, size = 0, 0.0, 0
    for questions in SETS:
        names = Counter(o.entity for q in questions for o in q.options if o.entity)
        for question in questions:
            right += solver(question, names) == question.key[0].id
            chance += 1 / len(question.options)
            size += 1
    assert size > 500
    assert right / size <= chance / size + BOUND, (right / size, chance / size)


@pytest.mark.parametrize("kind", sorted(CHOICES))
def test_always_yes_or_always_the_same_place_wins_nothing(kind):
    chosen = [q for questions in SETS for q in questions if q.kind is kind]
    places = Counter(question.key[0].id for question in chosen)
    assert max(places.values()) <= 0.45 * len(chosen)
    if kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION:
        yes = sum(question.key[0].entity is None for question in chosen)
        assert 0.4 <= yes / len(chosen) <= 0.6
