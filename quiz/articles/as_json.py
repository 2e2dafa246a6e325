"""What was found in a text, in the documented shape of docs/json.md."""

from collections.abc import Iterable

from quiz.engine.claims.claim import Claim, Entity, Extraction, SourceLink
from quiz.engine.claims.reason import Reason
from quiz.engine.text.span import Span

Json = dict[str, object]


def extraction_as_json(found: Extraction) -> Json:
    """Everything found in one text; spans are pairs of character offsets."""
    return {
        "language": found.language,
        "claims": [_claim(claim) for claim in found.claims],
        "entities": [_entity(entity) for entity in found.entities],
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "content": _pairs(claim.content),
        "speaker": _pairs(claim.speaker),
        "speaker_entity": claim.speaker_entity,
        "cue": _pairs(claim.cue),
        "type": claim.type.value,
        "nested": claim.nested,
        "hedge": _pairs(claim.hedge),
        "source_vague": claim.source_vague,
        "sources": [_source(source) for source in claim.sources],
        "confidence": round(claim.confidence, 3),
        "sure": claim.sure,
        "sure_words": claim.sure_words,
        "sure_speaker": claim.sure_speaker,
        "sure_chain": claim.sure_chain,
        "sentence": list(claim.sentence),
        "reasons": [_reason(reason) for reason in claim.reasons],
    }


def _source(source: SourceLink) -> Json:
    named = None if source.span is None else list(source.span)
    return {"entity": source.entity, "span": named, "inherited": source.inherited}


def _reason(reason: Reason) -> Json:
    return {
        "about": reason.aspect.value,
        "name": reason.name,
        "signs": [
            {"role": sign.role.value, "span": list(sign.span)} for sign in reason.signs
        ],
        "entity": reason.entity,
        "claim": reason.claim,
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "members": list(entity.members),
        "mentions": _pairs(entity.mentions),
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.begin, span.end] for span in spans]
