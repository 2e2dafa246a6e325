"""What a word can be, by its spelling and the words beside it."""

import pytest

from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.text import read_text


def possessives(text):
    known = lexicon("de")
    reading = Reading(read_text(text, known), known)
    return [word for at, word in enumerate(reading.words) if reading.is_possessive(at)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seine Frau kam mit ihrem Hund.", ["Seine", "ihrem"]),
        ("Die Rätin, deren Plan gilt, kam seinerzeit zu Fuß.", ["deren"]),
        ("Die Wirtin kam mit dem Hund.", []),
    ],
)
def test_a_possessive_is_an_article_that_says_whose(text, found):
    assert possessives(text) == found
