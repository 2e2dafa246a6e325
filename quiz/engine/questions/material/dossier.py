"""One extraction with what its questions need to look up again and again."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TypeVar, cast

from quiz.engine.claims.claim import Claim, Entity, EntityKind, Extraction, SourceLink
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.material.credits import credits_of, sender_lines
from quiz.engine.questions.material.identity import Identity
from quiz.engine.questions.material.masking import Giveaways, giveaways, names
from quiz.engine.questions.material.narrator import narrated
from quiz.engine.questions.material.places import Places
from quiz.engine.questions.material.similarity import Likeness
from quiz.engine.questions.patterns import either
from quiz.engine.questions.words import forms_of, words
from quiz.engine.text.span import Span
from quiz.engine.text.text import Part, Text, read_text, touched_by

_Found = TypeVar("_Found")


class Dossier:
    """Answers questions about one extraction."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.raw = extraction.raw
        self.lexicon = lexicon(extraction.language)
        self.forms = forms_of(extraction.language)
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
        self._likeness = Likeness(extraction.claims, extraction.raw, self.forms)
        self._places = Places(extraction.entities)
        self._dead: dict[str, bool] = {}
        self._near: dict[tuple[str, str], bool] = {}
        self._alike_voices: dict[str, frozenset[str]] = {}
        self._alike_hands: dict[str, frozenset[str]] = {}
        self._worked_out: dict[tuple[Callable[..., object], str], object] = {}

    def once(
        self, work: Callable[[Entity, "Dossier"], _Found], entity: Entity
    ) -> _Found:
        """What a function finds of an entity of the article, worked out once."""
        key = (work, entity.id)
        if key not in self._worked_out:
            self._worked_out[key] = work(entity, self)
        return cast(_Found, self._worked_out[key])

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, None where there is none."""
        return self._claims.get(claim_id)

    @cached_property
    def counted_words(self) -> Counter[str]:
        """Every folded word of the article, and how often it occurs."""
        return Counter(words(self.raw))

    @cached_property
    def told(self) -> tuple[frozenset[str], ...]:
        """The folded words of content of each claim, in their order."""
        return tuple(
            frozenset(self.forms.content_words(self.content(c))) for c in self.claims
        )

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
        return read_text(self.raw, self.lexicon)

    @cached_property
    def credited(self) -> frozenset[str]:
        """Ids of entities on which the whole article may rest: credit lines."""
        lines = self.credit_lines
        return frozenset(
            entity.id
            for entity in self.extraction.entities
            if any(names(line, self.giveaways(entity)) for line in lines)
        )

    @cached_property
    def credit_lines(self) -> tuple[str, ...]:
        """The lines that tell whose material the article is, each once."""
        senders = self.lexicon.questions.names.senders
        lines = (*sender_lines(self.text, senders), *credits_of(self.text))
        return tuple(dict.fromkeys(lines))

    @cached_property
    def body(self) -> tuple[Span, ...]:
        """The paragraphs that are no headings and no credit lines."""
        paragraphs = self.text.paragraphs
        return tuple(p.span for p in paragraphs if p.part is Part.BODY)

    @cached_property
    def narrated(self) -> tuple[Span, ...]:
        """The sentences that are the article's own for certain, in order."""
        return narrated(self)

    def is_claimed(self, span: Span) -> bool:
        """Whether anybody claims something, sure or not, in a sentence of it."""
        at = bisect_left(self._claimed, (span.end,)) - 1
        return at >= 0 and self._claimed[at].end > span.begin

    @cached_property
    def _claimed(self) -> list[Span]:
        """The sentences of all claims, those that overlap made one."""
        joined: list[Span] = []
        for span in sorted(claim.sentence for claim in self.claims):
            if joined and span.begin < joined[-1].end:
                joined[-1] = Span(joined[-1].begin, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return joined

    def giveaways(self, entity: Entity) -> Giveaways:
        """What would give the entity away."""
        if entity.id not in self._giveaways:
            self._giveaways[entity.id] = giveaways(entity, self.forms, self.raw)
        return self._giveaways[entity.id]

    def content(self, claim: Claim) -> str:
        """What is claimed, in the words of the article."""
        return " ".join(span.of(self.raw) for span in claim.content)

    def is_part_of_another(self, claim: Claim) -> bool:
        """Whether a larger sure claim of the same speaker holds the whole of it."""
        return any(
            other.is_sure_of_voice
            and other.speaker_entity == claim.speaker_entity
            and all(any(b.covers(a) for b in other.content) for a in claim.content)
            and other.content != claim.content
            for other in self._likeness.alike(claim)
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

    def said_by(self, entity_id: str) -> Sequence[Claim]:
        """The claims of one speaker, sure or not, in order of the text."""
        return self._said.get(entity_id, ())

    def speaks(self, entity_id: str) -> bool:
        """Whether any sure claim is theirs."""
        return any(claim.is_sure_of_voice for claim in self._said.get(entity_id, ()))

    def reports(self, entity_id: str) -> bool:
        """Whether any sure claim came through them."""
        return any(claim.sure_chain for claim in self._reported.get(entity_id, ()))

    def reports_in(self, entity_id: str, span: Span | None) -> bool:
        """Whether a claim, sure or not, came through them in that sentence."""
        through = self._reported.get(entity_id, ())
        return span is not None and any(c.sentence.overlaps(span) for c in through)

    def may_report(self, entity_id: str) -> bool:
        """Whether any claim, sure or not, came through them."""
        return entity_id in self._reported

    def also_said(self, entity_id: str, claim: Claim) -> bool:
        """Whether they said nearly the same, or words inside or around it."""
        if claim.id not in self._alike_voices:
            alike = self._likeness.alike(claim)
            voices = frozenset(x.speaker_entity for x in alike if x.speaker_entity)
            self._alike_voices[claim.id] = voices
        return entity_id in self._alike_voices[claim.id]

    def also_reported(self, entity_id: str, claim: Claim) -> bool:
        """Whether nearly the same reached the article through them."""
        if claim.id not in self._alike_hands:
            alike = self._likeness.alike(claim)
            hands = frozenset(link.entity for x in alike for link in x.sources)
            self._alike_hands[claim.id] = hands
        return self.also_said(entity_id, claim) or (
            entity_id in self._alike_hands[claim.id]
        )

    def is_mentioned_in(self, entity: Entity, spans: Iterable[Span]) -> bool:
        """Whether one of the stretches names the entity."""
        return self._places.is_named_in(entity, spans)

    def distance(self, entity: Entity, span: Span) -> int:
        """Characters between a stretch and the nearest place that names the entity."""
        gap = self._places.gap(entity, span)
        return len(self.raw) if gap is None else gap

    def may_be_dead(self, entity: Entity) -> bool:
        """Whether a sentence that names somebody tells of a death."""
        if entity.id not in self._dead:
            told = re.compile(either(self.lexicon.questions.names.dead), re.IGNORECASE)
            near = (self.sentence(mention) for mention in entity.mentions)
            self._dead[entity.id] = any(told.search(s.of(self.raw)) for s in near)
        return self._dead[entity.id]

    def are_near(self, one: Entity, other: Entity) -> bool:
        """Whether a sentence names both."""
        pair = one.id, other.id
        if pair not in self._near:
            near = [self.sentence(mention) for mention in other.mentions]
            self._near[pair] = self.is_mentioned_in(one, near)
        return self._near[pair]

    def candidates(self, claim: Claim) -> Sequence[Entity]:
        """Who may be a wrong answer about the claim: all, or the hundred near by."""
        return self._places.near(claim.sentence)

    def is_heading(self, claim: Claim) -> bool:
        """Whether the claim stands in a heading, where speakers get lost."""
        return any(
            paragraph.part is Part.HEADING
            for paragraph in touched_by(self.text.paragraphs, claim.sentence)
        )

    def paragraph(self, span: Span) -> Span:
        """The paragraph around a stretch."""
        around = (p.span for p in touched_by(self.text.paragraphs, span))
        return next(around, span)

    def sentence(self, span: Span) -> Span:
        """The whole sentences that a stretch touches."""
        touched = [sentence.span for sentence in touched_by(self.text.sentences, span)]
        return Span(touched[0].begin, touched[-1].end) if touched else span

    def sentence_before(self, span: Span) -> Span | None:
        """The last whole sentence before a stretch; None where there is none."""
        at = bisect_right(self.text.sentences, span.begin, key=lambda s: s.span.end)
        return self.text.sentences[at - 1].span if at else None

    def naming_before(self, entity_id: str, place: int) -> Span | None:
        """Where the entity is last named before a place, by name if possible."""
        mentions = self.entities[entity_id].mentions
        before = mentions[: bisect_right(mentions, place, key=itemgetter(0))]
        found: Span | None = None
        for mention in reversed(before):
            if mention.end <= place:
                found = found or mention
                if self.forms.content_words(mention.of(self.raw)):
                    return mention
        return found

    def introduction_before(self, entity_id: str, role: Span) -> Span | None:
        """Where an entity is named before a role: with a word of it, if anywhere.

        "die Bürgermeisterin" leads to "Bürgermeisterin Carla Neumark".
        """
        sought = set(self.forms.content_words(role.of(self.raw)))
        for mention in self.entities[entity_id].mentions:
            if mention.end <= role.begin and sought & set(
                self.forms.content_words(mention.of(self.raw))
            ):
                return mention
        return self.naming_before(entity_id, role.begin)

    def name_before(self, entity_id: str, place: int) -> Span | None:
        """Where the entity is last called by a word of its name before a place."""
        entity = self.entities[entity_id]
        sought = set(self.forms.content_words(entity.name))
        before = (m for m in reversed(entity.mentions) if m.end <= place)
        words = self.forms.content_words
        return next((m for m in before if sought & set(words(m.of(self.raw)))), None)

    def entities_in(self, spans: Sequence[Span]) -> list[Entity]:
        """The entities named there, in order of their ids."""
        return self._places.named_in(spans)
