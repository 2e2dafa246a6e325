"""Whole statements of the article that can stand beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz.engine.claims.claim import ClaimType, Entity
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.question import Marked
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.words import word_spans, words
from quiz.engine.text.span import Span

_MOST_WORDS = 16  # of a statement that every option repeats


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that can stand among others."""

    matter: Matter
    speaker: Entity
    text: str


def statement_of(matter: Matter) -> Statement | None:
    """The claim as a whole sentence by one known voice that does not name it.

    None where something is cut away, which several fragments in a list do not bear.
    """
    speaker, dossier = speaker_of(matter), matter.dossier
    text = passage_of(matter.claim, dossier)
    if speaker is None or text is None or "…" in text:
        return None
    if begins_with_pronoun(text, dossier):
        return None
    if found_in(text, dossier.giveaways(speaker)):
        return None
    return Statement(matter, speaker, text)


def begins_with_pronoun(text: str, dossier: Dossier) -> bool:
    """Whether its first word tells the gender of somebody named before."""
    opening = dossier.lexicon.questions.pronouns.opening
    return text.split(" ", 1)[0].casefold() in opening


def is_surely_not_by(each: Statement, entity: Entity) -> bool:
    """Whether somebody else is neither its voice nor said nearly the same."""
    dossier = each.matter.dossier
    return not (
        each.speaker.id == entity.id
        or dossier.identity.exclude(each.speaker.id, entity.id)
        or dossier.also_said(entity.id, each.matter.claim)
    )


def apart(statements: Iterable[Statement]) -> list[Statement]:
    """Those of them that stand in sentences of their own."""
    kept: list[Statement] = []
    for each in statements:
        place = each.matter.claim.sentence
        if not any(place.overlaps(other.matter.claim.sentence) for other in kept):
            kept.append(each)
    return kept


def evidence_of(statements: Iterable[Statement]) -> tuple[Span, ...]:
    """The sentences that prove them, in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(span for s in statements for span in s.matter.trace.evidence):
        if joined and span.begin < joined[-1].end:
            joined[-1] = Span(joined[-1].begin, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def marks_of(statements: Sequence[Statement]) -> tuple[Marked, ...]:
    """What to highlight in them, in order."""
    marks = {mark for each in statements for mark in each.matter.trace.marks}
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.role)))


def whole_sentence(matter: Matter) -> str | None:
    """The words as a sentence that anybody could say, without its full stop.

    None where they are not given word for word, are not a whole sentence of at most
    16 words, or tell by "wir" or "ich" whose they are.
    """
    claim, dossier = matter.claim, matter.dossier
    if claim.type is not ClaimType.DIRECT or claim.nested:
        return None
    text = passage_of(claim, dossier)
    if text is None or "…" in text or "‚" in text or text[-1] in "!?":
        return None
    own = dossier.lexicon.words.wording.own
    if len(word_spans(text)) > _MOST_WORDS or not own.isdisjoint(words(text)):
        return None
    return text
