"""What a person says about a claim that the rules found, or did not find."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from quiz.engine.claims.claim import Claim, ClaimType, Entity, EntityKind, Extraction
from quiz.engine.text.span import Span


class Act(StrEnum):
    """What is done to a claim, or to somebody in the article."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    ADD = "add"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"

    @property
    def is_about_somebody(self) -> bool:
        """Whether it is about somebody in the article and not about one claim."""
        return self in (Act.RENAME, Act.MERGE, Act.SPLIT)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody in the article: by name, and where it is first mentioned.

    Newer rules may give entities other ids; name and place find them again.

    Attributes:
        kind: what somebody is, should the rules not find them any more; None in
            decisions kept without it.
    """

    name: str
    place: Span | None = None
    kind: EntityKind | None = None

    @classmethod
    def of(cls, entity: Entity) -> Self:
        """Somebody whom the rules found."""
        place = entity.mentions[0] if entity.mentions else None
        return cls(entity.name, place, entity.kind)

    def as_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return {
            "name": self.name,
            "place": list(self.place) if self.place else None,
            **({"kind": self.kind.value} if self.kind else {}),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Undo `as_json`."""
        place = body["place"]
        kind = EntityKind(body["kind"]) if body.get("kind") else None
        return cls(body["name"], Span(*place) if place else None, kind)


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of a person about one claim, or about somebody in the article.

    Attributes:
        act: what is done.
        content: the claim's words, by which it is found again whatever its id; for
            `SPLIT` the places that name somebody else.
        speaker: who says it, for `ACCEPT`, `CHANGE` and `ADD`; None where nobody is
            named. For `RENAME`, `MERGE` and `SPLIT` who it is about.
        sources: the chain beside the speaker, nearest to the speaker first; for
            `MERGE` who is the same.
        type: how the article gives the words, for `CHANGE` and `ADD`; for `ACCEPT`
            None in decisions that did not keep what was accepted.
        hedge: words that weaken it.
        source_vague: whether nobody is behind it whom one could ask; None in decisions
            kept without it.
        name: the right name, for `RENAME` and `MERGE`, or that of the other one, for
            `SPLIT`.
        kind: what the renamed one is.
        cue, naming: by which words it is known that somebody speaks, and who, where
            the claim had them; empty in decisions that did not keep them.
    """

    act: Act
    content: tuple[Span, ...]
    speaker: Voice | None = None
    sources: tuple[Voice, ...] = ()
    type: ClaimType | None = None
    hedge: tuple[Span, ...] = ()
    source_vague: bool | None = None
    name: str = ""
    kind: EntityKind | None = None
    cue: tuple[Span, ...] = ()
    naming: tuple[Span, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it tells all that a claim is, so that it can stand by itself."""
        return self.act is Act.ADD or self.type is not None

    @classmethod
    def accepting(cls, claim: Claim, found: Extraction) -> Self:
        """That the claim is right as it stands, with all that it says."""
        speaker = claim.speaker_entity
        return cls(
            act=Act.ACCEPT,
            content=claim.content,
            speaker=Voice.of(found.entity(speaker)) if speaker else None,
            sources=tuple(Voice.of(found.entity(x.entity)) for x in claim.sources),
            type=claim.type,
            hedge=claim.hedge,
            cue=claim.cue,
            naming=claim.speaker,
            source_vague=claim.source_vague,
        )

    def as_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return {
            "act": self.act.value,
            "content": _pairs(self.content),
            "speaker": self.speaker.as_json() if self.speaker else None,
            "sources": [source.as_json() for source in self.sources],
            "type": self.type.value if self.type else None,
            "hedge": _pairs(self.hedge),
            **(
                {"source_vague": self.source_vague}
                if self.source_vague is not None
                else {}
            ),
            **({"name": self.name} if self.name else {}),
            **({"kind": self.kind.value} if self.kind else {}),
            **({"cue": _pairs(self.cue)} if self.cue else {}),
            **({"naming": _pairs(self.naming)} if self.naming else {}),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Undo `as_json`."""
        return cls(
            act=Act(body["act"]),
            content=_spans(body["content"]),
            speaker=Voice.from_json(body["speaker"]) if body["speaker"] else None,
            sources=tuple(Voice.from_json(each) for each in body["sources"]),
            type=ClaimType(body["type"]) if body["type"] else None,
            hedge=_spans(body["hedge"]),
            source_vague=body.get("source_vague"),
            name=body.get("name", ""),
            kind=EntityKind(body["kind"]) if body.get("kind") else None,
            cue=_spans(body.get("cue", ())),
            naming=_spans(body.get("naming", ())),
        )


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)
