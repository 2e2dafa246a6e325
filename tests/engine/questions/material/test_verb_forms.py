"""What a clause ends with, told by how it is made."""

import pytest

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.material.verb_forms import (
    is_infinitive_with_zu,
    is_participle,
)


@pytest.mark.parametrize(
    "word",
    ["geprüft", "abgeschafft", "heruntergerissen", "verlassen", "telefoniert"],
)
def test_a_participle_has_ge_behind_prefixes_or_none(word):
    assert is_participle(word, lexicon("de"))


@pytest.mark.parametrize(
    "word", ["gegen", "morgen", "wegen", "eigenen", "steigen", "auszuschalten", "heute"]
)
def test_other_words_with_ge_or_zu_are_no_participles(word):
    assert not is_participle(word, lexicon("de"))


@pytest.mark.parametrize("text", ["die Lampe auszuschalten", "das Tor zu öffnen"])
def test_an_infinitive_has_zu_before_it_or_behind_its_prefix(text):
    assert is_infinitive_with_zu(text.split(), lexicon("de"))


@pytest.mark.parametrize(
    "text", ["viel Geld dazu", "und das hinzu", "die Lampe halten"]
)
def test_a_word_that_only_has_zu_in_it_is_none(text):
    assert not is_infinitive_with_zu(text.split(), lexicon("de"))
