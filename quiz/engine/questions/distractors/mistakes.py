"""Wrong answers as values, and why each of them is wrong."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.explain import joined
from quiz.engine.questions.wording.nominative import Saying
from quiz.engine.questions.wording.reasons import who_passed_it_on, who_said_it


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
    key = dossier.entities.get(claim.speaker_entity or "")
    if key and any(link.entity == entity.id for link in dossier.chain(claim)):
        return Distractor(
            entity, Mistake.REPORTER, only_passed_on(entity, key, dossier)
        )
    if dossier.is_mentioned_in(entity, claim.content):
        mistake, why = Mistake.MENTIONED, _MENTIONED
    elif dossier.is_mentioned_in(entity, [claim.sentence]):
        mistake, why = Mistake.ADDRESSEE, _BESIDE
    else:
        speaks = dossier.speaks(entity.id)
        mistake, why = Mistake.TOPIC, SAYS_ELSE if speaks else _ELSEWHERE
    return Distractor(entity, mistake, why.of(entity, dossier))


def only_passed_on(entity: Entity, key: Entity, dossier: Dossier) -> Localised:
    """Why somebody through whom the article has it is not the voice."""
    return joined(NEARLY, who_passed_it_on(entity, dossier), who_said_it(key, dossier))


NEARLY = Localised("Fast!", "Nearly!")
"""Of a near miss."""
SAYS_ELSE = Saying(
    Localised(
        "{} sagt im Artikel etwas anderes.", "{} says something else in the article."
    ),
    Localised(
        "{} sagen im Artikel etwas anderes.", "{} say something else in the article."
    ),
    Localised(
        "{}: im Artikel zu hören, aber nicht mit dieser Aussage.",
        "{}: heard in the article, but not with this.",
    ),
)
"""Of somebody who is heard elsewhere."""
_MENTIONED = Saying(
    Localised(
        "{} wird dabei genannt, sagt das aber nicht.",
        "{} is named in it but does not say this.",
    ),
    Localised(
        "{} werden dabei genannt, sagen das aber nicht.",
        "{} are named in it but do not say this.",
    ),
    Localised(
        "{}: dabei genannt, aber nicht mit dieser Aussage.",
        "{}: named in it, but not with this.",
    ),
)
_BESIDE = Saying(
    Localised(
        "{} kommt im selben Satz vor, sagt das aber nicht.",
        "{} appears in the same sentence but does not say this.",
    ),
    Localised(
        "{} kommen im selben Satz vor, sagen das aber nicht.",
        "{} appear in the same sentence but do not say this.",
    ),
    Localised(
        "{}: im selben Satz genannt, aber nicht mit dieser Aussage.",
        "{}: in the same sentence, but not with this.",
    ),
)
_ELSEWHERE = Saying(
    Localised(
        "{} kommt im Artikel vor, sagt das aber nicht.",
        "{} appears in the article but does not say this.",
    ),
    Localised(
        "{} kommen im Artikel vor, sagen das aber nicht.",
        "{} appear in the article but do not say this.",
    ),
    Localised(
        "{}: im Artikel erwähnt, aber nicht mit dieser Aussage.",
        "{}: mentioned in the article, but not with this.",
    ),
)
