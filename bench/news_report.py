"""How the comparison with the news texts is put into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.extraction import ABOUT

if TYPE_CHECKING:
    from bench.noted import Held, Verdict
    from quiz.engine.claims.claim import Claim


class Share(NamedTuple):
    """So many of so many."""

    right: int
    all: int

    @property
    def share(self) -> float:
        """0–1 (more where it counts by text); 0 of nothing."""
        return self.right / self.all if self.all else 0.0


def lines(title: str, shares: dict[str, Share]) -> list[str]:
    """A table of shares."""
    rows = [
        f"  {name:<30} {found.share:5.3f}  {found.right:4d} / {found.all}"
        for name, found in shares.items()
    ]
    return [title, *rows]


def errors(held: Held) -> list[str]:
    """What is wrong in one text: missed, wrongly attributed, not a claim, a trap."""
    found = [line for verdict in held.verdicts for line in _wrong(held, verdict)]
    trapped = {claim.id for _, claim in held.trapped}
    for claim in held.extra:
        kind = "TRAP" if claim.id in trapped else "EXTRA"
        found.append(f"  {kind:<8} {told(held, claim)}")
    return [held.news.slug, *found]


def told(held: Held, claim: Claim) -> str:
    """A found claim in words."""
    extraction = held.extraction
    content = " … ".join(span.of(extraction.raw) for span in claim.content)
    speaker = _name(held, claim.speaker_entity)
    sources = ", ".join(_name(held, link.entity) for link in claim.sources)
    hedge = " ".join(span.of(extraction.raw) for span in claim.hedge)
    rules = ", ".join(each.name for each in claim.reasons if each.aspect in ABOUT)
    sure = "sure " if claim.sure else ""
    return f"«{content}» {speaker} <- [{sources}] hedge [{hedge}] ({sure}{rules})"


def _wrong(held: Held, verdict: Verdict) -> list[str]:
    note, found = verdict.note, verdict.found
    if found is None and not verdict.is_required:
        return []
    if found is None:
        spans = held.news.spans_of(note["content"])
        content = " … ".join(held.news.text[begin:end] for begin, end in spans)
        return [f"  MISSED   «{content}» {note['speaker']} ({note['type']})"]
    wanted = {
        "SPEAKER": (verdict.speaker, note.get("speaker")),
        "CHAIN": (verdict.chain, ", ".join(note.get("sources", []))),
        "HEDGE": (verdict.hedge, " ".join(note.get("hedge", []))),
    }
    return [
        f"  {what:<8} [{name}] expected: {told(held, found)}"
        for what, (right, name) in wanted.items()
        if not right and name is not None and (verdict.is_required or found.sure)
    ]


def _name(held: Held, entity_id: str | None) -> str:
    return held.extraction.entity(entity_id).name if entity_id else "-"
