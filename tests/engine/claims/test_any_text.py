"""Any text at all: it is read or refused, never a crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.claims.accept import MAX_CHARACTERS
from quiz.engine.claims.extract import extract
from quiz.errors import Invalid

PIECES = [
    "sagte", "Lenk", "die", "der", "Bürgermeisterin", ",", ".", ":", "„", "“", '"', "»",
    "«", "laut", "zufolge", "nach", "Angaben", "wie", "so", "dass", "er", "sei", "habe",
    "kündigte", "an", "Agentur", "Nordlicht", "und", "(", ")", "–", "-", "\n", "heißt",
    "es", "Kim", "Jong", "Un", "russische", "Nachrichtenagenturen", "demnach", "?",
]  # fmt: skip


def refused(raw):
    with pytest.raises(Invalid) as info:
        extract(raw)
    return info.value.reason


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_unicode_text_is_read_or_refused(raw):
    try:
        found = extract(raw)
    except Invalid:
        return
    assert found.raw == raw


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=80))
@settings(deadline=None, max_examples=300)
def test_any_mixture_of_german_words_gives_sound_spans(pieces):
    raw = " ".join(["der", "die", "das", *pieces])
    found = extract(raw)
    known = {entity.id for entity in found.entities}
    for claim in found.claims:
        spans = [*claim.content, *claim.speaker, *claim.cue, claim.sentence]
        assert all(0 <= s.begin < s.end <= len(raw) for s in spans)
        assert claim.speaker_entity is None or claim.speaker_entity in known
        assert {link.entity for link in claim.sources} <= known
        assert 0 <= claim.confidence <= 1


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "empty_text"),
        (" \n\t ", "empty_text"),
        ("\x00\x01PK\x03\x04", "binary_text"),
        ("The mayor said that the bridge would open in May, the agency wrote.",
         "not_german"),
        ("La maire a dit que le pont ouvrira en mai, selon une agence de presse.",
         "not_german"),
        ("a" * (MAX_CHARACTERS + 1), "too_long_text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(raw, reason):
    assert refused(raw) == reason


def test_an_unknown_language_is_refused():
    with pytest.raises(Invalid, match="unknown_language"):
        extract("Die Brücke ist offen.", "xx")


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "er sei, ", '"er sagte ', "„er sagte der ", "Der Anna ", "(der sagte ",
        "laut der ", "dem Anna zufolge ", "sagte. der ", "- der ", "die Anna Anna ",
        "der Zeitung „der ", "sagte, so die Anna, der ", "\nder ", "1. der ",
    ],
)  # fmt: skip
def test_a_hostile_text_of_full_length_is_read(unit):
    raw = (unit * (MAX_CHARACTERS // len(unit) + 1))[:MAX_CHARACTERS]
    assert extract(raw).raw == raw
