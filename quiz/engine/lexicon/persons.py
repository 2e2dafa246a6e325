"""Nouns for people in every number and gender, made by rule from a short list."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.engine.lexicon.shapes import Column

# A man's noun that ends so takes -en in the plural; others in -e or like -er, none.
WEAK = (
    "ist",
    "ent",
    "ant",
    "at",
    "et",
    "nom",
    "graf",
    "soph",
    "urg",
    "arch",
    "oph",
    "or",
)


@dataclass(frozen=True, slots=True)
class PersonLists:
    """The file persons.toml; its head says how its lists are read."""

    masculine: Column
    feminine: Column
    several: Column
    adjectival: Column


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
    feminine = [*lists.feminine, *map(_feminine, masculine)]
    stems = [stem.capitalize() for stem in lists.adjectival]
    one = {*masculine, *feminine, *(stem + e for stem in stems for e in ("e", "er"))}
    several = {
        *lists.several,
        *(_plural(noun) for noun in masculine),
        *(noun + "nen" for noun in feminine if noun.endswith("in")),
        *(stem + e for stem in stems for e in ("e", "en")),
        *(more for title in titles if (more := _plural_of_title(title)) != title),
    }
    return Persons(frozenset(one), frozenset(several))


def _feminine(noun: str) -> str:
    if noun.endswith("mann"):
        return noun.removesuffix("mann") + "frau"
    return noun.removesuffix("e") + "in"


def _plural_of_title(title: str) -> str:
    return title + "nen" if title.endswith("in") else _plural(title)


def _plural(noun: str) -> str:
    """As in "Piloten", "Forscher", "Kollegen", "Friseure", "Männer"."""
    if noun.endswith("mann"):
        return noun.removesuffix("mann") + "männer"
    if noun.endswith("arzt"):
        return noun.removesuffix("arzt") + "ärzte"
    if noun.endswith("er"):
        return noun
    if noun.endswith("e"):
        return noun + "n"
    if noun.endswith(WEAK):
        return noun + "en"
    return noun + "e"
