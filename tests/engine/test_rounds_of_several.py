"""A round from several articles asks about each of them."""

from dataclasses import replace

import pytest

from quiz.engine.pool import Pool
from quiz.engine.rounds import draw_round
from tests.engine.library import NOTED, asked_by_notes

SEEDS = range(40)


def of_text(questions, text):
    """The same questions as one text of several has them."""
    return [replace(each, id=f"{text}/{each.id}", text=text) for each in questions]


def texts_of(pool, seed, seen=frozenset()):
    by_id = {question.id: question for question in pool.questions}
    cards = draw_round(pool, seed, seen=seen).cards
    return {by_id[card.question_id].text for card in cards}


@pytest.fixture(scope="module")
def rich():
    """Two articles with many questions each."""
    return [q for slug in NOTED[:2] for q in of_text(asked_by_notes(slug), slug)]


def first_of_each_kind(slug):
    return list({q.kind: q for q in reversed(asked_by_notes(slug))}.values())


@pytest.mark.parametrize("slug", NOTED[2:4])
def test_an_article_with_a_single_question_is_asked_about_beside_two_rich_ones(
    rich, slug
):
    for number, only in enumerate(first_of_each_kind(slug)):
        pool = Pool([*rich, *of_text([only], "short")])
        for seed in range(5 * number, 5 * number + 5):
            assert texts_of(pool, seed) == {*NOTED[:2], "short"}, only.id


def test_two_articles_with_a_question_each_are_not_lost_beside_a_rich_one(rich):
    most = [each for each in rich if each.text == NOTED[0]]
    few = [asked_by_notes(NOTED[1])[-1:], asked_by_notes(NOTED[2])[:1]]
    pool = Pool([*most, *of_text(few[0], "one"), *of_text(few[1], "two")])
    for seed in SEEDS:
        assert texts_of(pool, seed) == {NOTED[0], "one", "two"}


def test_three_articles_alike_are_all_in_every_round_again_and_again(rich):
    third = of_text(asked_by_notes(NOTED[2])[:6], "third")
    pool = Pool([*rich, *third])
    seen = {each.id for each in third}  # new ones of others do not push it out
    for seed in SEEDS:
        assert len(texts_of(pool, seed)) == 3
        assert len(texts_of(pool, seed, seen)) == 3
