"""Names from outside the article, which older questions have as wrong answers."""

from enum import StrEnum

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.lexicon.lexicon import Lexicon, lexicon
from quiz.engine.questions.distractors.mistakes import Type


class _Id(StrEnum):
    """With what the ids of those outside begin."""

    PREFIX = "world:"


_KINDS = {
    Type.COLLECTIVE: EntityKind.ORGANISATION,
    Type.OUTLET: EntityKind.OUTLET,
    Type.STATE: EntityKind.COUNTRY,
}


def is_outside(entity_id: str | None) -> bool:
    """Whether an option names somebody who is not in the article."""
    return entity_id is not None and entity_id.startswith(_Id.PREFIX)


def outside_entity(entity_id: str, language: str) -> Entity | None:
    """Whom such an option names; None where the list does not have it any more."""
    name = entity_id.removeprefix(_Id.PREFIX)
    for type_, kind in _KINDS.items():
        if name in _names(type_, lexicon(language)):
            return Entity(entity_id, name, kind)
    return None


def _names(type_: Type, known: Lexicon) -> tuple[str, ...]:
    """Who may stand in as an option of that type."""
    voices = known.voices
    return {
        Type.COLLECTIVE: voices.collective,
        Type.OUTLET: voices.outlet,
        Type.STATE: voices.state,
    }[type_]
