"""Confidence is a product of figures, and every ground has one."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.engine.claims.assessment.confidence import (
    NEVER_SURE,
    confidence_of,
    grounds_of,
    trust_in,
)
from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.doubt import OTHER_PARAGRAPH, PRONOUN_OPEN
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.extract import extract
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.reason import Aspect
from quiz.engine.claims.registry import DOUBTS, GROUNDS, RULES
from quiz.engine.claims.speakers.identified import How, Identified
from quiz.engine.claims.speech.indirect import BEHIND
from quiz.engine.lexicon.lexicon import lexicon
from tests.engine.library import SLUGS, text_of

CORPUS = Path(__file__).parents[2] / "corpus"
ENDS = lexicon("de").inflection.names
LENK = Figure(EntityKind.PERSON, ("Lenk",), ENDS)
CANDIDATE = Candidate(((0, 4),), None, (), ClaimType.INDIRECT, BEHIND, 0)
FIRM = replace(BEHIND, share=0.95)
NAMED = Identified(CANDIDATE, LENK, None, (), How.NAMED)


def texts():
    for file in sorted(CORPUS.glob("*.toml")):
        for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]:
            yield passage["text"]
    yield from map(text_of, SLUGS)


def ids_of(found):
    return tuple(ground.id for ground in grounds_of(found))


@pytest.mark.slow
def test_every_ground_of_every_passage_is_registered():
    found = {
        g for text in texts() for claim in extract(text).claims for g in claim.grounds
    }
    assert found <= GROUNDS.keys()
    assert len(found & RULES.keys()) > 20


def test_the_registry_has_every_rule_doubt_and_kind_of_speaker_once():
    speakers = GROUNDS.keys() - RULES.keys() - DOUBTS.keys()
    assert (len(RULES), len(DOUBTS), len(speakers)) == (57, 29, 9)
    assert all(ground.id == name for name, ground in GROUNDS.items())


def test_no_rule_is_certain():
    assert all(rule.share < 1 for rule in RULES.values())


def test_a_named_speaker_leaves_the_rule_its_whole_share():
    assert ids_of(NAMED) == ("clause_behind",)
    assert confidence_of(NAMED) == BEHIND.share


def test_every_doubt_takes_its_share():
    found = replace(NAMED, doubts=(PRONOUN_OPEN, OTHER_PARAGRAPH))
    share = BEHIND.share * PRONOUN_OPEN.share * OTHER_PARAGRAPH.share
    assert confidence_of(found) == round(share, 2)


@pytest.mark.parametrize(
    ("kind", "names", "vague", "ground"),
    [
        (EntityKind.PERSON, (), False, "person_by_role"),
        (EntityKind.PERSON, ("Lenk",), True, "lone_word"),
        (EntityKind.ORGANISATION, (), False, "body_by_role"),
        (EntityKind.ORGANISATION, (), True, "vague_body"),
        (EntityKind.GROUP, (), False, "group"),
        (EntityKind.UNNAMED, (), True, "unnamed"),
        (EntityKind.UNNAMED, (), True, "voice"),
    ],
)
def test_a_speaker_without_a_name_is_told_apart(kind, names, vague, ground):
    speaker = Figure(kind, names, ENDS)
    speaker.is_vague = vague
    speaker.can_speak = ground != "unnamed"
    found = replace(NAMED, speaker=speaker)
    assert ids_of(found) == ("clause_behind", ground)
    assert GROUNDS[ground] not in NEVER_SURE or not trust_in(found, 9).all


def test_an_office_says_more_than_a_role_alone():
    whose = Phrase(4, 6, 5, 6, "g")
    naming = Phrase(2, 6, 3, 4, "n", genitive=whose)
    found = replace(NAMED, speaker=Figure(EntityKind.PERSON, (), ENDS), naming=naming)
    assert ids_of(found) == ("clause_behind", "person_by_office")


def test_nobody_is_never_sure():
    found = replace(NAMED, speaker=None)
    assert ids_of(found)[-1] == "nobody"
    assert not trust_in(found, 9).all


@pytest.mark.parametrize("words", [True, False])
@pytest.mark.parametrize("speaker", [True, False])
@pytest.mark.parametrize("chain", [True, False])
def test_a_claim_is_sure_where_it_is_sure_of_all_three(words, speaker, chain):
    [claim] = extract("Der Steg ist zu, sagte Jo Brandt.").claims
    claim = replace(
        claim, sure_words=words, sure_speaker=speaker, sure_chain=chain, confidence=0.9
    )
    assert claim.sure == (words and speaker and chain)
    assert claim.reviewed().sure
    assert replace(claim, sure=True) == claim.reviewed()


@pytest.mark.parametrize("doubt", DOUBTS.values(), ids=str)
def test_one_doubt_about_one_thing_leaves_no_claim_sure_without_that(doubt):
    slight = replace(doubt, share=0.87)
    found = replace(NAMED, doubts=(slight,), candidate=replace(CANDIDATE, rule=FIRM))
    trust = trust_in(found, 9)
    assert trust.all == (trust.words and trust.speaker and trust.chain)
    assert trust.all == (slight.about is Aspect.SPEAKER)


def test_words_quoted_inside_a_claim_have_a_figure_of_their_own():
    found = replace(NAMED, candidate=replace(CANDIDATE, inside=BEHIND))
    assert ids_of(found) == ("quoted_inside",)
