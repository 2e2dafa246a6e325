"""Every passage of the corpus beside what the extractor finds in it."""

import tomllib
from pathlib import Path

import pytest

from quiz.engine.claims.extract import extract

FILES = sorted(Path(__file__).with_name("corpus").glob("*.toml"))
PASSAGES = [
    pytest.param(passage, id=f"{file.stem}: {passage['name']}")
    for file in FILES
    for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]
]


def outer(found):
    return [claim for claim in found.claims if not claim.nested]


def name_of(found, entity):
    return found.entity(entity).name if entity else ""


def sources_of(found, claim):
    """The sources beside the speaker, by name."""
    return [
        name_of(found, link.entity)
        for link in claim.sources
        if link.entity != claim.speaker_entity
    ]


def fragments_of(found, claim):
    """What is quoted inside the claim's words, as claims nested in it."""
    return [
        inner.content[0].of(found.raw)
        for inner in found.claims
        if inner.nested
        and any(piece.covers(inner.content[0]) for piece in claim.content)
    ]


def as_expected(found, claim, expected):
    """What was found of the claim, as far as the passage says anything of it."""
    raw = found.raw
    content = [span.of(raw) for span in claim.content]
    seen = {
        "content": content if isinstance(expected.get("content"), list) else content[0],
        "speaker": name_of(found, claim.speaker_entity),
        "type": claim.type.value,
        "cue": [span.of(raw) for span in claim.cue],
        "sources": sources_of(found, claim),
        "sure": claim.sure,
        "fragments": fragments_of(found, claim),
        "hedge": [span.of(raw) for span in claim.hedge],
    }
    return {key: seen[key] for key in expected}


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_gives_its_claims_and_no_others(passage):
    found = extract(passage["text"])
    claims = outer(found)
    assert len(claims) == len(passage["claims"])
    for claim, expected in zip(claims, passage["claims"], strict=True):
        assert as_expected(found, claim, expected) == expected


@pytest.mark.parametrize("passage", PASSAGES)
def test_spans_lie_inside_the_text_and_on_words(passage):
    found = extract(passage["text"])
    for claim in found.claims:
        spans = [*claim.content, *claim.speaker, *claim.cue, *claim.hedge]
        assert all(0 <= s.begin < s.end <= len(found.raw) for s in spans)
        assert all(s.of(found.raw).strip() == s.of(found.raw) for s in spans)
        assert all(claim.sentence.covers(s) for s in claim.content)
