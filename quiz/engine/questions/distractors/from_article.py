"""Wrong answers that are wrong for certain, each the trace of one mistake."""

import random
from collections.abc import Iterable

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.distractors.mistakes import (
    NEARLY,
    Distractor,
    Mistake,
    Type,
    named_wrongly,
    only_passed_on,
    type_of,
)
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.showable import is_showable, role_of
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.explain import joined, stands_alone
from quiz.engine.questions.wording.nominative import Saying
from quiz.engine.questions.wording.reasons import who_passed_it_on, who_said_it

_OTHER_SOURCE = Saying(
    Localised(
        "{} ist im Artikel eine Quelle, aber für etwas anderes.",
        "{} is a source in the article, but for something else.",
    ),
    Localised(
        "{} sind im Artikel eine Quelle, aber für etwas anderes.",
        "{} are a source in the article, but for something else.",
    ),
    Localised(
        "{}: im Artikel eine Quelle, aber für etwas anderes.",
        "{}: a source in the article, but for something else.",
    ),
)
_NO_SOURCE = Saying(
    Localised(
        "{} kommt im Artikel vor, aber nicht als Quelle dieser Angabe.",
        "{} appears in the article, but not as the source of this.",
    ),
    Localised(
        "{} kommen im Artikel vor, aber nicht als Quelle dieser Angabe.",
        "{} appear in the article, but not as the source of this.",
    ),
    Localised(
        "{}: im Artikel erwähnt, aber nicht als Quelle dieser Angabe.",
        "{}: mentioned in the article, but not as the source of this.",
    ),
)


def wrong_speakers(
    claim: Claim, dossier: Dossier, rng: random.Random
) -> tuple[Distractor, ...]:
    """Who did not say it: others of the key's type, best first, then the reporter.

    Best are those who speak elsewhere in the article, and of these the ones named in
    the statement, then in its sentence, then near by.
    """
    if claim.speaker_entity is None:
        return ()
    key = dossier.entities[claim.speaker_entity]
    chain = {link.entity for link in dossier.chain(claim)}
    candidates = [
        entity
        for entity in dossier.candidates(claim)
        if type_of(entity) is type_of(key)
        and entity.id not in chain
        and _is_wrong_speaker(entity, key, claim, dossier)
        and _is_known(entity, dossier)
    ]
    ranked = [
        (not dossier.speaks(e.id), _nearness(e, claim, dossier), rng.random(), e)
        for e in candidates
    ]
    ranked.sort(key=lambda each: each[:3])
    others = [named_wrongly(entity, claim, dossier) for *_, entity in ranked]
    return (*others, *_reporters(claim, key, dossier))


def wrong_voices_of_other_types(
    claim: Claim, dossier: Dossier, rng: random.Random
) -> tuple[Distractor, ...]:
    """Others who did not say it, not of the key's type, those who speak first.

    For where the article has too few of its type: beside one like the key, one more
    voice of the article does not make the key stick out. Beside a person only an
    outlet, since the person may speak for a body, and nobody who is named in one
    sentence with the key.
    """
    if claim.speaker_entity is None:
        return ()
    key = dossier.entities[claim.speaker_entity]
    ranked = [
        (not dossier.speaks(e.id), _nearness(e, claim, dossier), rng.random(), e)
        for e in dossier.candidates(claim)
        if type_of(e) is not type_of(key)
        and type_of(e) is not Type.UNNAMED
        and (key.kind is not EntityKind.PERSON or e.kind is EntityKind.OUTLET)
        and not dossier.are_near(e, key)
        and _is_wrong_speaker(e, key, claim, dossier)
        and (_is_known(e, dossier) or dossier.reports(e.id))
    ]
    ranked.sort(key=lambda each: each[:3])
    return tuple(named_wrongly(entity, claim, dossier) for *_, entity in ranked)


def wrong_sources(
    claim: Claim, dossier: Dossier, rng: random.Random
) -> tuple[Distractor, ...]:
    """Who did not report it: other sources of the same level, nearest first."""
    chain = dossier.chain(claim)
    key = dossier.entities[chain[-1].entity]
    candidates = [
        entity
        for entity in dossier.candidates(claim)
        if _is_wrong_source(entity, key, claim, dossier)
    ]
    ranked = [
        (
            type_of(entity) is not type_of(key),
            not dossier.reports(entity.id),
            dossier.distance(entity, claim.sentence),
            rng.random(),
            entity,
        )
        for entity in candidates
    ]
    ranked.sort(key=lambda each: each[:4])
    return tuple(_other_outlet(entity, dossier) for *_, entity in ranked)


def heard_elsewhere(
    claim: Claim, dossier: Dossier, rng: random.Random
) -> tuple[Distractor, ...]:
    """Persons with a name who say something else, not in its sentence, near ones first.

    Not who it came from, whom it is about, or who may be its speaker.
    """
    chain = {link.entity for link in dossier.chain(claim)}
    speaker = claim.speaker_entity
    ranked = [
        (_nearness(e, claim, dossier), rng.random(), e)
        for e in dossier.candidates(claim)
        if stands_alone(e, dossier)
        and e.id not in chain
        and e.id != speaker
        and dossier.speaks(e.id)
        and is_showable(e, dossier)
        and not dossier.identity.is_vague(e)
        and not (speaker and dossier.identity.exclude(e.id, speaker))
        and not dossier.is_mentioned_in(e, [claim.sentence])
        and not dossier.also_reported(e.id, claim)
    ]
    ranked.sort(key=lambda each: each[:2])
    return tuple(named_wrongly(entity, claim, dossier) for *_, entity in ranked)


def compatible(
    distractors: Iterable[Distractor], keys: Iterable[Entity], dossier: Dossier
) -> list[Distractor]:
    """The distractors that may stand beside the keys and each other, in order."""
    taken = [entity.id for entity in keys]
    kept: list[Distractor] = []
    for each in distractors:
        if not any(dossier.identity.exclude(each.entity.id, one) for one in taken):
            taken.append(each.entity.id)
            kept.append(each)
    return kept


def _is_known(entity: Entity, dossier: Dossier) -> bool:
    """Whether it speaks in the article or is somebody with a name who could."""
    if dossier.speaks(entity.id):
        return True
    if entity.kind is EntityKind.ORGANISATION:
        bent = dossier.lexicon.questions.names.bent
        return not entity.name.split()[0].endswith(bent)
    if not stands_alone(entity, dossier) or dossier.may_be_dead(entity):
        return False
    if " " not in entity.name and len(entity.mentions) == 1:
        return False  # "Zuschauer Erstaunen", "als Dr. Steelhammer"
    first = entity.name.split()[0].partition("-")[0]
    return first in dossier.lexicon.genders or role_of(entity, dossier) is not None


def _is_wrong_speaker(
    entity: Entity, key: Entity, claim: Claim, dossier: Dossier
) -> bool:
    """Whether nothing in the article lets them be (part of) the speaker."""
    return (
        not dossier.identity.is_vague(entity)
        and is_showable(entity, dossier)
        and not dossier.identity.exclude(entity.id, key.id)
        and not dossier.is_mentioned_in(entity, claim.speaker)
        and not dossier.also_said(entity.id, claim)
    )


def _is_wrong_source(
    entity: Entity, key: Entity, claim: Claim, dossier: Dossier
) -> bool:
    """Whether they are a source like the key, and not in any way of this claim."""
    is_group = entity.kind is EntityKind.GROUP
    return (
        (dossier.reports(entity.id) or entity.kind is EntityKind.OUTLET)
        and entity.kind not in (EntityKind.PERSON, EntityKind.COUNTRY)
        and is_group == (key.kind is EntityKind.GROUP)
        and not dossier.identity.is_vague(entity)
        and is_showable(entity, dossier)
        and entity.id != claim.speaker_entity
        and entity.id not in dossier.credited
        and not dossier.identity.exclude(entity.id, key.id)
        and not dossier.is_mentioned_in(entity, [claim.sentence])
        and not dossier.also_reported(entity.id, claim)
    )


def _nearness(entity: Entity, claim: Claim, dossier: Dossier) -> int:
    if dossier.is_mentioned_in(entity, claim.content):
        return 0
    if dossier.is_mentioned_in(entity, [claim.sentence]):
        return 1
    return 2 if _is_near(entity, claim, dossier) else 3


def _is_near(entity: Entity, claim: Claim, dossier: Dossier) -> bool:
    return dossier.is_mentioned_in(entity, [dossier.paragraph(claim.sentence)])


def _reporters(claim: Claim, key: Entity, dossier: Dossier) -> list[Distractor]:
    """The one who passed it on, unless also the speaker, or nobody in particular."""
    links = reversed(dossier.chain(claim))
    entities = (dossier.entities[link.entity] for link in links)
    return [
        Distractor(entity, Mistake.REPORTER, only_passed_on(entity, key, dossier))
        for entity in entities
        if _is_wrong_speaker(entity, key, claim, dossier)
    ][:1]


def _other_outlet(entity: Entity, dossier: Dossier) -> Distractor:
    why = _OTHER_SOURCE if dossier.reports(entity.id) else _NO_SOURCE
    return Distractor(entity, Mistake.OTHER_OUTLET, why.of(entity, dossier))


def speaker_as_source(claim: Claim, key: Entity, dossier: Dossier) -> Distractor | None:
    """The speaker, from whom the article has it through another; a named person."""
    entity = dossier.entities.get(claim.speaker_entity or "")
    if entity is None or entity.id == key.id or not stands_alone(entity, dossier):
        return None
    if dossier.identity.is_vague(entity) or not is_showable(entity, dossier):
        return None
    why = joined(NEARLY, who_said_it(entity, dossier), who_passed_it_on(key, dossier))
    return Distractor(entity, Mistake.REPORTER, why)
