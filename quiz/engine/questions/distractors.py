"""Wrong answers that are wrong for certain, each the trace of one mistake."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.dossier import Dossier
from quiz.engine.questions.explain import shown, stands_alone
from quiz.engine.questions.identity import is_vague
from quiz.engine.questions.option import Localised


class Type(StrEnum):
    """What options have in common (rule V07)."""

    PERSON = "person"
    STATE = "state"
    OUTLET = "outlet"
    COLLECTIVE = "collective"
    UNNAMED = "unnamed"


_TYPES = {
    EntityKind.PERSON: Type.PERSON,
    EntityKind.COUNTRY: Type.STATE,
    EntityKind.OUTLET: Type.OUTLET,
    EntityKind.ORGANISATION: Type.COLLECTIVE,
    EntityKind.GROUP: Type.COLLECTIVE,
    EntityKind.UNNAMED: Type.UNNAMED,
}


class Mistake(StrEnum):
    """What somebody has mixed up who chooses a wrong answer."""

    REPORTER = "M1"
    MENTIONED = "M2"
    TOPIC = "M3"
    ADDRESSEE = "M4"
    DISTANCE = "M5"
    PROVEN = "M6"
    OTHER_OUTLET = "M9"
    QUOTED = "M18"


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong answer, the mistake it shows, and why it is wrong."""

    entity: Entity
    mistake: Mistake
    rationale: Localised


def type_of(entity: Entity) -> Type:
    """What kind of option an entity is."""
    return _TYPES[entity.kind]


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
        for entity in dossier.extraction.entities
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
        for entity in dossier.extraction.entities
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
    return is_state or dossier.speaks(entity.id) or stands_alone(entity, dossier)


def _is_wrong_speaker(
    entity: Entity, key: Entity, claim: Claim, dossier: Dossier
) -> bool:
    """Whether nothing in the article lets them be (part of) the speaker."""
    return (
        not is_vague(entity)
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
        and not is_vague(entity)
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


def named_wrongly(entity: Entity, claim: Claim, dossier: Dossier) -> Distractor:
    """Somebody who did not say it, with the mistake of who thinks so."""
    name, alone = shown(entity), stands_alone(entity, dossier)
    if dossier.is_mentioned_in(entity, claim.content):
        return Distractor(entity, Mistake.MENTIONED, _mentioned(name, alone=alone))
    if dossier.is_mentioned_in(entity, [claim.sentence]):
        return Distractor(entity, Mistake.ADDRESSEE, _beside(name, alone=alone))
    speaks = dossier.speaks(entity.id)
    return Distractor(entity, Mistake.TOPIC, _elsewhere(name, alone, speaks=speaks))


def _mentioned(name: str, *, alone: bool) -> Localised:
    if alone:
        return Localised(
            f"{name} wird in der Aussage erwähnt, spricht aber nicht selbst.",
            f"{name} is mentioned in the statement but is not the one speaking.",
        )
    return Localised(
        f"{name}: in der Aussage nur erwähnt, gesprochen hat jemand anderes.",
        f"{name}: only mentioned in the statement; somebody else spoke.",
    )


def _beside(name: str, *, alone: bool) -> Localised:
    if alone:
        return Localised(
            f"{name} kommt im selben Satz vor, macht diese Aussage aber nicht.",
            f"{name} appears in the same sentence but does not make this statement.",
        )
    return Localised(
        f"{name}: im selben Satz genannt, aber nicht als Stimme dieser Aussage.",
        f"{name}: named in the same sentence, but not as the voice of this statement.",
    )


def _elsewhere(name: str, alone: bool, *, speaks: bool) -> Localised:
    if not alone:
        return Localised(
            f"{name}: im Artikel genannt, aber nicht als Stimme dieser Aussage.",
            f"{name}: named in the article, but not as the voice of this statement.",
        )
    if speaks:
        return Localised(
            f"{name} kommt im Artikel auch zu Wort, aber nicht mit dieser Aussage.",
            f"{name} is quoted in the article too, but not with this statement.",
        )
    return Localised(
        f"{name} kommt im Artikel vor, macht diese Aussage aber nicht.",
        f"{name} appears in the article but does not make this statement.",
    )


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
    if is_vague(entity) or entity.kind is EntityKind.OUTLET:
        return ()
    why = Localised(
        f"{shown(entity)}: Von dort stammt die Aussage selbst; gefragt ist, wer sie "
        "weitergegeben hat.",
        f"{shown(entity)}: the statement itself comes from there; the question is who "
        "passed it on.",
    )
    return (Distractor(entity, Mistake.REPORTER, why),)
