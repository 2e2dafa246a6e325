"""Wrong answers from outside the article, where it names too few voices itself."""

import random
from enum import StrEnum

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.lexicon.lexicon import Lexicon, lexicon
from quiz.engine.lexicon.vocabulary.places import Outlet
from quiz.engine.questions.distractors.mistakes import (
    Distractor,
    Mistake,
    Type,
    type_of,
)
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.words import Forms


class _Id(StrEnum):
    """With what the ids of those outside begin."""

    PREFIX = "world:"


_KINDS = {
    Type.COLLECTIVE: EntityKind.ORGANISATION,
    Type.OUTLET: EntityKind.OUTLET,
    Type.STATE: EntityKind.COUNTRY,
}


def outsider(key: Entity, dossier: Dossier) -> Distractor | None:
    """Somebody of the key's type who does not occur in the article at all.

    The same for all questions about one article, so that a name that comes once only
    gives nothing away; None for persons: nobody is named beside words they have
    nothing to do with.
    """
    kind = _KINDS.get(type_of(key))
    if kind is None:
        return None
    known = dossier.lexicon
    there = set(dossier.counted_words)
    absent = [
        name
        for name in _names(type_of(key), known)
        if there.isdisjoint(_called(name, known.outlets.get(name), dossier.forms))
    ]
    if not absent:
        return None
    rng = random.Random(len(dossier.raw))  # noqa: S311
    name = rng.choice(absent)
    why = Localised(
        f"{name}: kommt in diesem Artikel gar nicht vor.",
        f"{name}: does not occur in this article at all.",
    )
    return Distractor(Entity(f"{_Id.PREFIX}{name}", name, kind), Mistake.OUTSIDE, why)


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


def _called(name: str, outlet: Outlet | None, forms: Forms) -> set[str]:
    """Every folded word of content by which the article might name it."""
    names = {name, *(outlet.aliases if outlet else ())}
    return {word for each in names for word in forms.content_words(each)}
