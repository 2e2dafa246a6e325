"""The small drawing that stands beside a voice, by what kind of voice it is."""

from collections.abc import Iterable
from dataclasses import replace

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.claims.entities.figure import type_of
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.lexicon.vocabulary.places import AGENCY, BROADCASTER
from quiz.engine.questions.distractors.from_outside import outside_entity
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Face, Option
from quiz.engine.questions.question import Question

_FACES = {
    EntityKind.PERSON: Face.PERSON,
    EntityKind.GROUP: Face.CROWD,
    EntityKind.ORGANISATION: Face.BODY,
    EntityKind.COUNTRY: Face.BODY,
    EntityKind.UNNAMED: Face.UNNAMED,
}
_OUTLETS = {AGENCY: Face.AGENCY, BROADCASTER: Face.STATION}
_MAY_BE_A_DOCUMENT = {EntityKind.GROUP, EntityKind.ORGANISATION, EntityKind.UNNAMED}


def faced(question: Question, dossier: Dossier) -> Question:
    """The question with a face for each option, or for none where one has none.

    So a face never tells an option from the others by being there.
    """
    options = [
        replace(option, face=option.face or _face_in(option, dossier))
        for option in question.options
    ]
    if any(option.face is None for option in options):
        options = [replace(option, face=None) for option in options]
    return replace(question, options=tuple(options))


def face_of(entity: Entity, dossier: Dossier) -> Face:
    """What kind of voice it is, as a pupil would draw it."""
    words = [word.lower() for word in _words_of(entity, dossier)]
    known = dossier.lexicon
    if entity.kind is EntityKind.OUTLET:
        outlet = known.outlets.get(entity.name)
        if outlet is not None:
            return _OUTLETS.get(outlet.type, Face.PAPER)
        return _outlet_called(words, known)
    is_document = any(word.endswith(known.nouns.document_endings) for word in words)
    if is_document and entity.kind in _MAY_BE_A_DOCUMENT:
        return Face.DOCUMENT
    return _FACES[entity.kind]


def _outlet_called(words: Iterable[str], known: Lexicon) -> Face:
    """An outlet that only the text knows, by what it is called there."""
    called = list(words)
    if any(part in word for word in called for part in known.nouns.agency_parts):
        return Face.AGENCY
    kinds = (type_of(word, known) for word in called)
    return _OUTLETS.get(next(filter(None, kinds), ""), Face.PAPER)


def _words_of(entity: Entity, dossier: Dossier) -> list[str]:
    """What it is called, in its name and wherever the text names it."""
    named = (span.of(dossier.raw) for span in entity.mentions)
    return [word for called in (entity.name, *named) for word in called.split()]


def _face_in(option: Option, dossier: Dossier) -> Face | None:
    if option.entity is None:
        return None
    entity = dossier.entities.get(option.entity) or outside_entity(
        option.entity, dossier.extraction.language
    )
    return face_of(entity, dossier) if entity else None
