"""Wrong answers as values, and why each of them is wrong."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.explain import shown, stands_alone


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
