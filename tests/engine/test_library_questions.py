"""How many questions the articles of the library give, and whether a round."""

import pytest

from tests.engine.library import ALL_SLUGS, FLOORS, asked, pool_of

article = pytest.mark.parametrize("slug", ALL_SLUGS)


def made_of(slug):
    """How many questions of how many kinds."""
    return len(asked(slug)), len({question.kind for question in asked(slug)})


@article
def test_enough_questions_of_many_kinds_are_made(slug):
    questions, kinds = made_of(slug)
    assert questions >= FLOORS[slug]["questions"]
    assert kinds >= FLOORS[slug]["kinds"]


@article
def test_the_floor_of_questions_is_not_far_below_what_is_made(slug):
    questions, kinds = made_of(slug)
    enter = f"enter questions = {questions * 9 // 10}, kinds = {max(0, kinds - 1)}"
    assert questions <= 1.5 * FLOORS[slug]["questions"] + 4, enter
    assert kinds <= FLOORS[slug]["kinds"] + 4, enter


@article
def test_a_round_is_drawn_where_the_floors_say_so(slug):
    assert pool_of(slug).can_be_drawn is FLOORS[slug].get("round", True)
