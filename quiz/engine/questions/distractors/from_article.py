"""Wrong answers that are wrong for certain, each the trace of one mistake."""

import random
from collections.abc import Iterable

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.distractors.mistakes import (
    Distractor,
    Mistake,
    Type,
    named_wrongly,
    type_of,
)
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.explain import shown, stands_alone


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
    voice of the article does not make the key stick out.
    """
    if claim.speaker_entity is None:
        return ()
    key = dossier.entities[claim.speaker_entity]
    ranked = [
        (not dossier.speaks(e.id), _nearness(e, claim, dossier), rng.random(), e)
        for e in dossier.candidates(claim)
        if type_of(e) is not type_of(key)
        and type_of(e) in (Type.PERSON, Type.COLLECTIVE, Type.STATE)
        and _is_wrong_speaker(e, key, claim, dossier)
        and _is_known(e, dossier)
    ]
    ranked.sort(key=lambda each: each[:3])
    return tuple(named_wrongly(entity, claim, dossier) for *_, entity in ranked)


def wrong_sources(
    claim: Claim, dossier: Dossier, rng: random.Random
) -> tuple[Distractor, ...]:
    """Who did not report it: other sources of the same level, nearest first.

    The speaker comes last, for where the article names too few other sources.
    """
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
    others = tuple(_other_outlet(entity, dossier) for *_, entity in ranked)
    return others + _speaker_as_source(claim, key, dossier)


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
    """Whether it speaks in the article or is at least somebody with a name."""
    is_state = entity.kind is EntityKind.COUNTRY
    named = stands_alone(entity, dossier) and dossier.identity.is_somebody(entity.id)
    return is_state or dossier.speaks(entity.id) or named


def _is_wrong_speaker(
    entity: Entity, key: Entity, claim: Claim, dossier: Dossier
) -> bool:
    """Whether nothing in the article lets them be (part of) the speaker."""
    return (
        not dossier.identity.is_vague(entity)
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
        and entity.kind is not EntityKind.PERSON
        and is_group == (key.kind is EntityKind.GROUP)
        and not dossier.identity.is_vague(entity)
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
        Distractor(
            entity,
            Mistake.REPORTER,
            Localised(
                f"{shown(entity)}: Von dort hat es der Artikel, gesagt hat es aber "
                "jemand anderes.",
                f"{shown(entity)}: that is where the article has it from, but "
                "somebody else said it.",
            ),
        )
        for entity in entities
        if _is_wrong_speaker(entity, key, claim, dossier)
    ][:1]


def _other_outlet(entity: Entity, dossier: Dossier) -> Distractor:
    name = shown(entity)
    if dossier.reports(entity.id):
        why = Localised(
            f"{name}: an anderer Stelle eine Quelle des Artikels, hier nicht.",
            f"{name}: a source elsewhere in the article, but not here.",
        )
    else:
        why = Localised(
            f"{name}: im Artikel genannt, aber nicht als Quelle dieser Angabe.",
            f"{name}: named in the article, but not as the source of this.",
        )
    return Distractor(entity, Mistake.OTHER_OUTLET, why)


def _speaker_as_source(
    claim: Claim, key: Entity, dossier: Dossier
) -> tuple[Distractor, ...]:
    if claim.speaker_entity is None or claim.speaker_entity == key.id:
        return ()
    entity = dossier.entities[claim.speaker_entity]
    if dossier.identity.is_vague(entity) or entity.kind is EntityKind.OUTLET:
        return ()
    why = Localised(
        f"{shown(entity)}: Von dort stammt die Aussage selbst; gefragt ist, wer sie "
        "weitergegeben hat.",
        f"{shown(entity)}: the statement itself comes from there; the question is who "
        "passed it on.",
    )
    return (Distractor(entity, Mistake.REPORTER, why),)
