"""A class plays at the same moment, each pupil in a browser of their own."""

import random
from concurrent.futures import ThreadPoolExecutor

from quiz.play.models import Answer, Player, Round
from tests.journeys.visitor import Visitor, answer_of, numbers_of, numbers_on, round_of

PUPILS = 28


def play_a_round(address, seed):
    """Play from the start page to the result; which round it was and what it says."""
    rng = random.Random(seed)  # noqa: S311
    visitor = Visitor(address)
    page = visitor.submit(*visitor.open("/").form("start-round"))
    while not page.has("round-result"):
        form, button = page.form("submit-answer")
        feedback = visitor.submit(form, button | answer_of(form, rng))
        assert feedback.status == 200
        feedback = visitor.past_where(feedback)
        page = visitor.open(feedback.link("next-question"))
    return round_of(page.path), numbers_on(page)


def test_a_class_plays_at_once_and_every_answer_is_kept_once(game, books):
    with ThreadPoolExecutor(PUPILS) as pupils:
        seeds = range(PUPILS)
        shown = dict(pupils.map(lambda seed: play_a_round(game.address, seed), seeds))
    assert len(shown) == PUPILS == books.count(Player) == books.count(Round)
    for round_id, numbers in shown.items():
        assert numbers == numbers_of(books.score(round_id))
    asked = sum(questions for _, questions, _, _ in shown.values())
    assert books.count(Answer) == asked
