"""People decide whether anybody can be asked, and old decisions stay readable."""

from functools import cache

import pytest

from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.extract import extract
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.claims.review.decisions import reviewed

TEXT = (
    "Ein Insider sagte der Nordpost, die Werft werde verkauft. Bürgermeisterin Vera "
    "Lenk erklärte, der Steg sei zu."
)


@cache
def found():
    return extract(TEXT)


def decided(correction, claim=0):
    return reviewed(found(), [correction]).extraction.claims[claim].source_vague


def change(claim=0, **decided):
    one = found().claims[claim]
    wanted = Correction.accepting(one, found())
    fields = {"speaker": wanted.speaker, "sources": wanted.sources} | decided
    return Correction(Act.CHANGE, one.content, type=ClaimType.INDIRECT, **fields)


def test_the_rules_find_the_first_vague_and_the_second_not():
    assert [claim.source_vague for claim in found().claims] == [True, False]


@pytest.mark.parametrize("claim", [0, 1])
@pytest.mark.parametrize("is_vague", [True, False])
def test_what_a_person_decides_holds(claim, is_vague):
    correction = change(claim, source_vague=is_vague)
    assert decided(correction, claim) is is_vague
    assert Correction.from_json(correction.as_json()) == correction


def test_what_was_accepted_holds_where_newer_rules_find_otherwise():
    accepted = Correction.accepting(found().claims[0], found())
    assert decided(accepted) is True
    assert accepted.as_json()["source_vague"] is True
    without = Correction.from_json(accepted.as_json() | {"source_vague": False})
    assert decided(without) is False


def test_a_decision_kept_without_it_leaves_what_the_rules_find_of_the_same_voices():
    old = {
        name: value
        for name, value in change().as_json().items()
        if name != "source_vague"
    }
    read = Correction.from_json(old)
    assert read.source_vague is None
    assert read.as_json() == old
    assert decided(read) is True


def test_a_decision_kept_without_it_for_another_speaker_is_about_somebody_else():
    assert decided(change(speaker=Voice("Vera Lenk"), sources=())) is False
