"""Figures of the cast as entities: names to show, aliases, members, bodies."""

import re
from collections.abc import Iterator

from quiz.engine.claims.claim import Entity, EntityKind, Series
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.agreement import gender_of
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import body_word, outlet_word, title_word
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case
from quiz.engine.lexicon.vocabulary.inflection import without
from quiz.engine.lexicon.vocabulary.places import AGENCY
from quiz.engine.text.span import Span

MIN_ALIAS = 3
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
    countries = [f for f in kept if f.kind is EntityKind.COUNTRY]
    entities = [
        Entity(
            id=ids[id(figure)],
            name=display_name(reading, figure),
            kind=figure.kind,
            members=tuple(ids[id(m)] for m in _members(reading, figure, outlets)),
            mentions=_mentions(reading, figure),
            aliases=_aliases(reading, figure),
            bodies=tuple(ids[id(c)] for c in countries if _speaks_for(figure, c)),
        )
        for figure in kept
    ]
    return entities, ids


def display_name(reading: Reading, figure: Figure) -> str:
    """How a pupil reads it: the full name, or the role in the nominative."""
    if figure.names:
        quoted = figure.namings[0].phrase.quoted_name is not None
        if figure.kind is EntityKind.ORGANISATION and not quoted:
            return _nominative(reading, figure.namings[0])
        if figure.kind is EntityKind.OUTLET:
            return _outlet_name(reading, figure)
        last = figure.names[-1]
        genitive = reading.lexicon.inflection.names.genitive
        seen = {n.names[-1] for n in figure.namings if n.names}
        if figure.kind is EntityKind.PERSON and reading.bare(last) in seen:
            last = reading.bare(last)
        elif figure.kind is EntityKind.PERSON and last.endswith(genitive):
            stem = last.removesuffix(
                genitive
            )  # "Mussawis" where "Mussawi" is named, too
            last = stem if reading.is_named(stem) else last
        return " ".join((*figure.names[:-1], last))
    return _nominative(reading, figure.namings[0])


def _outlet_name(reading: Reading, figure: Figure) -> str:
    """Its known name; in full where the text never has the letters it is known by.

    "AP" is nothing to look for in a text that says "Associated Press".
    """
    name = " ".join(figure.names)
    outlet = reading.lexicon.outlets.get(name)
    if outlet is None or len(name) > _LETTERS:
        return name
    surfaces = " ".join(s.of(reading.text.raw) for s in _mentions(reading, figure))
    if name.casefold() in re.split(r"\W+", surfaces.casefold()):
        return name
    full = (alias for alias in outlet.aliases if " " in alias or "-" in alias)
    return next((alias for alias in full if alias[:6] in surfaces), name)


def _is_sound(reading: Reading, figure: Figure) -> bool:
    """Named clearly enough to stand beside the speakers as an option."""
    if figure.kind in (EntityKind.OUTLET, EntityKind.COUNTRY):
        return True
    if figure.kind is not EntityKind.PERSON or not figure.names:
        return False
    known = figure.names[0] in reading.lexicon.genders
    return known or bool(figure.roles) or len(figure.namings) > 1


def _nominative(reading: Reading, naming: Naming) -> str:
    """A role or group without article, its adjectives as in "russische Medien"."""
    phrase = naming.phrase
    if naming.kind is EntityKind.ORGANISATION and not _shows_head(reading, naming):
        return naming.head  # "Polizei" out of "Polizeiangaben"
    words = [
        _strong(reading, _inside(reading, at), naming)
        for at in range(phrase.first, phrase.core)
        if not reading.is_determiner(at)
    ]
    if reading.lower[phrase.first] in reading.lexicon.words.plural_determiners:
        words.insert(0, _without_dative(reading, reading.lower[phrase.first]))
    nouns = _nouns(reading, naming)
    words += nouns
    if phrase.genitive is not None and not naming.names:
        inner = phrase.genitive
        begin = phrase.core_end
        words += [reading.word(at) for at in range(begin, inner.end)]
    elif phrase.end > phrase.core_end and reading.is_preposition(phrase.core_end):
        words += [reading.word(at) for at in range(phrase.core_end, phrase.end)]
    text = " ".join(words).replace(" - ", "- ")
    return text if naming.plural else text[0].upper() + text[1:]


def _nouns(reading: Reading, naming: Naming) -> list[str]:
    """The nouns of a role or a body, as a subject has them."""
    phrase = naming.phrase
    nouns = [_as_subject(reading, at, naming) for at in _core(phrase)]
    if naming.kind is EntityKind.ORGANISATION and _is_bent(reading, phrase):
        nouns[0] = _strong(reading, nouns[0], naming)
    known = reading.lexicon.nouns
    if naming.plural and nouns[-1].endswith(known.dative_reports):
        nouns[-1] = _without_dative(reading, nouns[-1])
    if _without_dative(reading, nouns[-1]) in known.group_nouns:
        nouns[-1] = _without_dative(reading, nouns[-1])
    if reading.cases(phrase.first) == Case.GENITIVE:
        nouns[0] = body_word(nouns[0], reading.lexicon)
        nouns[-1] = body_word(nouns[-1], reading.lexicon)
        if naming.kind is EntityKind.OUTLET:
            nouns[-1] = outlet_word(reading, phrase.core_end - 1)
    return nouns


def _without_dative(reading: Reading, word: str) -> str:
    """As in "Anwohner" of "Anwohnern"."""
    return word.removesuffix(reading.lexicon.inflection.nouns.dative_plural)


def _is_bent(reading: Reading, phrase: Phrase) -> bool:
    """As in "des Norddeutschen Instituts": a name's adjective in another case."""
    first, several = phrase.core, phrase.core_end - phrase.core > 1
    word = reading.word(first)
    bent = word.endswith(reading.lexicon.inflection.adjectives.bent)
    bends = several and bent and word not in reading.lexicon.genders
    return (
        bends
        and phrase.first < first
        and Case.NOMINATIVE not in reading.cases(phrase.first)
    )


def _as_subject(reading: Reading, at: int, naming: Naming) -> str:
    """The word of a role in the nominative, any other as it stands."""
    title = title_word(reading, at) if naming.kind is EntityKind.PERSON else None
    word = reading.word(at)
    alone = naming.phrase.first == naming.phrase.core == at
    bare = word.removesuffix(reading.lexicon.inflection.names.genitive)
    if alone and naming.kind is None and reading.is_named(bare):
        word = bare  # "Mussawis" where "Mussawi" is named, too
    return title or word


def _core(phrase: Phrase) -> range:
    return range(phrase.core, phrase.core_end)


def _shows_head(reading: Reading, naming: Naming) -> bool:
    """Whether the phrase holds the word that names the body, in some case."""
    return any(
        reading.word(at).startswith(naming.head)
        and not reading.lower[at].endswith(reading.lexicon.nouns.statement_heads)
        for at in _core(naming.phrase)
    )


def _inside(reading: Reading, at: int) -> str:
    """The word as it stands inside a sentence ("Russische" → "russische")."""
    return reading.lower[at] if at in reading.starts else reading.word(at)


def _strong(reading: Reading, word: str, naming: Naming) -> str:
    if not word[0].isalpha():
        return word  # "27 Mitarbeiter"
    ends = reading.lexicon.inflection.adjectives
    stem = without(word, ends.endings)
    if naming.plural:
        return stem + ends.strong_plural
    strong = ends.strong.get(gender_of(reading, naming))
    return stem + strong if strong else word


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
        if not abroad and (not of_agencies or _is_agency(reading, outlet)):
            yield outlet


def _is_agency(reading: Reading, figure: Figure) -> bool:
    outlet = reading.lexicon.outlets.get(" ".join(figure.names))
    if outlet is not None:
        return outlet.type == AGENCY
    heads = [n.head.lower() for n in figure.namings if n.head]
    words = (*heads, *map(str.lower, figure.names))
    parts = reading.lexicon.nouns.agency_parts
    return any(part in word for word in words for part in parts)


def _speaks_for(figure: Figure, country: Figure) -> bool:
    """A person and the country whose office it holds."""
    return figure.kind is EntityKind.PERSON and any(
        role.country in country.names for role in figure.roles if role.country
    )
