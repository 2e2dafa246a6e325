"""Names and quotations as questions and explanations show them."""

import re

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised

MOST_WORDS = 25
"""Of an explanation; more is not read."""


def shown(entity: Entity) -> str:
    """The entity's name as an option shows it: its first letter a capital.

    Outlets that write themselves small ("dpa", "taz") stay so.
    """
    if entity.kind is EntityKind.OUTLET and " " not in entity.name:
        return entity.name
    return entity.name[:1].upper() + entity.name[1:]


def stands_alone(entity: Entity, dossier: Dossier) -> bool:
    """Whether the name is the subject of a sentence without article or colon."""
    return entity.kind is EntityKind.PERSON and dossier.identity.is_named(entity.id)


def joined(*sentences: Localised | None) -> Localised:
    """One text of several sentences, those that say nothing left out."""
    kept = [each for each in sentences if each is not None and each.de]
    return Localised(" ".join(e.de for e in kept), " ".join(e.en for e in kept))


def quoted(text: str) -> Localised:
    """Words of the article in the quotation marks of each language."""
    inner = re.sub(r"\s+", " ", text).strip()
    inner = re.sub(r"[\"„“”»«]", "", inner)
    return Localised(f"„{inner}“", f"“{inner}”")


def asked(question: Localised, passage: str) -> Localised:
    """A question and, behind it, the words that it is about as a sentence."""
    ends = passage.rstrip("‘").endswith(("…", ".", "!", "?"))
    end = "" if ends else "."
    return Localised(
        f"{question.de} „{passage}{end}“", f"{question.en} “{passage}{end}”"
    )
