"""One statement as the quick check shows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.articles.check.sentences import question
from quiz.articles.check.uncertain import Uncertain, about, all_uncertain, aspect_of
from quiz.articles.claims.page import Cards, ClaimCard
from quiz.articles.claims.sentences.explaining import Explaining, Sentence
from quiz.articles.highlighting import Paragraph, paragraph_spans, paragraphs
from quiz.engine.claims.claim import Claim, Entity, Extraction
from quiz.engine.claims.reason import Aspect, SignRole
from quiz.engine.claims.review.decisions import Review
from quiz.engine.text.span import Span

BEFORE = 400  # characters before the sentence in which its speaker is looked for
BEHIND = 140  # characters behind it that are shown, in whole sentences
MOST_NEAR = 7  # people to choose from; anybody else is typed
_BETWEEN = re.compile(r"[.!?…][“”«»\"]?\s+(?=[„“»«\"A-ZÄÖÜ])")  # two sentences


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on the screen.

    Attributes:
        card: the claim in words.
        claim: the claim itself.
        uncertain: what is asked about.
        question: the question about it.
        because: why it is uncertain.
        besides: what else of it is uncertain, so that a yes wants a second look.
        passage: its sentence, marked, with what stands around it.
    """

    card: ClaimCard
    claim: Claim
    uncertain: Uncertain
    question: Sentence
    because: tuple[Sentence, ...]
    besides: tuple[Uncertain, ...]
    passage: tuple[Paragraph, ...]


def slip_of(review: Review, claim: Claim) -> Slip:
    """The slip of a claim of which something is uncertain."""
    found = review.found
    uncertain, *besides = all_uncertain(claim)
    card = Cards(review).card(found.claims.index(claim) + 1)
    return Slip(
        card=card,
        claim=claim,
        uncertain=uncertain,
        question=question(claim, uncertain, found),
        because=_because(claim, uncertain, found),
        besides=tuple(besides),
        passage=_passage(claim, card, found.raw),
    )


def people_near(claim: Claim, uncertain: Uncertain, found: Extraction) -> list[Entity]:
    """Who else it may be, whoever is named near by first."""
    own = {claim.speaker_entity, *(link.entity for link in claim.sources)}
    if uncertain is Uncertain.SPEAKER:
        own = {claim.speaker_entity}
    others = [each for each in found.entities if each.id not in own]
    others.sort(key=lambda each: _distance(each, claim.sentence))
    return others[:MOST_NEAR]


def _distance(entity: Entity, place: Span) -> int:
    gaps = (max(m.begin - place.end, place.begin - m.end, 0) for m in entity.mentions)
    return min(gaps, default=1_000_000)


def _because(
    claim: Claim, uncertain: Uncertain, found: Extraction
) -> tuple[Sentence, ...]:
    """The doubts about what is asked; all of them where none is about it."""
    explaining = Explaining(found)
    doubts = claim.why(Aspect.DOUBT)
    own = [each for each in doubts if about(each.name) is aspect_of(uncertain)]
    told = (explaining.sentence(each) for each in own or doubts)
    return tuple(dict.fromkeys(told))


def _passage(claim: Claim, card: ClaimCard, raw: str) -> tuple[Paragraph, ...]:
    """The sentence with its paragraph, from where the speaker is named if near."""
    context = _context(claim, raw)
    marks = [
        (role, Span(span.begin - context.begin, span.end - context.begin))
        for role, span in card.marks
        if span.overlaps(context)
    ]
    begin, end = claim.sentence
    proof = Span(begin - context.begin, end - context.begin)
    return paragraphs(context.of(raw), marks, [proof])


def _context(claim: Claim, raw: str) -> Span:
    """From the sentence before, or that which names the speaker, to the one behind."""
    whole = claim.sentence
    around = [each for each in paragraph_spans(raw) if each.overlaps(whole)]
    first = min((each.begin for each in around), default=whole.begin)
    last = max((each.end for each in around), default=whole.end)
    near = [
        begin
        for begin in _namings(claim)
        if whole.begin - BEFORE <= begin < max(first, whole.begin - 1)
    ]
    begin = _sentence_at(raw, min(near, default=max(first, whole.begin - 2)))
    behind = [m.start() + 1 for m in _BETWEEN.finditer(raw, whole.end - 2, last)]
    ends = [each for each in (*behind, last) if each <= whole.end + BEHIND]
    return Span(min(begin, whole.begin), max((whole.end, *ends)))


def _namings(claim: Claim) -> Iterator[int]:
    """Where the places begin that name the speaker, or for whom a pronoun stands."""
    yield from (span.begin for span in claim.speaker)
    for reason in claim.why(Aspect.SPEAKER):
        for sign in reason.signs:
            if sign.role is SignRole.ANTECEDENT:
                yield sign.span.begin


def _sentence_at(raw: str, place: int) -> int:
    """Where the sentence around that place begins, as far as marks tell."""
    paragraph = next(
        (each.begin for each in paragraph_spans(raw) if each.begin <= place < each.end),
        place,
    )
    starts = [m.end() for m in _BETWEEN.finditer(raw, paragraph, place + 1)]
    return max((paragraph, *(each for each in starts if each <= place)))
