"""Annotated documents and predictions: claims as sets of the gold tokens."""

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Tokens = frozenset[int]
Offsets = Sequence[Sequence[int]]
Line = Mapping[str, Any]
Predictions = dict[str, list[Line]]


@dataclass(frozen=True)
class Marked:
    """A claim as somebody marked it, a person or the extractor.

    Attributes:
        content, speaker, cue: the tokens they touch.
        spans: character spans of each of the three as they were given.
        sure, confidence, grounds, reasons: only the extractor says these.
    """

    content: Tokens
    speaker: Tokens
    cue: Tokens
    spans: Mapping[str, tuple[tuple[int, int], ...]]
    type: str
    nested: bool = False
    sure: bool = False
    confidence: float = 0.0
    grounds: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that found it; "" for a person's."""
        return self.reasons[0] if self.reasons else ""


@dataclass(frozen=True)
class Document:
    """An annotated text.

    Attributes:
        begins, ends: characters where the gold tokens begin and end.
        claims: the gold claims in the file's order.
    """

    name: str
    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    gold: tuple[Line, ...]

    @cached_property
    def claims(self) -> tuple[Marked, ...]:
        """The gold claims."""
        return tuple(self._annotated(each) for each in self.gold)

    def tokens(self, spans: Offsets) -> Tokens:
        """The tokens of which a span covers at least one character."""
        found: set[int] = set()
        for begin, end in spans:
            first = bisect_right(self.ends, begin)
            found.update(range(first, bisect_left(self.begins, end)))
        return frozenset(found)

    def words(self, tokens: Tokens) -> Tokens:
        """Those with a letter or a digit."""
        return tokens & self._words

    def predicted(self, claims: Iterable[Line]) -> tuple[Marked, ...]:
        """Lines of a prediction as claims; those that touch no token are none."""
        found = (self._predicted(each) for each in claims)
        return tuple(each for each in found if each.content)

    @cached_property
    def _words(self) -> Tokens:
        tokens = zip(self.begins, self.ends, strict=True)
        texts = enumerate(self.text[begin:end] for begin, end in tokens)
        return frozenset(at for at, text in texts if any(map(str.isalnum, text)))

    def _annotated(self, note: Line) -> Marked:
        roles = {"content": "quote", "speaker": "speaker", "cue": "cue"}
        spans = {
            role: tuple((s["charBegin"], s["charEnd"]) for s in note[key]["spans"])
            for role, key in roles.items()
        }
        content, speaker, cue = (
            frozenset(note[key]["tokenIds"]) for key in roles.values()
        )
        nested = bool(note["isNested"])
        return Marked(content, speaker, cue, spans, note["type"], nested)

    def _predicted(self, line: Line) -> Marked:
        spans = {
            role: tuple((begin, end) for begin, end in line.get(role) or ())
            for role in ("content", "speaker", "cue")
        }
        content, speaker, cue = (self.tokens(each) for each in spans.values())
        return Marked(
            content,
            speaker,
            cue,
            spans,
            line["type"],
            bool(line.get("nested")),
            bool(line.get("sure")),
            line.get("confidence", 0.0),
            tuple(line.get("grounds", ())),
            tuple(line.get("reasons", ())),
        )


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON documents of a file with one a line, gzipped or plain."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_gold(path: Path) -> list[Document]:
    """The annotated documents of a file of the corpus' form."""
    return [
        Document(
            each["doc"],
            each["originalText"],
            tuple(token["charBegin"] for token in each["tokens"]),
            tuple(token["charEnd"] for token in each["tokens"]),
            tuple(each["annotations"]),
        )
        for each in lines_of(path)
    ]


def read_predictions(path: Path) -> Predictions:
    """What `python -m bench.extraction` wrote, by document."""
    return {each["doc"]: each["claims"] for each in lines_of(path)}
