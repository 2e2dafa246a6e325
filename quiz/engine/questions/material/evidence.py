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
    speaker = claim.speaker_entity
    if named and speaker and _is_a_role(speaker, named, dossier):
        introduced = dossier.introduction_before(speaker, named[-1])
        named += [introduced] if introduced else []
    sources: list[Span] = []
    for link in dossier.chain(claim):
        found = _source_spans(link, claim, dossier)
        whole = whole and bool(found)
        sources += found
    marks = _marks(claim, named, sources)
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


def _is_a_role(entity_id: str, named: Iterable[Span], dossier: Dossier) -> bool:
    """Whether words for an entity have none of its name ("der Astronom")."""
    name = dossier.entities[entity_id].name
    words = (
        word
        for span in named
        for word in dossier.forms.content_words(span.of(dossier.raw))
    )
    return set(words).isdisjoint(dossier.forms.content_words(name))


def _source_spans(link: SourceLink, claim: Claim, dossier: Dossier) -> list[Span]:
    """Where the source is named, and by its name where it is only "der Zeitung"."""
    span = link.span or dossier.naming_before(link.entity, claim.sentence.end)
    if span is None:
        return []
    is_role = _is_a_role(link.entity, [span], dossier)
    name = dossier.name_before(link.entity, span.begin) if is_role else None
    return [span, name] if name else [span]


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
