"""Everybody a text names, whether or not they say something in it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.display import display_name, entities_of
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.plain import plain
from quiz.engine.text.span import Span
from quiz.engine.text.spelling import Place, forms, places_of, written
from quiz.engine.text.text import read_text

_BY_ROLE = (EntityKind.ORGANISATION, EntityKind.GROUP)


@lru_cache(maxsize=16)
def everybody(raw: str, language: str) -> tuple[Entity, ...]:
    """Whoever the text names, as if all of them spoke; ids are this list's own.

    Whoever only seems to be a person, because nothing else explains two capital
    letters in a row, is `UNNAMED` here.
    """
    read = plain(raw)
    reading = _reading(read.text, language)
    figures = Cast(reading).figures
    entities, _ids = entities_of(reading, figures, {id(each) for each in figures})
    found = (
        replace(entity, kind=_sure_kind(reading, figure.namings))
        for entity, figure in zip(entities, figures, strict=True)
    )
    return read.in_raw(tuple(found))


def called(name: str, entities: Iterable[Entity], language: str) -> tuple[Entity, ...]:
    """Those of that very name; where nobody is, all who are called so, too."""
    ends = lexicon(language).inflection.names
    wanted, known = forms(name, ends), tuple(entities)
    own = tuple(each for each in known if wanted & forms(each.name, ends))
    return own or tuple(
        each
        for each in known
        if any(wanted & forms(alias, ends) for alias in each.aliases)
    )


def in_words(name: str, raw: str, language: str) -> Entity | None:
    """Whoever the words stand for where the text has them; None where it has not.

    The kind is what the words tell by themselves, `UNNAMED` where they tell nothing;
    the id is empty.
    """
    words = written(name).lower().split()
    known = lexicon(language)
    small = known.small_words.issuperset(words)
    read = plain(raw)
    places = () if small else places_of(name, read.text, known.inflection.names)
    if not places:
        return None
    shown, kind = _judged(places, read.text, language)
    mentions = tuple(each.whole for each in places)
    texts = (written(each.of(read.text)) for each in mentions)
    aliases = tuple(dict.fromkeys((shown, *texts)))
    return read.in_raw(Entity("", shown, kind, mentions=mentions, aliases=aliases))


def without_article(name: str, language: str) -> str:
    """As in "die CDU": the name alone."""
    first, _, rest = written(name).partition(" ")
    articles = lexicon(language).words.articles
    return rest if rest and first.lower() in articles else written(name)


def _judged(
    places: tuple[Place, ...], raw: str, language: str
) -> tuple[str, EntityKind]:
    """The name as a pupil reads it, and what it stands for as far as it tells."""
    bare = next((each for each in places if each.name == each.whole), places[0])
    name = written(bare.name.of(raw))
    reading = _reading(raw, language)
    namings = [each for place in places if (each := _naming(reading, place.whole))]
    if not namings:  # a piece of a compound, or cut by soft hyphens
        reading = _reading(name, language)
        alone = _naming(reading, Span(0, len(name)))
        namings = [alone] if alone else []
    kind = _sure_kind(reading, namings)
    if kind in _BY_ROLE:
        known = next(each for each in namings if each.kind is kind)
        figure = Figure(kind, known.names, reading.lexicon.inflection.names)
        figure.add(known)
        name = display_name(reading, figure)
    return name, kind


def _sure_kind(reading: Reading, namings: Sequence[Naming]) -> EntityKind:
    """What a title, a first name or the lexicon says it is; else `UNNAMED`."""
    for each in namings:
        known = {*each.names[:1]} & reading.lexicon.genders.keys()
        if each.kind and (each.kind is not EntityKind.PERSON or each.head or known):
            return each.kind
    return EntityKind.UNNAMED


def _naming(reading: Reading, place: Span) -> Naming | None:
    """What the words there say of whom they name; None for pieces of other words."""
    tokens = reading.text.tokens
    first = bisect_left(tokens, place.begin, key=lambda each: each.begin)
    end = bisect_left(tokens, place.end, key=lambda each: each.begin)
    if first == end or reading.span(first, end) != place:
        return None
    core = next((at for at in range(first, end) if reading.is_noun(at)), None)
    if core is None or not reading.is_noun(end - 1):
        return None
    first -= first > 0 and reading.is_determiner(first - 1)
    return naming_of(reading, Phrase(first, end, core, end, reading.cases(first)))


def _reading(raw: str, language: str) -> Reading:
    known = lexicon(language)
    return Reading(read_text(raw, known), known)
