"""Texts of our own with their chains noted, one JSON document a line.

Words and everybody's mentions are noted by the characters of the text, so whoever was
found is told by where they are mentioned, not by what they are called. "sources_max"
has what may stand in a chain besides, "speaker_also" who is as good as the speaker.
Claims inside of claims are not noted: one that is found there counts as optional.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold import lines_of
from bench.matching import dice
from bench.noted import News, Note
from quiz.engine.claims.claim import Entity

NOBODY = "UNSPECIFIED"
OR = " / "  # between those who are all right

Place = frozenset[int]  # the characters of a mention


@dataclass(frozen=True)
class Spanned(News):
    """A text whose notes are made by characters instead of words.

    Attributes:
        mentions: whose each is, and where it stands.
    """

    mentions: tuple[tuple[str, Place], ...] = ()

    def spans_of(self, pieces: Iterable[Any]) -> list[tuple[int, int]]:
        """The pieces themselves."""
        return [(begin, end) for begin, end in pieces]

    def is_meant(self, entity: Entity, name: str) -> bool:
        """Whether most of where it is mentioned is where that one is."""
        votes = Counter[str]()
        for begin, end in entity.mentions:
            place = frozenset(range(begin, end))
            whose, noted = max(self.mentions, key=lambda each: dice(place, each[1]))
            votes[whose] += len(place & noted)
        [(whose, shared)] = votes.most_common(1) or [("", 0)]
        return shared > 0 and whose in name.split(OR)


def read_chains(path: Path) -> list[News]:
    """The texts of a file with their notes."""
    return [_read(document) for document in lines_of(path)]


def _read(document: Mapping[str, Any]) -> News:
    claims = document["claims"]
    inside = (claim["content"] for claim in claims)
    besides = ([span] for span in document.get("optional", ()))
    optional = [
        {"content": content, "optional": True} for content in (*inside, *besides)
    ]
    return Spanned(
        document["doc"],
        document["text"],
        (*map(_note, claims), *optional),
        tuple(map(tuple, document["negatives"])),
        {},
        tuple(
            (entity["name"], frozenset(range(begin, end)))
            for entity in document["entities"]
            for begin, end in entity["mentions"]
        ),
    )


def _note(claim: Mapping[str, Any]) -> Note:
    """As our news texts are noted; an outlet that speaks itself is no source of it."""
    own = (claim["speaker"], *claim.get("speaker_also", ()))
    most = claim.get("sources_max", ())
    return {
        "content": claim["content"],
        "speaker": "" if claim["speaker"] == NOBODY else OR.join(own),
        "sources": [each for each in claim["sources"] if each not in own],
        "type": claim.get("type", "any type"),
        "channel": [each for each in most if each not in claim["sources"]],
        "hedge_open": True,
    }
