"""For whom somebody speaks: the country or the body whose office it is."""

from collections.abc import Iterator

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.reading import Reading

HOUSES = (EntityKind.COUNTRY, EntityKind.ORGANISATION)


def houses_of(
    reading: Reading, figure: Figure, houses: list[Figure]
) -> Iterator[Figure]:
    """Those of the houses whose office a person holds; none of anybody else.

    As in "der russische Präsident", "die Sprecherin des Ministeriums", "UNHCR-Chef".
    """
    if figure.kind is not EntityKind.PERSON:
        return
    countries = {role.country for role in figure.roles if role.country}
    offices = [n for n in figure.namings if _is_office(reading, n)]
    for house in houses:
        if house.kind is EntityKind.COUNTRY:
            if not countries.isdisjoint(house.names):
                yield house
        elif any(_is_of(office, house) for office in offices):
            yield house


def _is_office(reading: Reading, naming: Naming) -> bool:
    """As in "Sprecherin", "Vereinschef"; whoever criticises a body holds none there."""
    return naming.head.lower().endswith(reading.lexicon.title_endings)


def _is_of(office: Naming, house: Figure) -> bool:
    """The house is named in what belongs to the office, or in front of its hyphen."""
    phrase = office.phrase
    end = phrase.genitive.end if phrase.genitive is not None else phrase.end
    if house.is_named_in(phrase.core_end, max(end, phrase.end)):
        return True
    front, hyphen, _ = office.head.rpartition("-")
    return bool(hyphen) and front in (house.names[-1:] or (house.namings[0].head,))
