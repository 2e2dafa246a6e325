"""What was found in a text with the decisions of people laid over it.

The text and what the rules found stay as they are. A claim that a person has accepted,
changed or added is sure; one that a person has rejected gives no question. A decision
about a claim that newer rules no longer find is kept and told apart, not dropped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quiz.engine.claims.claim import Claim, ClaimType, Entity, Extraction, SourceLink
from quiz.engine.claims.reason import Aspect, Reason, SpeakerReason
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.claims.review.entities import entity_for, new_entity, recast
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.span import Span
from quiz.engine.text.text import read_text

SAME_WORDS = 0.8  # likeness of the words from which a claim is taken for the same
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
        lost: decisions about claims that are not there any more.
    """

    found: Extraction
    verdicts: Mapping[str, Verdict]
    lost: tuple[Correction, ...] = ()

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
    desk = _Desk(extraction)
    lost = tuple(each for each in corrections if not desk.takes(each))
    return Review(desk.found(), desk.verdicts(), lost)


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Twice the shared characters, by all characters of both: 0–1."""
    mine, yours = _characters(one), _characters(other)
    both = len(mine) + len(yours)
    return 2 * len(mine & yours) / both if both else 0.0


class _Desk:
    """Claims and entities while decisions are being laid over them."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._claims = list(extraction.claims)
        self._entities = list(extraction.entities)
        self._verdicts: dict[str, Verdict] = {}
        self._added = 0

    def takes(self, correction: Correction) -> bool:
        """Apply it; False where its claim, or whom it is about, is not there."""
        if correction.act.is_about_somebody:
            raw = self._extraction.raw
            cast = recast(correction, self._claims, self._entities, raw)
            if cast is not None:
                self._claims, self._entities = cast
            return cast is not None
        at = self._place(correction)
        if at is None:
            return False
        claim = self._claims[at]
        if correction.act is not Act.REJECT:
            claim = self._with_words(claim, correction.content)
            if self._says_otherwise(claim, correction):
                claim = self._changed(claim, correction)
            claim = _checked(claim)
        self._claims[at] = claim
        self._verdicts[claim.id] = _VERDICTS[correction.act]
        return True

    def found(self) -> Extraction:
        """Everything, in order of the text."""
        claims = sorted(self._claims, key=lambda claim: claim.content[0])
        entities = tuple(self._entities)
        return replace(self._extraction, claims=tuple(claims), entities=entities)

    def verdicts(self) -> dict[str, Verdict]:
        """What was decided about each claim."""
        return {c.id: self._verdicts.get(c.id, Verdict.OPEN) for c in self._claims}

    def _place(self, correction: Correction) -> int | None:
        """Where the claim with those words is; of a new one, where it is put."""
        best, share = None, SAME_WORDS
        for at, claim in enumerate(self._claims):
            alike = likeness(claim.content, correction.content)
            if alike >= share and not (best is not None and alike == share):
                best, share = at, alike
        if best is None and correction.act is Act.ADD:
            self._claims.append(self._new(correction))
            best = len(self._claims) - 1
        return best

    def _new(self, correction: Correction) -> Claim:
        self._added += 1
        return Claim(
            id=f"p{self._added}",
            content=correction.content,
            speaker=(),
            speaker_entity=None,
            cue=(),
            type=correction.type or ClaimType.INDIRECT,
            sentence=self._sentence(correction.content),
        )

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
        voices = (correction.speaker, *correction.sources)
        known = [entity_for(each, self._entities) if each else None for each in voices]
        decided = [each.id if each else None for each in known]
        found = [claim.speaker_entity, *(link.entity for link in claim.sources)]
        words = (claim.type, claim.hedge) != (correction.type, correction.hedge)
        return correction.type is not None and (decided != found or words)

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
            speaker=_named(speaker, claim) if speaker else (),
            sources=tuple(_link(each, claim) for each in sources),
            type=correction.type or claim.type,
            hedge=correction.hedge,
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
    return replace(
        claim,
        sure=True,
        sure_words=True,
        sure_speaker=True,
        sure_chain=True,
        confidence=_SURE,
        reasons=reasons,
    )


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
    here = [span for span in _named(entity, claim) if claim.sentence.covers(span)]
    return SourceLink(entity.id, here[0] if here else None, inherited=not here)


def _characters(spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.begin, span.end)}
