"""A source is vague where nobody can be asked, and never where somebody can."""

import pytest

from bench.passages import read_passages
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.extract import extract
from quiz.engine.lexicon.lexicon import lexicon
from tests.engine import library

BODIES = (EntityKind.ORGANISATION, EntityKind.COUNTRY)
TEXTS = [passage["text"] for passage in read_passages()]
LIBRARY = [library.text_of(slug) for slug in library.SLUGS]


def is_person_with_a_name(entity):
    first = entity.name.split()[0]
    is_person = entity.kind is EntityKind.PERSON
    return is_person and " " in entity.name and first in lexicon("de").genders


def voices_of(found, claim):
    speaker = [claim.speaker_entity] if claim.speaker_entity else []
    return [
        found.entity(each) for each in (*speaker, *(s.entity for s in claim.sources))
    ]


@pytest.mark.parametrize(
    "texts",
    [pytest.param(TEXTS, marks=pytest.mark.slow), LIBRARY],
    ids=["passages", "library"],
)
def test_whoever_has_a_name_or_an_office_makes_no_source_vague(texts):
    vague = [
        (found, claim)
        for found in map(extract, texts)
        for claim in found.claims
        if claim.source_vague
    ]
    for found, claim in vague:
        voices = voices_of(found, claim)
        known = [v for v in voices if is_person_with_a_name(v) or v.kind in BODIES]
        assert not voices or len(known) < len(voices), claim
        sources = [found.entity(each.entity) for each in claim.sources]
        assert not any(map(is_person_with_a_name, sources)), claim


NAMED = "Diplomat Arne Voss sagte, der Gipfel sei nah. {}"
OF_A_BODY = "Experten der Universität Graz sagten, der Steg sei zu."


@pytest.mark.parametrize(
    ("text", "is_vague"),
    [
        ("Die Polizei teilte mit, der Steg sei zu.", False),
        ("Diplomaten sagten, der Gipfel sei nah.", True),
        (NAMED.format("Er sei froh."), False),
        (NAMED.format("Der Diplomat sagte, er sei froh."), False),
        ("Experten sagten, der Steg sei zu. Die Experten raten, zu warten.", True),
        (f"{OF_A_BODY} Die Experten erklärten, er sei morsch.", False),
    ],
)
def test_it_is_who_was_named_first_that_counts(text, is_vague):
    claims = extract(text).claims
    assert claims
    assert claims[-1].source_vague is is_vague


def test_what_goes_on_for_a_vague_source_is_as_vague():
    text = "Ein Insider sagte der Nordpost, die Werft werde verkauft. Sie sei pleite."
    first, second = extract(text).claims
    assert (first.source_vague, second.source_vague) == (True, True)


def test_a_person_with_a_name_who_passes_it_on_can_be_asked():
    text = (
        "Experten hätten das gesagt, der Steg sei zu, sagte Bürgermeisterin Vera Lenk."
    )
    assert not any(claim.source_vague for claim in extract(text).claims)


def test_words_that_weaken_and_a_vague_source_are_told_apart():
    text = (
        "Die Brücke könnte morsch sein, sagte Bürgermeisterin Vera Lenk. "
        "Medienberichten zufolge wird sie gesperrt."
    )
    first, second = extract(text).claims
    assert (bool(first.hedge), first.source_vague) == (True, False)
    assert (bool(second.hedge), second.source_vague) == (False, True)
