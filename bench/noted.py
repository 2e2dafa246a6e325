"""What is found in texts that people noted, held against their notes.

A found claim is a noted one where at least half of their words are the same (twice the
shared words, by all words of both). Each is paired once, what must be found before what
is optional, and of two as like the one that is trusted more. Optional claims count
neither as found nor as wrong; a part of one is one, too.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.news_report import Share
from quiz.engine.claims.claim import Claim, Entity, EntityKind, Extraction
from quiz.engine.claims.extract import extract

SAME = 0.5  # likeness from which two claims are the same statement
WHOLE = 0.9  # from which on the words are whole
WORD = re.compile(r"\w+")
ARTICLE = re.compile(r"^(?:(?:der|die|das|de[mns]|ein|eine[mnrs]?)\s+)+", re.IGNORECASE)
OUTSIDE = re.compile(r"^\W+|\W+$")

Note = dict[str, Any]  # one claim as it is noted
Words = frozenset[int]  # where the words begin


def likeness(one: Words, other: Words) -> float:
    """0–1: twice the shared words, by all words of both."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def plain(name: str) -> str:
    """A name as it is compared: no article, no marks around it, no capitals."""
    return OUTSIDE.sub("", ARTICLE.sub("", name)).casefold()


@dataclass(frozen=True)
class News:
    """A text with its notes."""

    slug: str
    text: str
    notes: tuple[Note, ...]
    traps: tuple[Any, ...]  # as the pieces of a claim are noted
    names: dict[str, frozenset[str]]  # every form of an entity, by its name

    @cached_property
    def begins(self) -> tuple[int, ...]:
        """Where words begin."""
        return tuple(word.start() for word in WORD.finditer(self.text))

    def words(self, spans: Iterable[tuple[int, int]]) -> Words:
        """The words that the spans hold."""
        spans = list(spans)
        return frozenset(
            at for at in self.begins if any(begin <= at < end for begin, end in spans)
        )

    def spans_of(self, pieces: Iterable[Any]) -> list[tuple[int, int]]:
        """Where pieces stand that follow each other in the text."""
        at, spans = 0, []
        for piece in pieces:
            begin = self.text.index(piece, at)
            at = begin + len(piece)
            spans.append((begin, at))
        return spans

    def words_of(self, pieces: Iterable[Any]) -> Words:
        """The words of pieces that follow each other in the text."""
        return self.words(self.spans_of(pieces))

    def is_meant(self, entity: Entity, name: str) -> bool:
        """Whether what was found is the noted entity of that name."""
        known = self.names[name]
        return plain(entity.name) in known or plain(name) in map(plain, entity.aliases)


def read(path: Path) -> News:
    """The text and the notes of a file."""
    with path.open("rb") as file:
        found = tomllib.load(file)
    return News(
        path.stem,
        found["text"],
        tuple(found["claims"]),
        tuple(found["traps"]),
        {
            entity["name"]: frozenset(map(plain, [entity["name"], *entity["aliases"]]))
            for entity in found["entities"]
        },
    )


@dataclass(frozen=True)
class Verdict:
    """A noted claim and what was found of it."""

    note: Note
    found: Claim | None
    speaker: bool = False
    chain: bool = False
    hedge: bool = False
    whole: bool = False

    @property
    def is_required(self) -> bool:
        """Whether leaving it out is a fault."""
        return not self.note.get("optional")

    @property
    def is_right(self) -> bool:
        """Whether content, speaker, chain and hedge are all right."""
        return self.found is not None and self.speaker and self.chain and self.hedge


class Held:
    """One text: what was found, held against its notes."""

    def __init__(self, news: News) -> None:
        """Extract and compare."""
        self.news = news
        self.extraction: Extraction = extract(news.text)
        self.verdicts = self._verdicts()
        paired = [v.found for v in self.verdicts if v.found is not None]
        self.extra = [c for c in self.extraction.claims if c not in paired]
        self.trapped = [(t, c) for t in news.traps for c in self._taken_for(t)]

    @property
    def sure(self) -> list[Verdict | None]:
        """What each sure claim was paired with; None where nothing like it is noted.

        Those are left out of which the notes say neither who speaks nor through whom.
        """
        noted = {v.found.id: v for v in self.verdicts if v.found is not None}
        sure = [noted.get(claim.id) for claim in self.extraction.claims if claim.sure]
        return [each for each in sure if each is None or "speaker" in each.note]

    def _verdicts(self) -> list[Verdict]:
        claims = self.extraction.claims
        words = {claim.id: self.news.words(claim.content) for claim in claims}
        pairs = sorted(
            (bool(note.get("optional")), -like, -claim.confidence, n, c)
            for n, note in enumerate(self.news.notes)
            for c, claim in enumerate(claims)
            for like in [self._likeness(note, words[claim.id])]
            if like >= SAME
        )
        found: dict[int, int] = {}
        for _, _, _, n, c in pairs:
            if n not in found and c not in found.values():
                found[n] = c
        return [
            self._verdict(note, claims[found[n]] if n in found else None)
            for n, note in enumerate(self.news.notes)
        ]

    def _likeness(self, note: Note, words: Words) -> float:
        """Of two statements; a stretch of an optional one is as good as all of it."""
        noted = self.news.words_of(note["content"])
        inside = len(noted & words) / len(words) if note.get("optional") else 0.0
        return max(likeness(noted, words), inside)

    def _verdict(self, note: Note, found: Claim | None) -> Verdict:
        if found is None:
            return Verdict(note, None)
        return Verdict(
            note,
            found,
            self._is(found.speaker_entity, note.get("speaker", "")),
            self._has_chain(note, found),
            self._has_hedge(note, found),
            self._is_whole(note, found),
        )

    def _is_whole(self, note: Note, found: Claim) -> bool:
        """Whether the words are those noted, all but a letter in ten."""
        words = self.news.words(found.content)
        return self._likeness(note, words) >= WHOLE

    def _is(self, entity_id: str | None, name: str) -> bool:
        """Whether what was found is the entity of that name ("": nobody)."""
        entity = self.extraction.entity(entity_id) if entity_id else None
        if not name or entity is None:
            nobody = entity is None or entity.kind is EntityKind.UNNAMED
            return nobody and not name
        return self.news.is_meant(entity, name)

    def _has_chain(self, note: Note, found: Claim) -> bool:
        may_stand = note.get("channel", [])
        links = [
            link.entity
            for link in found.sources
            if link.entity != found.speaker_entity
            and not any(self._is(link.entity, name) for name in may_stand)
        ]
        names = note.get("sources", [])
        if not links and note.get("inherited"):
            return True
        return len(links) == len(names) and all(map(self._is, links, names))

    def _has_hedge(self, note: Note, found: Claim) -> bool:
        if note.get("hedge_open"):
            return True
        words = [span.of(self.news.text) for span in found.hedge]
        noted = note.get("hedge", [])
        if not noted or not words:
            return not noted and not words
        return any(one in other or other in one for one in noted for other in words)

    def _taken_for(self, trap: str) -> Iterator[Claim]:
        """Claims that no note knows and that are mostly the trap."""
        place = self.news.words_of([trap])
        for claim in self.extra:
            words = self.news.words(claim.content)
            if 2 * len(words & place) > len(words) or likeness(words, place) > SAME:
                yield claim


def figures(held: list[Held]) -> dict[str, Share]:
    """The shares that count, by name."""
    required = [v for h in held for v in h.verdicts if v.is_required]
    found = [v for v in required if v.found]
    with_source = [v for v in required if v.note.get("sources")]
    sure = [verdict for h in held for verdict in h.sure]
    trapped = [claim for h in held for _, claim in h.trapped]
    return {
        "claims found": Share(len(found), len(required)),
        "found are claims": Share(
            len(found), len(found) + sum(len(h.extra) for h in held)
        ),
        "speaker, of found": Share(sum(v.speaker for v in found), len(found)),
        "chain, of found with a source": Share(
            sum(v.chain for v in with_source if v.found),
            sum(1 for v in with_source if v.found),
        ),
        "chain, of all with a source": Share(
            sum(v.chain for v in with_source), len(with_source)
        ),
        "hedge, of found": Share(sum(v.hedge for v in found), len(found)),
        "all right, of all": Share(sum(v.is_right for v in required), len(required)),
        "sure: content and speaker": Share(
            sum(v is not None and v.speaker for v in sure), len(sure)
        ),
        "sure: chain, too": Share(
            sum(v is not None and v.speaker and v.chain for v in sure), len(sure)
        ),
        "sure: words whole, too": Share(
            sum(v is not None and v.speaker and v.chain and v.whole for v in sure),
            len(sure),
        ),
        "sure and all of it, of all": Share(
            sum(v is not None and v.speaker and v.chain and v.whole for v in sure),
            len(required),
        ),
        "sure, by text": Share(len(sure), len(held)),
        "traps taken": Share(len(trapped), sum(len(h.news.traps) for h in held)),
        "traps taken, sure": Share(
            sum(claim.sure for claim in trapped), sum(len(h.news.traps) for h in held)
        ),
    }
