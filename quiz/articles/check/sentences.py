"""The questions of the quick check, each about the one thing that is uncertain."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from quiz.articles.check.service import Tally
from quiz.articles.check.uncertain import Uncertain
from quiz.articles.claims.sentences.explaining import Part, Sentence, filled
from quiz.engine.claims.assessment.confidence import (
    LONE_WORD,
    PERSON_BY_OFFICE,
    PERSON_BY_ROLE,
)
from quiz.engine.claims.claim import Claim, Entity, EntityKind, Extraction
from quiz.engine.claims.reason import Aspect, SignRole, SpeakerReason

BESIDES = {
    Uncertain.SPEAKER: _l("who is speaking"),
    Uncertain.SOURCE: _l("who passed it on"),
    Uncertain.WORDS: _l("whether these are the whole words"),
}

_GOES_ON = (SpeakerReason.CARRIED, SpeakerReason.SPOKE_LAST)

_NOBODY = _l("Is it right that nobody is named here?")
_SPEAKER = {
    "person": _l("Is %(name)s speaking here?"),
    "other": _l("Is this who is speaking: %(name)s?"),
    "pronoun": _l("Does “%(pronoun)s” mean %(name)s here?"),
    "goes_on": _l("Is it still %(name)s who is speaking?"),
    "other_goes_on": _l("Is the same one still speaking: %(name)s?"),
}
_SOURCE = {
    "outlet": _l("Did %(name)s pass this on?"),
    "other": _l("Was it passed on by: %(name)s?"),
    "several": _l("Was it passed on in this order: %(names)s?"),
    "nobody": _l("Does the article have this from nobody in between?"),
}
_WORDS = _l("Are these the whole words?")


def question(claim: Claim, uncertain: Uncertain, found: Extraction) -> Sentence:
    """What is asked about that claim, cut so that a page can mark the names."""
    if uncertain is Uncertain.WORDS:
        return filled(str(_WORDS), {})
    if uncertain is Uncertain.SPEAKER:
        return _about_speaker(claim, found)
    return _about_sources(claim, found)


def tally_told(tally: Tally) -> str:
    """How many questions there are, and whether they make a round."""
    count = ngettext("%(num)s question", "%(num)s questions", tally.questions)
    if tally.is_enough:
        return str(_("%(questions)s: enough for a round", questions=count))
    return str(
        _(
            "%(questions)s · %(together)s of %(needed)s for a round",
            questions=count,
            together=tally.together,
            needed=tally.needed,
        )
    )


def _about_speaker(claim: Claim, found: Extraction) -> Sentence:
    if claim.speaker_entity is None:
        return filled(str(_NOBODY), {})
    entity = found.entity(claim.speaker_entity)
    parts = {"name": Part("name", entity.name)}
    reason = next(iter(claim.why(Aspect.SPEAKER)), None)
    signs = reason.signs if reason else ()
    pronoun = next((s.span for s in signs if s.role is SignRole.PRONOUN), None)
    if pronoun is not None:
        parts["pronoun"] = Part("speaker", pronoun.of(found.raw))
        return filled(str(_SPEAKER["pronoun"]), parts)
    goes_on = reason is not None and reason.name in _GOES_ON
    key = "person" if _has_name(claim, entity) else "other"
    if goes_on:
        key = "goes_on" if key == "person" else "other_goes_on"
    return filled(str(_SPEAKER[key]), parts)


def _has_name(claim: Claim, entity: Entity) -> bool:
    """Whether it sounds right without an article: a person, not only by role."""
    roles = {PERSON_BY_ROLE.id, PERSON_BY_OFFICE.id, LONE_WORD.id}
    return entity.kind is EntityKind.PERSON and roles.isdisjoint(claim.grounds)


def _about_sources(claim: Claim, found: Extraction) -> Sentence:
    sources = [found.entity(link.entity) for link in claim.sources]
    if not sources:
        return filled(str(_SOURCE["nobody"]), {})
    if len(sources) > 1:
        names = " → ".join(each.name for each in sources)
        return filled(str(_SOURCE["several"]), {"names": Part("name", names)})
    key = "outlet" if sources[0].kind is EntityKind.OUTLET else "other"
    return filled(str(_SOURCE[key]), {"name": Part("name", sources[0].name)})
