"""Whatever somebody pastes: no exception, and no question that breaks a rule."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.rules.validity import violations
from quiz.errors import Invalid
from tests.engine.library import SLUGS, text_of

SENTENCES = [
    sentence
    for slug in SLUGS
    for sentence in re.split(r"(?<=[.!?“])\s+", text_of(slug).strip())
]


def assert_sound(text):
    try:
        extraction = extract(text)
    except Invalid:
        return
    for question in compose(extraction):
        found = violations(question, extraction)
        assert not [each for each in found if each.level == "block"]


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_sentences_in_any_order_give_sound_questions(seed):
    rng = random.Random(seed)  # noqa: S311
    picked = rng.sample(SENTENCES, 25)
    assert_sound("\n\n".join(" ".join(picked[at : at + 5]) for at in range(0, 25, 5)))


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_words_in_any_order_do_no_harm(seed):
    rng = random.Random(seed)  # noqa: S311
    words = " ".join(rng.sample(SENTENCES, 12)).split()
    rng.shuffle(words)
    assert_sound(" ".join(words))


@given(st.text(max_size=300), st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_any_characters_between_sentences_do_no_harm(noise, seed):
    picked = random.Random(seed).sample(SENTENCES, 6)  # noqa: S311
    assert_sound(f"{' '.join(picked[:3])}{noise}{' '.join(picked[3:])}")
