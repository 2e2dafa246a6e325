"""Extractions made by hand, so that questions are tested without the extractor.

A story is a raw text and notes in the shape of library_gold: spans are given as the
words that stand there, and looked up.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from quiz.engine.claims.claim import (
    Claim,
    ClaimType,
    Entity,
    EntityKind,
    Extraction,
    SourceLink,
)
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.span import Span
from quiz.engine.text.text import read_text

Notes = Mapping[str, Any]


def make_extraction(raw: str, notes: Notes) -> Extraction:
    """The extraction that the notes describe; every claim sure unless it says not."""
    ids = {each["name"]: f"e{n}" for n, each in enumerate(notes["entities"], 1)}
    entities = tuple(_entity(raw, each, ids) for each in notes["entities"])
    by_name = {entity.name: entity for entity in entities}
    claims: list[Claim] = []
    for number, each in enumerate(notes["claims"], 1):
        claims.append(_claim(raw, each, f"c{number}", by_name))
    return Extraction(raw, "de", tuple(claims), entities)


def where(raw: str, words: str, within: Span | None = None) -> Span:
    """The first place of these words."""
    begin, end = within or Span(0, len(raw))
    at = raw.find(words, begin, end)
    assert at >= 0, f"{words!r} is not in {raw[begin:end]!r}"
    return Span(at, at + len(words))


def _entity(raw: str, note: Notes, ids: Mapping[str, str]) -> Entity:
    aliases = tuple(note.get("aliases", ()))
    return Entity(
        id=ids[note["name"]],
        name=note["name"],
        kind=EntityKind(note["kind"]),
        members=tuple(ids[name] for name in note.get("members", ())),
        mentions=_mentions(raw, (note["name"], *aliases)),
        aliases=aliases,
        bodies=tuple(ids[name] for name in note.get("bodies", ())),
    )


def _mentions(raw: str, names: Sequence[str]) -> tuple[Span, ...]:
    longest_first = sorted(names, key=len, reverse=True)
    pattern = "|".join(re.escape(name) for name in longest_first)
    found = re.finditer(rf"(?<!\w)(?:{pattern})(?:s\b|\b)", raw)
    return tuple(Span(*each.span()) for each in found)


def _claim(raw: str, note: Notes, claim_id: str, known: Mapping[str, Entity]) -> Claim:
    start = where(raw, note["sentence"]).begin
    content: list[Span] = []
    after = start
    for piece in note["content"]:
        content.append(where(raw, piece, Span(after, len(raw))))
        after = content[-1].end
    whole = Span(start, content[-1].end)
    text = read_text(raw, lexicon("de"))
    touched = [each.span for each in text.sentences if each.span.overlaps(whole)]
    sentence = Span(touched[0].begin, touched[-1].end)
    speaker = note.get("speaker")
    words = note.get("speaker_text")
    return Claim(
        id=claim_id,
        content=tuple(content),
        speaker=(where(raw, words, sentence),) if words else (),
        speaker_entity=known[speaker].id if speaker else None,
        cue=tuple(where(raw, piece, sentence) for piece in note["cue"]),
        type=ClaimType(note["type"]),
        sentence=sentence,
        nested=note.get("nested", False),
        sources=tuple(
            _link(raw, sentence, known[name], note.get("inherited", False))
            for name in note["sources"]
        ),
        confidence=0.99,
        sure_words=note.get("sure", True),
        sure_speaker=note.get("sure", True),
        sure_chain=note.get("sure", True),
    )


def _link(raw: str, sentence: Span, entity: Entity, inherited: bool) -> SourceLink:
    here = [span for span in entity.mentions if sentence.covers(span)]
    if inherited or not here:
        return SourceLink(entity.id, None, inherited=True)
    before = raw[: here[0].begin]
    cue = re.search(r"\b(?:[Ll]aut|[Ww]ie)(?= (?:der |die |das |dem )?$)", before)
    return SourceLink(entity.id, here[0], (Span(*cue.span()),) if cue else ())
