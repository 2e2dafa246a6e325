"""Nouns for people in every number and gender, made by rule from a short list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quiz.engine.lexicon.shapes import Column, Ending, Endings


@dataclass(frozen=True, slots=True)
class PersonLists:
    """The file persons.toml; its head says how its lists are read."""

    masculine: Column
    feminine: Column
    several: Column
    adjectival: Column
    women: Mapping[Ending, Ending]
    woman: Ending
    women_plurals: Mapping[Ending, Ending]
    plurals: Mapping[Ending, Ending]
    plural: Ending
    adjectival_one: Endings
    adjectival_several: Endings

    def woman_of(self, noun: str) -> str:
        """As in "Pilotin" of "Pilot", "Kauffrau" of "Kaufmann"."""
        return _replaced(noun, self.women) or noun + self.woman

    def plural_of(self, noun: str) -> str:
        """As in "Piloten", "Forscher", "Kollegen", "Friseure", "Männer"."""
        return _replaced(noun, self.plurals) or noun + self.plural

    def women_of(self, noun: str) -> str:
        """As in "Pilotinnen"; "" for a noun that makes its plural otherwise."""
        return _replaced(noun, self.women_plurals)


@dataclass(frozen=True, slots=True)
class Persons:
    """Nouns for people.

    Attributes:
        one: those that name one person ("Pilot", "Pilotin", "Angeklagter").
        several: those that name more than one ("Piloten", "Pilotinnen", "Leute").
    """

    one: frozenset[str]
    several: frozenset[str]


def persons_of(lists: PersonLists, titles: Iterable[str]) -> Persons:
    """All forms of the nouns and the plurals of titles."""
    masculine = lists.masculine
    feminine = [*lists.feminine, *map(lists.woman_of, masculine)]
    stems = [stem.capitalize() for stem in lists.adjectival]
    one = {
        *masculine,
        *feminine,
        *(stem + ending for stem in stems for ending in lists.adjectival_one),
    }
    several = {
        *lists.several,
        *map(lists.plural_of, masculine),
        *filter(None, map(lists.women_of, feminine)),
        *(stem + ending for stem in stems for ending in lists.adjectival_several),
        *(more for title in titles if (more := _several(lists, title)) != title),
    }
    return Persons(frozenset(one), frozenset(several))


def _several(lists: PersonLists, title: str) -> str:
    return lists.women_of(title) or lists.plural_of(title)


def _replaced(noun: str, endings: Mapping[str, str]) -> str:
    """The noun with the first of the endings that it has replaced; "" without one."""
    for ending, new in endings.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + new
    return ""
