"""Confidence is a product of figures, and every ground has one."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.confidence import (
    BY_RULE,
    BY_SPEAKER,
    NEVER_SURE,
    SURE,
    confidence_of,
    figure_of,
    grounds_of,
    is_sure,
    known_grounds,
)
from quiz.engine.claims.draft import Draft
from quiz.engine.claims.extract import extract
from quiz.engine.claims.figure import Figure
from quiz.engine.claims.identified import DOUBTS, Identified
from quiz.engine.claims.phrase import Phrase
from tests.engine.make_extraction import GOLD, library_text

CORPUS = Path(__file__).parents[1] / "corpus"
LENK = Figure(EntityKind.PERSON, ("Lenk",))
DRAFT = Draft(((0, 4),), None, (), ClaimType.INDIRECT, "clause_behind", 0)
NAMED = Identified(DRAFT, LENK, None, (), "named")


def texts():
    for file in sorted(CORPUS.glob("*.toml")):
        for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]:
            yield passage["text"]
    for path in sorted(GOLD.glob("*.json")):
        yield library_text(path.stem)


def test_every_ground_of_every_passage_has_a_figure():
    found = {
        g for text in texts() for claim in extract(text).claims for g in claim.grounds
    }
    nameless = sorted(found - known_grounds())
    assert not nameless, f"give them figures in confidence.py: {nameless}"
    assert len(found & BY_RULE.keys()) > 20


def test_a_name_stands_for_one_figure_only():
    assert len(known_grounds()) == len(BY_RULE) + len(DOUBTS) + len(BY_SPEAKER)


def test_every_figure_is_a_share_and_never_certain_for_a_rule():
    assert all(0 < figure_of(ground) <= 1 for ground in known_grounds())
    assert all(figure < 1 for figure in BY_RULE.values())


def test_a_rule_that_nobody_has_looked_at_is_never_sure_and_does_no_harm():
    found = replace(NAMED, draft=replace(DRAFT, rule="brand_new"))
    assert confidence_of(found) < SURE
    assert not is_sure(found, 9)


def test_a_named_speaker_leaves_the_rule_its_whole_share():
    assert grounds_of(NAMED) == ("clause_behind",)
    assert confidence_of(NAMED) == BY_RULE["clause_behind"]


def test_every_doubt_takes_its_share():
    found = replace(NAMED, doubts=("pronoun_open", "other_paragraph"))
    share = (
        BY_RULE["clause_behind"] * DOUBTS["pronoun_open"] * DOUBTS["other_paragraph"]
    )
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
    ],
)
def test_a_speaker_without_a_name_is_told_apart(kind, names, vague, ground):
    speaker = Figure(kind, names)
    speaker.is_vague = vague
    found = replace(NAMED, speaker=speaker)
    assert grounds_of(found) == ("clause_behind", ground)
    assert ground not in NEVER_SURE or not is_sure(found, 9)


def test_an_office_says_more_than_a_role_alone():
    whose = Phrase(4, 6, 5, 6, "g")
    naming = Phrase(2, 6, 3, 4, "n", genitive=whose)
    found = replace(NAMED, speaker=Figure(EntityKind.PERSON, ()), naming=naming)
    assert grounds_of(found) == ("clause_behind", "person_by_office")


def test_nobody_is_never_sure():
    found = replace(NAMED, speaker=None)
    assert grounds_of(found)[-1] == "nobody"
    assert not is_sure(found, 9)


def test_words_quoted_inside_a_claim_have_a_figure_of_their_own():
    found = replace(NAMED, draft=replace(DRAFT, inside="clause_behind"))
    assert grounds_of(found) == ("quoted_inside",)
