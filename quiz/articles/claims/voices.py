"""Whom a teacher means: chosen in a list, or typed as the article names them."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.articles.sentences import ENTITY_KINDS
from quiz.engine.claims.claim import Entity, EntityKind, Extraction
from quiz.engine.claims.entities.everybody import (
    called,
    everybody,
    in_words,
    without_article,
)
from quiz.engine.claims.phrases.chunks import fills
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.review.correction import Voice
from quiz.engine.claims.review.entities import entity_for
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.spelling import alike, folded
from quiz.engine.text.text import read_text
from quiz.errors import Invalid

NOBODY, OTHER = "", "other"
SAYS_NOBODY = frozenset({"niemand", "nobody", "no one"})
"""Typed, they say that the article does not tell who it is."""


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
    typed = _typed(wanted, found)
    is_theirs = (Voice.of(chosen) if chosen else None) == typed
    if wanted.chosen in (wanted.preset, OTHER) or is_theirs:
        return typed
    if chosen is None:
        raise Invalid("nobody_or_typed", name=wanted.typed)
    raise Invalid("which_of_two", chosen=chosen.name, name=wanted.typed)


def _typed(wanted: Wanted, found: Extraction) -> Voice | None:
    """Whoever was typed; None where that says that nobody is named."""
    is_nobody = folded(wanted.typed) in SAYS_NOBODY
    if is_nobody and not _called((wanted.typed,), found.entities, found):
        return None
    return voice_typed(wanted.typed, wanted.kind, found)


def voice_typed(name: str, kind: EntityKind | None, found: Extraction) -> Voice:
    """Whoever the article calls so, one of the list or not.

    Args:
        name: as it was typed, with or without an article.
        kind: what it is, where the article cannot tell; then it must be given.
        found: the article with all decisions so far.

    Raises:
        Invalid: "voice_not_in_text" nobody is called so there, "voice_only_alike" but
            somebody nearly so; "voice_is_no_name" these words name nobody;
            "name_of_several"; "kind_unknown"; "kind_otherwise" who is called so is
            something else.
    """
    plain = without_article(name, found.language)
    known = _called((name, plain), found.entities, found)
    if known:
        return _of_that_kind(_only(known, name), kind)
    there = everybody(found.raw, found.language)
    others = _called((name, plain), there, found)
    other = _only(others, name) if others else None
    other = other or _in_words(plain, found)
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


def _of_that_kind(known: Entity, kind: EntityKind | None) -> Voice:
    """Somebody of the article, who is what was said of them, if anything was."""
    if kind not in (None, known.kind):
        told = ENTITY_KINDS[known.kind]
        raise Invalid("kind_otherwise", name=known.name, kind=told)
    return Voice.of(known)


def _in_words(name: str, found: Extraction) -> Entity | None:
    """Whoever the words stand for where the text has them; None where it has not."""
    other = in_words(name, found.raw, found.language)
    if other is not None and not _can_name(other.name, found.language):
        raise Invalid("voice_is_no_name", name=name)
    return other


def _can_name(name: str, language: str) -> bool:
    """Whether the words are one noun or name with what belongs to it."""
    known = lexicon(language)
    reading = Reading(read_text(name, known), known)
    end = len(reading.text.tokens)
    phrase = phrase_at(reading, 0, end)
    if phrase and not phrase.pronoun and fills(reading, phrase, end):
        return True
    # "Letzte Generation", "Fridays for Future", "@lena"
    words = name.split()
    known_words = known.small_words | known.finite
    odd = any(each.strip("@").lower() in known_words for each in words)
    big = all(each[0].isupper() or each[0] == "@" for each in (words[0], words[-1]))
    return big and not odd and all(each.strip("@").isalnum() for each in words)


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
