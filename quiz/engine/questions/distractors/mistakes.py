"""Wrong answers as values, and why each of them is wrong."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.explain import joined, shown, stands_alone
from quiz.engine.questions.wording.reasons import who_said_it


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
    PARTY = "M10"
    OTHERS_WORD = "M11"
    HEADLINE = "M12"
    SOLL = "M13"
    SEEN_BY_PAPER = "M16"
    OPINION = "M17"
    QUOTED = "M18"
    OUTSIDE = "M19"
    WHOM_TO_ASK = "M20"
    HOW_EXACTLY = "M21"


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong answer, the mistake it shows, and why it is wrong."""

    entity: Entity
    mistake: Mistake
    rationale: Localised


def type_of(entity: Entity) -> Type:
    """What kind of option an entity is."""
    return _TYPES[entity.kind]


def named_wrongly(entity: Entity, claim: Claim, dossier: Dossier) -> Distractor:
    """Somebody who did not say it, with the mistake of who thinks so.

    Whoever passed it on is the near miss, wherever they are named.
    """
    name, alone = shown(entity), stands_alone(entity, dossier)
    key = dossier.entities.get(claim.speaker_entity or "")
    if key and any(link.entity == entity.id for link in dossier.chain(claim)):
        return Distractor(
            entity, Mistake.REPORTER, only_passed_on(entity, key, dossier)
        )
    if dossier.is_mentioned_in(entity, claim.content):
        return Distractor(entity, Mistake.MENTIONED, _mentioned(name, alone=alone))
    if dossier.is_mentioned_in(entity, [claim.sentence]):
        return Distractor(entity, Mistake.ADDRESSEE, _beside(name, alone=alone))
    speaks = dossier.speaks(entity.id)
    return Distractor(entity, Mistake.TOPIC, _elsewhere(name, alone, speaks=speaks))


def only_passed_on(entity: Entity, key: Entity, dossier: Dossier) -> Localised:
    """Why somebody through whom the article has it is not the voice."""
    name = shown(entity)
    passed = Localised(
        f"Weitergegeben hat es: {name}.", f"It was passed on by: {name}."
    )
    if stands_alone(entity, dossier):
        passed = Localised(f"Weitergegeben hat es {name}.", f"{name} passed it on.")
    return joined(Localised("Fast!", "Nearly!"), passed, who_said_it(key, dossier))


def _mentioned(name: str, *, alone: bool) -> Localised:
    if alone:
        return Localised(
            f"{name} wird dabei genannt, sagt das aber nicht.",
            f"{name} is named in it but does not say this.",
        )
    return Localised(
        f"{name}: dabei genannt, aber nicht mit dieser Aussage.",
        f"{name}: named in it, but not with this.",
    )


def _beside(name: str, *, alone: bool) -> Localised:
    if alone:
        return Localised(
            f"{name} kommt im selben Satz vor, sagt das aber nicht.",
            f"{name} appears in the same sentence but does not say this.",
        )
    return Localised(
        f"{name}: im selben Satz genannt, aber nicht mit dieser Aussage.",
        f"{name}: in the same sentence, but not with this.",
    )


def _elsewhere(name: str, alone: bool, *, speaks: bool) -> Localised:
    if not alone:
        return Localised(
            f"{name}: im Artikel erwähnt, aber nicht mit dieser Aussage.",
            f"{name}: mentioned in the article, but not with this.",
        )
    if speaks:
        return Localised(
            f"{name} sagt im Artikel etwas anderes.",
            f"{name} says something else in the article.",
        )
    return Localised(
        f"{name} kommt im Artikel vor, sagt das aber nicht.",
        f"{name} appears in the article but does not say this.",
    )
