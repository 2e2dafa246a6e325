"""Whether a decision about a claim is there as it was made, or would be lost."""

from quiz.engine.claims.claim import Claim, Extraction
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.claims.review.decisions import Review, Verdict
from quiz.errors import Invalid


def must_hold(correction: Correction, before: Review, after: Review) -> None:
    """Nothing, if the article says with the decision what was decided.

    Raises:
        Invalid: "too_many_other_words" it would be about another claim; "not_taken"
            somebody else, or something else, would stand in it as `name`.
    """
    if correction.act is Act.REJECT or correction.act.is_about_somebody:
        return
    claim = _decided(correction, after)
    has_more = len(after.found.claims) > len(before.found.claims)
    if claim is None or (has_more and correction.act is not Act.ADD):
        raise Invalid("too_many_other_words")
    there = [claim.speaker_entity, *(link.entity for link in claim.sources)]
    for voice, entity_id in zip(
        (correction.speaker, *correction.sources), there, strict=True
    ):
        if not _is(voice, entity_id, after.found):
            raise Invalid("not_taken", name=voice.name if voice else "")


def _decided(correction: Correction, after: Review) -> Claim | None:
    """The claim with these words, about which people have decided."""
    return next(
        (
            claim
            for claim in after.found.claims
            if claim.content == correction.content
            and after.verdicts[claim.id] is not Verdict.OPEN
        ),
        None,
    )


def _is(voice: Voice | None, entity_id: str | None, found: Extraction) -> bool:
    if voice is None or entity_id is None:
        return voice is None and entity_id is None
    entity = found.entity(entity_id)
    is_called_so = voice.name in (entity.name, *entity.aliases)
    return is_called_so and voice.kind in (None, entity.kind)
