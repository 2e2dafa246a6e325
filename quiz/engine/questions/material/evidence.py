"""What proves an attribution: the sentences and the words to highlight in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.claims.claim import Claim, SourceLink
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import Marked, MarkRole
from quiz.engine.text.span import Span


class Naming(StrEnum):
    """How the article shows who speaks."""

    HERE = "here"
    PRONOUN = "pronoun"
    CARRIED_OVER = "carried_over"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Trace:
    """The proof of one claim.

    Attributes:
        evidence: whole sentences in order of the article, without overlaps.
        marks: what to highlight in them, in order of the article.
        naming: how the speaker is named.
        surface: the words that name the speaker in the claim's own sentence, "".
        is_whole: everybody in the claim is named somewhere up to its sentence.
    """

    evidence: tuple[Span, ...]
    marks: tuple[Marked, ...]
    naming: Naming
    surface: str
    is_whole: bool


def trace(claim: Claim, dossier: Dossier) -> Trace:
    """Gather the proof of a claim: its sentence and, elsewhere, the names it needs."""
    here = [span for span in claim.speaker if claim.sentence.covers(span)]
    naming = _naming(claim, here, dossier)
    named: list[Span] = list(here)
    whole = True
    if naming in (Naming.PRONOUN, Naming.CARRIED_OVER) and claim.speaker_entity:
        place = here[0].begin if here else claim.sentence.begin
        before = dossier.naming_before(claim.speaker_entity, place)
        whole = before is not None
        named += [before] if before else []
    if named and claim.speaker_entity and _is_a_role(claim, named, dossier):
        introduced = dossier.introduction_before(claim.speaker_entity, named[-1])
        named += [introduced] if introduced else []
    sources = [_source_span(link, claim, dossier) for link in dossier.chain(claim)]
    whole = whole and None not in sources
    source_spans = [span for span in sources if span is not None]
    marks = _marks(claim, named, source_spans)
    stretches = [claim.sentence, *(dossier.sentence(each.span) for each in marks)]
    return Trace(
        evidence=_joined(stretches),
        marks=marks,
        naming=naming,
        surface=" … ".join(span.of(dossier.raw) for span in here),
        is_whole=whole,
    )


def _naming(claim: Claim, here: list[Span], dossier: Dossier) -> Naming:
    if claim.speaker_entity is None:
        return Naming.NOBODY
    if not here:
        return Naming.CARRIED_OVER
    telling = any(dossier.forms.content_words(span.of(dossier.raw)) for span in here)
    return Naming.HERE if telling else Naming.PRONOUN


def _is_a_role(claim: Claim, named: list[Span], dossier: Dossier) -> bool:
    """Whether these words have none of the speaker's name ("der Astronom")."""
    name = dossier.entities[claim.speaker_entity or ""].name
    words = (
        word
        for span in named
        for word in dossier.forms.content_words(span.of(dossier.raw))
    )
    return set(words).isdisjoint(dossier.forms.content_words(name))


def _source_span(link: SourceLink, claim: Claim, dossier: Dossier) -> Span | None:
    if link.span is not None:
        return link.span
    return dossier.naming_before(link.entity, claim.sentence.end)


def _marks(
    claim: Claim, speaker: Iterable[Span], sources: Iterable[Span]
) -> tuple[Marked, ...]:
    source_cues = [span for link in claim.sources for span in link.cue]
    marks = {
        *(Marked(MarkRole.CONTENT, span) for span in claim.content),
        *(Marked(MarkRole.SPEAKER, span) for span in speaker),
        *(Marked(MarkRole.CUE, span) for span in (*claim.cue, *source_cues)),
        *(Marked(MarkRole.MOOD, span) for span in claim.mood),
        *(Marked(MarkRole.SOURCE, span) for span in sources),
        *(Marked(MarkRole.HEDGE, span) for span in claim.hedge),
    }
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.role)))


def _joined(stretches: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for stretch in sorted(stretches):
        if joined and stretch.begin < joined[-1].end:
            joined[-1] = Span(joined[-1].begin, max(joined[-1].end, stretch.end))
        else:
            joined.append(stretch)
    return tuple(joined)
