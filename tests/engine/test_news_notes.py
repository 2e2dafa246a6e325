"""The notes on the news texts: they quote the text, and know everybody they name."""

import re
import tomllib
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("news")
NEWS = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.rglob("*.toml"))
}
TYPES = {"Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect"}
KINDS = {"person", "organisation", "group", "outlet", "document", "vague"}
CLAIM_KEYS = {
    "content", "speaker", "speaker_text", "type", "cue", "sources", "inherited",
    "channel", "hedge", "hedge_open", "nested", "optional",
}  # fmt: skip

text_of_the_news = pytest.mark.parametrize("slug", NEWS)


def places(text, pieces):
    """The letters where the pieces stand, in order; fails where one is missing."""
    at, found = 0, set()
    for piece in pieces:
        begin = text.find(piece, at)
        assert begin >= 0, piece
        at = begin + len(piece)
        assert not re.search(r"\w\w", text[max(begin - 1, 0) : begin] + piece[:1]), (
            piece
        )
        assert not re.search(r"\w\w", piece[-1:] + text[at : at + 1]), piece
        found |= set(range(begin, at))
    return found


def test_there_are_enough_texts_claims_and_traps():
    claims = [c for news in NEWS.values() for c in news["claims"]]
    assert len(NEWS) >= 80
    assert sum(not claim.get("optional") for claim in claims) >= 600
    assert sum(len(news["traps"]) for news in NEWS.values()) >= 220


@text_of_the_news
def test_a_text_is_as_long_as_a_news_item(slug):
    assert 90 <= len(NEWS[slug]["text"].split()) <= 260
    assert NEWS[slug]["register"]


@text_of_the_news
def test_the_notes_quote_the_text_word_for_word(slug):
    text, begins = NEWS[slug]["text"], []
    for claim in NEWS[slug]["claims"]:
        assert text.count(claim["content"][0]) == 1, claim
        places(text, claim["content"])
        for word in [*claim.get("cue", []), *claim.get("hedge", [])]:
            assert word in text, claim
        assert claim.get("speaker_text", "") in text, claim
        begins.append(text.index(claim["content"][0]))
        assert not claim["content"][-1].endswith((".", "“", "»")), claim
    outside = [
        at
        for at, claim in zip(begins, NEWS[slug]["claims"], strict=True)
        if not claim.get("nested")
    ]
    assert outside == sorted(outside)


@text_of_the_news
def test_the_notes_know_everybody_they_name(slug):
    names = {entity["name"] for entity in NEWS[slug]["entities"]}
    assert len(names) == len(NEWS[slug]["entities"])
    assert {entity["kind"] for entity in NEWS[slug]["entities"]} <= KINDS
    used = set()
    for claim in NEWS[slug]["claims"]:
        assert claim.keys() <= CLAIM_KEYS, claim
        assert claim["type"] in TYPES
        used |= {claim["speaker"], *claim.get("sources", []), *claim.get("channel", [])}
        assert claim["speaker"] or claim.get("optional"), claim
        assert claim.get("sources") or not claim.get("inherited"), claim
    assert used - {""} == names


@text_of_the_news
def test_what_is_nested_lies_inside_another_claim(slug):
    text = NEWS[slug]["text"]
    all_places = [places(text, claim["content"]) for claim in NEWS[slug]["claims"]]
    for claim, inner in zip(NEWS[slug]["claims"], all_places, strict=True):
        if claim.get("nested"):
            assert any(inner < outer for outer in all_places), claim


@text_of_the_news
def test_a_trap_is_no_part_of_what_must_be_found(slug):
    text = NEWS[slug]["text"]
    claimed = set()
    for claim in NEWS[slug]["claims"]:
        if not claim.get("optional"):
            claimed |= places(text, claim["content"])
    for trap in NEWS[slug]["traps"]:
        assert text.count(trap) == 1, trap
        assert not places(text, [trap]) & claimed, trap
