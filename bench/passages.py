"""The passages of the corpus, and how what is found in one differs from it."""

import tomllib
from pathlib import Path
from typing import Any

from quiz.engine.claims.claim import Claim, Extraction, SourceLink
from quiz.engine.claims.extract import extract

FOLDER = Path(__file__).parents[1] / "tests" / "engine" / "corpus"
Passage = dict[str, Any]


def read_passages() -> list[Passage]:
    """All of them in order of the files, each with its id "file: name"."""
    return [
        passage | {"id": f"{file.stem}: {passage['name']}"}
        for file in sorted(FOLDER.glob("*.toml"))
        for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]
    ]


def is_trap(passage: Passage) -> bool:
    """Nobody says anything in it, or nothing that may be asked for."""
    return bool(passage.get("not_sure")) or passage.get("claims") == []


def outer(found: Extraction) -> list[Claim]:
    """The claims that lie in no other."""
    return [claim for claim in found.claims if not claim.nested]


def name_of(found: Extraction, entity: str | None) -> str:
    """The name shown for an entity, "" for nobody."""
    return found.entity(entity).name if entity else ""


def links_of(claim: Claim) -> list[SourceLink]:
    """The sources beside the speaker."""
    return [link for link in claim.sources if link.entity != claim.speaker_entity]


def fragments_of(found: Extraction, claim: Claim) -> list[str]:
    """What is quoted inside the claim's words, as claims nested in it."""
    return [
        inner.content[0].of(found.raw)
        for inner in found.claims
        if inner.nested
        and any(piece.covers(inner.content[0]) for piece in claim.content)
    ]


def seen_of(found: Extraction, claim: Claim) -> dict[str, Any]:
    """Everything of a claim that a passage can say something of."""
    raw = found.raw
    links = links_of(claim)
    entity = claim.speaker_entity
    return {
        "content": [span.of(raw) for span in claim.content],
        "speaker": name_of(found, entity),
        "kind": found.entity(entity).kind.value if entity else "",
        "type": claim.type.value,
        "cue": [span.of(raw) for span in claim.cue],
        "sources": [name_of(found, link.entity) for link in links],
        "inherited": [name_of(found, link.entity) for link in links if link.inherited],
        "sure": claim.sure,
        "fragments": fragments_of(found, claim),
        "hedge": [span.of(raw) for span in claim.hedge],
        "vague": claim.source_vague,
    }


def pieces(content: str | list[str]) -> list[str]:
    """The words of a claim as a list, however they were written."""
    return content if isinstance(content, list) else [content]


def differences(passage: Passage, found: Extraction | None = None) -> list[str]:
    """What was found otherwise than the passage says, a line each; [] if nothing."""
    found = found or extract(passage["text"])
    claims = outer(found)
    lines = []
    if passage.get("not_sure"):
        lines += [f"sure: {seen_of(found, c)}" for c in claims if c.sure]
    if "claims" in passage:
        lines += _of_claims(found, claims, passage["claims"])
    for expected in passage.get("entities", []):
        lines += _of_entity(found, expected)
    return lines


def _of_claims(
    found: Extraction, claims: list[Claim], expected: list[dict[str, Any]]
) -> list[str]:
    if len(claims) != len(expected):
        contents = [seen_of(found, claim)["content"] for claim in claims]
        return [f"{len(expected)} claims expected, found {contents}"]
    return [
        f"{key}: {seen[key]!r} instead of {value!r}"
        for claim, wanted in zip(claims, expected, strict=True)
        for seen in [seen_of(found, claim)]
        for key, value in wanted.items()
        if seen[key] != (pieces(value) if key == "content" else value)
    ]


def _of_entity(found: Extraction, expected: dict[str, Any]) -> list[str]:
    entity = next((e for e in found.entities if e.name == expected["name"]), None)
    if entity is None:
        return [f"no {expected['name']} among {[e.name for e in found.entities]}"]
    seen = {
        "name": entity.name,
        "kind": entity.kind.value,
        "members": [name_of(found, member) for member in entity.members],
        "bodies": [name_of(found, body) for body in entity.bodies],
    }
    return [
        f"{entity.name}: {key} {seen[key]!r} instead of {value!r}"
        for key, value in expected.items()
        if seen[key] != value
    ]
