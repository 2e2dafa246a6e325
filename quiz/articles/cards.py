"""The claims of an article as a teacher's page shows them."""

from dataclasses import dataclass

from quiz.engine.claims.claim import Claim, ClaimType, Extraction
from quiz.engine.text.span import Span

_GAP = " […] "


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim in words.

    Attributes:
        number: its place in the text, from 1.
        speaker: who said it; None where the article does not tell.
        cue, hedge: the words themselves; empty where there are none.
        sources: names of those who passed it on, nearest to the speaker first.
        passage: what was said, as the article has it.
        marks, proof: what to mark in the text when it is chosen.
    """

    id: str
    number: int
    speaker: str | None
    cue: str
    hedge: str
    sources: tuple[str, ...]
    type: ClaimType
    is_sure: bool
    passage: str
    marks: tuple[tuple[str, Span], ...]
    proof: Span


def claim_cards(found: Extraction) -> tuple[ClaimCard, ...]:
    """A card for each claim, in order of the text."""
    names = {entity.id: entity.name for entity in found.entities}
    return tuple(
        ClaimCard(
            id=claim.id,
            number=number,
            speaker=names.get(claim.speaker_entity or ""),
            cue=_words(found.raw, claim.cue),
            hedge=_words(found.raw, claim.hedge),
            sources=tuple(names[source.entity] for source in claim.sources),
            type=claim.type,
            is_sure=claim.sure,
            passage=_words(found.raw, claim.content),
            marks=claim_marks(claim),
            proof=claim.sentence,
        )
        for number, claim in enumerate(found.claims, start=1)
    )


def claim_marks(claim: Claim) -> tuple[tuple[str, Span], ...]:
    """What to mark for this claim: statement, speaker, word, sources, doubt."""
    named = [source.span for source in claim.sources if source.span is not None]
    return (
        *(("content", span) for span in claim.content),
        *(("speaker", span) for span in claim.speaker),
        *(("cue", span) for span in claim.cue),
        *(("source", span) for span in named),
        *(("hedge", span) for span in claim.hedge),
    )


def _words(raw: str, spans: tuple[Span, ...]) -> str:
    return _GAP.join(" ".join(span.of(raw).split()) for span in spans)
