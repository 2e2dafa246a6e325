"""Figures of the cast as entities: names to show, aliases, members, bodies."""

import re
from collections.abc import Iterator

from quiz.engine.claims.claim import Entity, EntityKind, Series
from quiz.engine.claims.entities.figure import Figure, is_agency
from quiz.engine.claims.entities.houses import Houses
from quiz.engine.claims.entities.nominative import (
    nominative,
    out_of_genitive,
    own_newsroom,
    upright,
    what_for,
)
from quiz.engine.claims.entities.unclear import misleads
from quiz.engine.claims.entities.wellformed import is_wellformed
from quiz.engine.claims.phrases.media import is_own_newsroom
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.noun import is_body, is_first_name
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.span import Span

MIN_ALIAS = 3
MAX_FIRST = 2  # words before a surname that no list knows
UNKNOWN = 2  # first name and surname behind a body
DOUBLE = 2  # words behind a first name that may be two people's
_LETTERS = 4  # a longer name of an outlet is no abbreviation


def entities_of(
    reading: Reading, figures: list[Figure], speaking: set[int]
) -> tuple[list[Entity], dict[int, str]]:
    """The entities in order of appearance, and the id of each figure's.

    Args:
        reading: the text.
        figures: all of them.
        speaking: `id()` of the figures that speak or report; they are always kept.
    """
    kept = [f for f in figures if id(f) in speaking or _is_sound(reading, f)]
    ids = {id(figure): Series.ENTITY.id(n) for n, figure in enumerate(kept, start=1)}
    outlets = [f for f in kept if f.kind is EntityKind.OUTLET]
    houses = Houses(kept, reading.lexicon)
    entities = [
        Entity(
            id=ids[id(figure)],
            name=display_name(reading, figure),
            kind=figure.kind,
            members=tuple(ids[id(m)] for m in _members(reading, figure, outlets)),
            mentions=_mentions(reading, figure),
            aliases=_aliases(reading, figure),
            bodies=tuple(ids[id(h)] for h in houses.of(figure)),
        )
        for figure in kept
    ]
    return entities, ids


def display_name(reading: Reading, figure: Figure) -> str:
    """How a pupil reads it: the full name, or the role in the nominative."""
    if figure.names:
        quoted = figure.namings[0].phrase.quoted_name is not None
        if figure.kind is EntityKind.ORGANISATION and not quoted:
            return nominative(reading, figure.namings[0])
        if figure.kind is EntityKind.OUTLET:
            return _outlet_name(reading, figure)
        if figure.kind is EntityKind.UNNAMED:
            naming = figure.namings[0]
            words = upright(reading, naming, out_of_genitive(reading, naming))
            return " ".join((*words, *what_for(reading, naming)))
        names = _throne_name(reading, figure) or figure.names
        last = names[-1]
        genitive = reading.lexicon.inflection.names.genitive
        seen = {n.names[-1] for n in figure.namings if n.names}
        if figure.kind is EntityKind.PERSON and reading.bare(last) in seen:
            last = reading.bare(last)
        elif figure.kind is EntityKind.PERSON and last.endswith(genitive):
            stem = last.removesuffix(
                genitive
            )  # "Mussawis" where "Mussawi" is named, too
            last = stem if reading.is_named(stem) else last
        return " ".join((*names[:-1], last))
    phrases = (naming.phrase for naming in figure.namings)
    own = next((p for p in phrases if is_own_newsroom(reading, p)), None)
    if own is not None and figure.kind is not EntityKind.PERSON:
        return own_newsroom(reading, own)
    return nominative(reading, _plainest(figure))


def _plainest(figure: Figure) -> Naming:
    """As in "Hacker" of "der jüngste Hacker" and "der Hacker": what all have.

    A body's adjectives tell which it is ("die türkische Regierung").
    """
    if figure.kind not in (EntityKind.PERSON, EntityKind.GROUP):
        return figure.namings[0]
    return min(
        figure.namings,
        key=lambda n: (
            (n.phrase.genitive is not None, n.phrase.core - n.phrase.first)
            if figure.kind is EntityKind.GROUP
            else (False, n.phrase.core - n.phrase.first)
        ),
    )


def _throne_name(reading: Reading, figure: Figure) -> tuple[str, ...]:
    """As in "Papst Franziskus": the name behind such a title is the whole name."""
    thrones = reading.lexicon.words.sorting.thrones
    return next((n.names for n in figure.namings if n.head in thrones and n.names), ())


def has_clear_name(reading: Reading, figure: Figure, figures: list[Figure]) -> bool:
    """Whether the name to show is a name, a role or a body, and of one alone.

    As "Jo Brandt Moos" is not where Moos is somebody else: two names side by side.
    """
    name = display_name(reading, figure)
    if not is_wellformed(name, figure.kind, reading.lexicon):
        return False
    if misleads(reading, figure):
        return False
    first, *others = figure.names or ("",)
    if figure.kind is EntityKind.PERSON and (
        _is_quotation(reading, figure)
        or _runs_into_name(reading, figure)
        or _may_hold_name(reading, figure)
        or _is_cut_short(reading, figure)
    ):
        return False
    if figure.kind is not EntityKind.PERSON or len(others) < DOUBLE:
        return True
    return not any(
        other is not figure
        and other.kind is EntityKind.PERSON
        and len(other.names) > 1
        and other.names[-1] == others[-1]
        and other.names[0] != first
        for other in figures
    )


def _is_quotation(reading: Reading, figure: Figure) -> bool:
    """As in "„Große Pause“ sagte alles": words in quotation marks alone, no name."""
    first = figure.names[0] if figure.names else ""
    bent = first.endswith(reading.lexicon.inflection.adjectives.endings)
    return (
        bent
        and first not in reading.lexicon.genders
        and all(naming.phrase.core in reading.quoted for naming in figure.namings)
    )


def _runs_into_name(reading: Reading, figure: Figure) -> bool:
    """As in "Neue Metaphern Franziskus sagte": a heading's end before a name.

    No list has the words before it as first names, and an adjective without an
    article stands there, or more words than a name has, or it is a first name.
    """
    if len(figure.names) < DOUBLE or figure.roles:
        return False
    *front, last = figure.names
    known = reading.lexicon
    if any(is_first_name(name, known) or "." in name for name in front):
        return False
    large = [name for name in front if name not in known.names.particles]
    phrase = figure.namings[0].phrase
    bare = phrase.first < phrase.core and not reading.is_determiner(phrase.first)
    return last in known.genders or bare or len(large) > MAX_FIRST


def _may_hold_name(reading: Reading, figure: Figure) -> bool:
    """As in "Vizechef der Verwaltung Andij Taranko": whoever it is behind the body.

    Or what the body is called ("Chef der Verwaltung Bad Moorbach"): nothing tells.
    """
    body = _plainest(figure).phrase.genitive
    if figure.names or body is None or body.quoted_name is not None:
        return False
    if body.core_end - body.core != UNKNOWN + 1 or not is_body(reading, body.core):
        return False
    unknown = range(body.core + 1, body.core_end)
    countries = reading.lexicon.countries
    return not any(
        is_body(reading, at) or reading.word(at) in countries for at in unknown
    )


def _is_cut_short(reading: Reading, figure: Figure) -> bool:
    """As in "Sprecher der Gruppe Erste Küstenwache": its name stands behind."""
    body, end = _plainest(figure).phrase.genitive, _plainest(figure).phrase.end
    if figure.names or body is None or end + 1 >= len(reading.words):
        return False
    large = reading.text.tokens[end].is_capital and end not in reading.starts
    return large and reading.is_noun(end + 1)


def _outlet_name(reading: Reading, figure: Figure) -> str:
    """Its known name; in full where the text never has the letters it is known by.

    "AP" is nothing to look for in a text that says "Associated Press".
    """
    name = " ".join(figure.names)
    outlet = reading.lexicon.outlets.get(name)
    if outlet is None:
        shown = " ".join(upright(reading, figure.namings[0], figure.names))
        return shown.replace(" .", ".")  # "F.A.Z."
    if len(name) > _LETTERS:
        return name
    surfaces = " ".join(s.of(reading.text.raw) for s in _mentions(reading, figure))
    if name.casefold() in re.split(r"\W+", surfaces.casefold()):
        return name
    full = (alias for alias in outlet.aliases if " " in alias or "-" in alias)
    return next((alias for alias in full if alias[:6] in surfaces), name)


def _is_sound(reading: Reading, figure: Figure) -> bool:
    """Named clearly enough to stand beside the speakers as an option."""
    sound = figure.kind in (EntityKind.OUTLET, EntityKind.COUNTRY)
    if figure.kind is EntityKind.PERSON and figure.names:
        known = figure.names[0] in reading.lexicon.genders
        sound = known or bool(figure.roles) or len(figure.namings) > 1
    return sound and is_wellformed(
        display_name(reading, figure), figure.kind, reading.lexicon
    )


def _mentions(reading: Reading, figure: Figure) -> tuple[Span, ...]:
    spans = {
        reading.span(*(n.phrase.quoted_name or (n.phrase.core, n.phrase.core_end)))
        for n in figure.namings
    }
    return tuple(sorted(spans))


def _aliases(reading: Reading, figure: Figure) -> tuple[str, ...]:
    """All surfaces, and of a proper name each word of its own."""
    raw = reading.text.raw
    found = {span.of(raw): None for span in _mentions(reading, figure)}
    if figure.names:
        found[display_name(reading, figure)] = None
    if figure.kind is EntityKind.PERSON:
        seen = {name for naming in figure.namings for name in naming.names}
        stems = {reading.bare(name) for name in figure.names} & seen
        words = {*figure.names, *stems}
        found |= {word: None for word in sorted(words) if len(word) >= MIN_ALIAS}
    outlet = reading.lexicon.outlets.get(" ".join(figure.names))
    if figure.kind is EntityKind.OUTLET and outlet is not None:
        found |= dict.fromkeys((outlet.name, *outlet.aliases))
    return tuple(found)


def _members(
    reading: Reading, group: Figure, outlets: list[Figure]
) -> Iterator[Figure]:
    """As in "russische Nachrichtenagenturen": the Russian agencies named."""
    if group.kind is not EntityKind.GROUP:
        return
    naming = group.namings[0]
    nouns = reading.lexicon.nouns
    head = naming.head.lower()
    reports = head.endswith(reading.lexicon.nouns.statement_heads)
    if naming.head not in nouns.outlet_plurals and not reports:
        return
    of_agencies = any(part in head for part in nouns.agency_parts)
    for outlet in outlets:
        country = next((n.country for n in outlet.namings if n.country), None)
        abroad = naming.country and country and naming.country != country
        if not abroad and (not of_agencies or is_agency(outlet, reading.lexicon)):
            yield outlet
