"""Every rule, word list and sieve of the extractor is held by a passage."""

from functools import lru_cache

import pytest

from bench.mutations import Mutation, main, mutations, noticed, sound_passages
from quiz.engine.claims.extract import extract

pytestmark = pytest.mark.slow

HELD = ("rules", "letters", "words", "nouns", "sieves")


@lru_cache
def passages():
    return sound_passages()


@pytest.mark.parametrize(
    "mutation", [pytest.param(m, id=f"{m.kind}: {m.name}") for m in mutations(HELD)]
)
def test_a_broken_rule_is_noticed(mutation):
    assert next(noticed(mutation, passages()), None) is not None


def test_a_rule_is_whole_again_afterwards():
    [pronouns] = [m for m in mutations(("sieves",)) if m.name == "pronouns"]
    text = "Trainerin Wanda Kolb kam. Später sagte sie, dass die Elf gewinnt."
    before = extract(text)
    assert next(noticed(pronouns, passages()), None) is not None
    assert extract(text) == before


def test_a_mutation_that_changes_nothing_is_told():
    nothing = Mutation("rules", "none", pytest.MonkeyPatch.context)
    assert list(noticed(nothing, passages()[:5])) == []


def test_an_unknown_kind_is_told(capsys):
    assert main(["colours"]) == 2
    assert "kinds are" in capsys.readouterr().out
