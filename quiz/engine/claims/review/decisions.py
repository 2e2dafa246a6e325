"""What was found in a text with the decisions of people laid over it.

The text and what the rules found stay as they are. A claim that a person has accepted,
changed or added is sure; one that a person has rejected gives no question. What people
decided holds whatever rules come later: a claim that they confirmed and that newer
rules no longer find stands by itself, with the words, speaker and chain they confirmed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quiz.engine.claims.claim import Claim, ClaimType, Entity, Extraction, SourceLink
from quiz.engine.claims.reason import Aspect, Reason, SpeakerReason
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.claims.review.entities import entity_for, new_entity, recast
from quiz.engine.claims.review.matching import Matching
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.span import Span
from quiz.engine.text.text import read_text

_SURE = 1.0


class Verdict(StrEnum):
    """What people have decided about a claim so far."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CHANGED = "changed"
    ADDED = "added"


_VERDICTS = {
    Act.ACCEPT: Verdict.ACCEPTED,
    Act.REJECT: Verdict.REJECTED,
    Act.CHANGE: Verdict.CHANGED,
    Act.ADD: Verdict.ADDED,
}


@dataclass(frozen=True)
class Review:
    """An extraction with the decisions of people.

    Attributes:
        found: every claim, those rejected too, in order of the text.
        verdicts: the id of each claim → what was decided about it.
        lost: decisions that nothing can be made of: they are about people who are not
            there any more, or about a claim of which they kept only the words.
        alone: ids of the confirmed claims that the rules no longer find.
    """

    found: Extraction
    verdicts: Mapping[str, Verdict]
    lost: tuple[Correction, ...] = ()
    alone: frozenset[str] = frozenset()

    @property
    def extraction(self) -> Extraction:
        """What questions may be made of: all but the rejected ones."""
        kept = (c for c in self.found.claims if not self.is_rejected(c.id))
        return replace(self.found, claims=tuple(kept))

    @property
    def checked(self) -> int:
        """About how many claims somebody has decided."""
        return sum(each is not Verdict.OPEN for each in self.verdicts.values())

    def is_rejected(self, claim_id: str) -> bool:
        """Whether a person has said that this is no claim."""
        return self.verdicts[claim_id] is Verdict.REJECTED


def reviewed(extraction: Extraction, corrections: Iterable[Correction]) -> Review:
    """The decisions applied one after the other; later ones win."""
    decisions = tuple(corrections)
    desk = _Desk(extraction, decisions)
    lost = tuple(each for each in decisions if not desk.takes(each))
    found = desk.found()
    return Review(found, desk.verdicts(found.claims), lost, desk.alone())


class _Desk:
    """Claims and entities while decisions are being laid over them."""

    def __init__(self, extraction: Extraction, decisions: Sequence[Correction]) -> None:
        self._extraction = extraction
        self._claims = list(extraction.claims)
        self._entities = list(extraction.entities)
        self._matching = Matching(extraction.claims, decisions)
        self._verdicts: dict[str, Verdict] = {}
        self._put: dict[str, Act] = {}

    def takes(self, correction: Correction) -> bool:
        """Apply it; False where its claim, or whom it is about, is not there."""
        if correction.act.is_about_somebody:
            raw = self._extraction.raw
            cast = recast(correction, self._claims, self._entities, raw)
            if cast is not None:
                self._claims, self._entities = cast
            return cast is not None
        found = self._matching.claim_for(correction, self._claims)
        if correction.act is Act.REJECT:
            pieces = self._matching.pieces_of(correction.content, self._claims)
            for each in (*([found] if found else []), *pieces):
                self._verdicts[each.id] = Verdict.REJECTED
            return True  # where there is none, the rules have come to say so, too
        if found is None and not correction.is_whole:
            return False
        self._confirm(found or self._new(correction), correction)
        return True

    def _confirm(self, claim: Claim, correction: Correction) -> None:
        """Have the claim as it was decided; what is left of its words gives way."""
        at = self._claims.index(claim)
        confirmed = self._with_words(claim, correction.content)
        if self._says_otherwise(confirmed, correction):
            confirmed = self._changed(confirmed, correction)
        self._claims[at] = _checked(confirmed)
        self._verdicts[claim.id] = _VERDICTS[correction.act]
        is_found_so = claim.content == correction.content and claim.id not in self._put
        if correction.act is not Act.ADD and not is_found_so:
            pieces = self._matching.pieces_of(correction.content, self._claims)
            gone = {each.id for each in pieces}
            self._claims = [each for each in self._claims if each.id not in gone]

    def found(self) -> Extraction:
        """Everything, in order of the text."""
        claims = sorted(self._claims, key=lambda claim: claim.content[0])
        entities = tuple(self._entities)
        return replace(self._extraction, claims=tuple(claims), entities=entities)

    def verdicts(self, claims: Iterable[Claim]) -> dict[str, Verdict]:
        """What was decided about each of these claims."""
        return {c.id: self._verdicts.get(c.id, Verdict.OPEN) for c in claims}

    def alone(self) -> frozenset[str]:
        """Ids of the claims that the rules had found when people decided on them."""
        return frozenset(c for c, act in self._put.items() if act is not Act.ADD)

    def _new(self, correction: Correction) -> Claim:
        """A claim that stands by itself, put among the others."""
        claim = Claim(
            id=f"p{len(self._put) + 1}",
            content=correction.content,
            speaker=(),
            speaker_entity=None,
            cue=(),
            type=correction.type or ClaimType.INDIRECT,
            sentence=self._sentence(correction.content),
        )
        self._put[claim.id] = correction.act
        self._claims.append(claim)
        self._matching.bind(correction.content, claim)
        return claim

    def _sentence(self, content: Sequence[Span]) -> Span:
        """The whole sentences that the words touch."""
        text = read_text(self._extraction.raw, lexicon(self._extraction.language))
        whole = Span(content[0].begin, content[-1].end)
        spans = [s.span for s in text.sentences if s.span.overlaps(whole)]
        return Span(spans[0].begin, spans[-1].end) if spans else whole

    def _with_words(self, claim: Claim, content: tuple[Span, ...]) -> Claim:
        """The claim with exactly the words that were decided about."""
        if claim.content == content:
            return claim
        around = self._sentence(content)
        begin = min(claim.sentence.begin, around.begin)
        sentence = Span(begin, max(claim.sentence.end, around.end))
        return replace(claim, content=content, sentence=sentence)

    def _says_otherwise(self, claim: Claim, correction: Correction) -> bool:
        """Whether people decided it; or newer rules find another than was accepted."""
        if correction.act is not Act.ACCEPT:
            return True
        if correction.type is None:
            return False
        words = (claim.type, claim.hedge) != (correction.type, correction.hedge)
        words |= bool(correction.cue) and correction.cue != claim.cue
        vague = correction.source_vague not in (None, claim.source_vague)
        return words or vague or self._has_other_voices(claim, correction)

    def _has_other_voices(self, claim: Claim, correction: Correction) -> bool:
        """Whether people decided on others than the rules found."""
        voices = (correction.speaker, *correction.sources)
        known = [entity_for(each, self._entities) if each else None for each in voices]
        if any(
            voice and not entity for voice, entity in zip(voices, known, strict=True)
        ):
            return True
        decided = [each.id if each else None for each in known]
        return decided != [claim.speaker_entity, *(x.entity for x in claim.sources)]

    def _is_vague(self, claim: Claim, correction: Correction) -> bool:
        """As people decided; without that, as it was found of the same voices."""
        if correction.source_vague is not None:
            return correction.source_vague
        return claim.source_vague and not self._has_other_voices(claim, correction)

    def _changed(self, claim: Claim, correction: Correction) -> Claim:
        speaker = correction.speaker and self._entity(correction.speaker)
        sources = [self._entity(each) for each in correction.sources]
        reason = Reason(
            Aspect.SPEAKER,
            SpeakerReason.PERSON_DECIDED,
            entity=speaker.id if speaker else None,
        )
        words = claim.why(Aspect.WORDS)
        return replace(
            claim,
            speaker_entity=speaker.id if speaker else None,
            speaker=correction.naming or (_named(speaker, claim) if speaker else ()),
            cue=correction.cue or claim.cue,
            sources=tuple(_link(each, claim) for each in sources),
            type=correction.type or claim.type,
            hedge=correction.hedge,
            source_vague=self._is_vague(claim, correction),
            reasons=(*words, reason),
        )

    def _entity(self, voice: Voice) -> Entity:
        """The entity mentioned there, else the one of that name, else a new one."""
        known = entity_for(voice, self._entities)
        if known is None:
            known = new_entity(voice, self._entities, self._extraction)
            self._entities.append(known)
        return known


def _checked(claim: Claim) -> Claim:
    """Sure, without the doubts that a person has settled."""
    reasons = tuple(each for each in claim.reasons if each.aspect is not Aspect.DOUBT)
    return replace(claim.reviewed(), confidence=_SURE, reasons=reasons)


def _named(entity: Entity, claim: Claim) -> tuple[Span, ...]:
    """Where the entity is named for the claim: in its sentence, else before it."""
    outside = [
        mention
        for mention in entity.mentions
        if not any(piece.overlaps(mention) for piece in claim.content)
    ]
    here = [mention for mention in outside if claim.sentence.covers(mention)]
    before = [m for m in outside if m.end <= claim.sentence.begin]
    return tuple(here[:1] or before[-1:] or outside[:1])


def _link(entity: Entity, claim: Claim) -> SourceLink:
    """How the claim came through them: as it was found, else where they are named."""
    for link in claim.sources:
        if link.entity == entity.id:
            return link
    here = [span for span in _named(entity, claim) if claim.sentence.covers(span)]
    return SourceLink(entity.id, here[0] if here else None, inherited=not here)
