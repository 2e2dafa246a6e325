"""Whom a teacher means: chosen in a list, or typed as the article names them."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.engine.claims.claim import Entity, EntityKind, Extraction
from quiz.engine.claims.entities.everybody import (
    called,
    everybody,
    in_words,
    without_article,
)
from quiz.engine.claims.review.correction import Voice
from quiz.engine.claims.review.entities import entity_for
from quiz.engine.text.spelling import alike
from quiz.errors import Invalid

NOBODY, OTHER = "", "other"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was sent for one voice.

    Attributes:
        chosen: the id of an entity, `NOBODY` or `OTHER`.
        preset: what the list showed before somebody touched it.
        typed: the name of somebody else; "" where nothing was typed.
        kind: what that is, where it was asked.
    """

    chosen: str
    preset: str
    typed: str = ""
    kind: EntityKind | None = None


def voice_meant(wanted: Wanted, found: Extraction) -> Voice | None:
    """Whoever is meant, None for nobody; a typed name counts more than the list.

    Raises:
        Invalid: "name_missing" somebody else was chosen and nobody typed;
            "which_of_two" another than the typed one was chosen, too, or
            "nobody_or_typed" nobody; or as `voice_typed`.
    """
    entities = {each.id: each for each in found.entities}
    chosen = entities.get(wanted.chosen)
    if not wanted.typed:
        if wanted.chosen == OTHER:
            raise Invalid("name_missing")
        return Voice.of(chosen) if chosen else None
    typed = voice_typed(wanted.typed, wanted.kind, found)
    is_theirs = chosen is not None and Voice.of(chosen) == typed
    if wanted.chosen in (wanted.preset, OTHER) or is_theirs:
        return typed
    if chosen is None:
        raise Invalid("nobody_or_typed", name=wanted.typed)
    raise Invalid("which_of_two", chosen=chosen.name, name=wanted.typed)


def voice_typed(name: str, kind: EntityKind | None, found: Extraction) -> Voice:
    """Whoever the article calls so, one of the list or not.

    Args:
        name: as it was typed, with or without an article.
        kind: what it is, where the article cannot tell; then it must be given.
        found: the article with all decisions so far.

    Raises:
        Invalid: "voice_not_in_text" nobody is called so there, "voice_only_alike" but
            somebody nearly so; "name_of_several"; "kind_unknown".
    """
    plain = without_article(name, found.language)
    known = _called((name, plain), found.entities, found)
    if known:
        return Voice.of(_only(known, name))
    there = everybody(found.raw, found.language)
    others = _called((name, plain), there, found)
    other = _only(others, name) if others else None
    other = other or in_words(plain, found.raw, found.language)
    if other is None:
        raise _nobody(name, found)
    told = None if other.kind is EntityKind.UNNAMED else other.kind
    if kind is None and told is None:
        raise Invalid("kind_unknown", name=other.name)
    return Voice(other.name, other.mentions[0], kind or told)


def is_named(voice: Voice, found: Extraction) -> bool:
    """Whether the article names them, or people have decided that it does."""
    return (
        entity_for(voice, found.entities) is not None
        or bool(_called((voice.name,), everybody(found.raw, found.language), found))
        or in_words(voice.name, found.raw, found.language) is not None
    )


def _called(
    names: Iterable[str], entities: Iterable[Entity], found: Extraction
) -> tuple[Entity, ...]:
    """Those of the first of the names by which anybody is called."""
    known = (called(name, entities, found.language) for name in names)
    return next(filter(None, known), ())


def _nobody(name: str, found: Extraction) -> Invalid:
    """That nobody is called so, with those who nearly are."""
    there = (*found.entities, *everybody(found.raw, found.language))
    close = alike(name, (each.name for each in there))
    if close:
        return Invalid("voice_only_alike", name=name, close=", ".join(close))
    return Invalid("voice_not_in_text", name=name)


def _only(known: tuple[Entity, ...], name: str) -> Entity:
    """The one of them; the first where a longer name would not tell them apart."""
    names = dict.fromkeys(each.name for each in known)
    if len(names) > 1:
        raise Invalid("name_of_several", name=name, names=", ".join(names))
    return known[0]
