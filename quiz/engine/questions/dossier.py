"""One extraction with what its questions need to look up again and again."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from quiz.engine.claims.claim import Claim, Entity, EntityKind, Extraction, SourceLink
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.identity import Identity
from quiz.engine.questions.masking import Giveaways, giveaways, names
from quiz.engine.questions.words import content_words, jaccard, words
from quiz.engine.text.span import Span
from quiz.engine.text.text import Part, Text, read_text

# Two claims as alike as this say the same (rule V05).
ALIKE = 0.5
# So do they if one says nearly all that the other says.
_CONTAINED = 0.8


class Dossier:
    """Answers questions about one extraction."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.raw = extraction.raw
        self.identity = Identity(extraction)
        self.entities = {entity.id: entity for entity in extraction.entities}
        self._giveaways: dict[str, Giveaways] = {}
        self._claims = {claim.id: claim for claim in extraction.claims}
        self._said: dict[str, list[Claim]] = {}
        self._reported: dict[str, list[Claim]] = {}
        for claim in extraction.claims:
            if claim.speaker_entity is not None:
                self._said.setdefault(claim.speaker_entity, []).append(claim)
            for link in claim.sources:
                self._reported.setdefault(link.entity, []).append(claim)
        self._words = {claim.id: words(self.content(claim)) for claim in self.claims}

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, None where there is none."""
        return self._claims.get(claim_id)

    @cached_property
    def five_grams(self) -> frozenset[tuple[str, ...]]:
        """Every five folded words in a row of the article."""
        found = words(self.raw)
        return frozenset(tuple(found[at : at + 5]) for at in range(len(found) - 4))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, sure or not, in order of the text."""
        return self.extraction.claims

    @cached_property
    def text(self) -> Text:
        """The article's paragraphs and sentences."""
        return read_text(self.raw, lexicon(self.extraction.language))

    @cached_property
    def credited(self) -> frozenset[str]:
        """Ids of entities on which the whole article may rest: credit lines."""
        lines = [
            p.span.of(self.raw) for p in self.text.paragraphs if _is_credit(p.part)
        ]
        return frozenset(
            entity.id
            for entity in self.extraction.entities
            if any(names(line, self.giveaways(entity)) for line in lines)
        )

    def giveaways(self, entity: Entity) -> Giveaways:
        """What would give the entity away."""
        if entity.id not in self._giveaways:
            self._giveaways[entity.id] = giveaways(entity, self.raw)
        return self._giveaways[entity.id]

    def content(self, claim: Claim) -> str:
        """What is claimed, in the words of the article."""
        return " ".join(span.of(self.raw) for span in claim.content)

    def is_part_of_another(self, claim: Claim) -> bool:
        """Whether a larger sure claim of the same speaker holds the whole of it."""
        return any(
            other.id != claim.id
            and other.sure
            and other.speaker_entity == claim.speaker_entity
            and all(any(b.covers(a) for b in other.content) for a in claim.content)
            and other.content != claim.content
            for other in self._said.get(claim.speaker_entity or "", ())
        )

    def chain(self, claim: Claim) -> tuple[SourceLink, ...]:
        """Who passed the claim on, nearest to the speaker first.

        An outlet that speaks for itself is its own reporter.
        """
        if claim.sources or claim.speaker_entity is None:
            return claim.sources
        if self.entities[claim.speaker_entity].kind is not EntityKind.OUTLET:
            return ()
        span = claim.speaker[0] if claim.speaker else None
        carried = span is None or not claim.sentence.covers(span)
        return (SourceLink(claim.speaker_entity, span, claim.cue, carried),)

    def speaks(self, entity_id: str) -> bool:
        """Whether any claim is theirs."""
        return entity_id in self._said

    def reports(self, entity_id: str) -> bool:
        """Whether any claim came through them."""
        return entity_id in self._reported

    def also_said(self, entity_id: str, claim: Claim) -> bool:
        """Whether they said nearly the same, or words inside or around it."""
        return any(
            self.are_alike(claim, other)
            for other in self._said.get(entity_id, ())
            if other.id != claim.id
        )

    def also_reported(self, entity_id: str, claim: Claim) -> bool:
        """Whether nearly the same reached the article through them."""
        passed_on = [*self._reported.get(entity_id, ()), *self._said.get(entity_id, ())]
        return any(
            self.are_alike(claim, other) for other in passed_on if other.id != claim.id
        )

    def are_alike(self, one: Claim, other: Claim) -> bool:
        """Whether two claims overlap in the text or say nearly the same."""
        if any(a.overlaps(b) for a in one.content for b in other.content):
            return True
        left, right = self._words[one.id], self._words[other.id]
        if jaccard(left, right) >= ALIKE:
            return True
        return _one_holds_the_other(self.content(one), self.content(other))

    def is_mentioned_in(self, entity: Entity, spans: Iterable[Span]) -> bool:
        """Whether one of the stretches names the entity."""
        begins = [mention.begin for mention in entity.mentions]
        for span in spans:
            at = bisect_right(begins, span.begin)
            near = entity.mentions[max(0, at - 1) :]
            for mention in near:
                if mention.begin >= span.end:
                    break
                if mention.overlaps(span):
                    return True
        return False

    def is_heading(self, claim: Claim) -> bool:
        """Whether the claim stands in a heading, where speakers get lost."""
        return any(
            paragraph.part is Part.HEADING and paragraph.span.overlaps(claim.sentence)
            for paragraph in self.text.paragraphs
        )

    def paragraph(self, span: Span) -> Span:
        """The paragraph around a stretch."""
        around = (p.span for p in self.text.paragraphs if p.span.overlaps(span))
        return next(around, span)

    def sentence(self, span: Span) -> Span:
        """The whole sentences that a stretch touches."""
        return self.text.sentences_over(span.begin, span.end)

    def naming_before(self, entity_id: str, place: int) -> Span | None:
        """Where the entity is last named before a place, by name if possible."""
        before = [m for m in self.entities[entity_id].mentions if m.end <= place]
        telling = [m for m in before if content_words(m.of(self.raw))]
        return next(reversed(telling or before), None)

    def entities_in(self, spans: Sequence[Span]) -> list[Entity]:
        """The entities named there, in order of their ids."""
        return [
            entity
            for entity in self.extraction.entities
            if self.is_mentioned_in(entity, spans)
        ]


def _is_credit(part: Part) -> bool:
    return part is Part.CREDIT


def _one_holds_the_other(one: str, other: str) -> bool:
    left, right = set(content_words(one)), set(content_words(other))
    smaller = min(len(left), len(right))
    return smaller > 1 and len(left & right) / smaller >= _CONTAINED
