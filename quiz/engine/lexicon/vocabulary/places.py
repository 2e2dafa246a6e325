"""Countries and outlets, under every name a text can call them by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from quiz.engine.lexicon.shapes import Listed, MaybeName, Name, Names, Shape, Word

AGENCY, BROADCASTER = "agency", "broadcaster"
Type = Annotated[
    str, Shape("type", choices=frozenset({AGENCY, BROADCASTER, "paper", "online"}))
]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known agency or outlet: its name, type ("agency", "paper", …) and country."""

    name: Name
    type: Type
    country: Name
    aliases: Listed


@dataclass(frozen=True, slots=True)
class Outlets:
    """The file outlets.toml."""

    ambiguous: Names
    outlets: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country as its file gives it: stem of the adjective, capital, other names."""

    adjective: Word
    capital: MaybeName
    others: Listed


@dataclass(frozen=True, slots=True)
class Places:
    """The file places.toml."""

    prefixes: Mapping[Name, Name]
    houses: Mapping[Name, Names]
    countries: Mapping[Name, CountryRow]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its name, the stem of its adjective and what stands for it."""

    name: str
    adjective: str
    metonyms: tuple[str, ...]


def by_name(outlets: Iterable[Outlet]) -> Mapping[str, Outlet]:
    """Every name and alias → the outlet."""
    return MappingProxyType(
        {alias: each for each in outlets for alias in (each.name, *each.aliases)}
    )


def houses_of(places: Places) -> Mapping[str, str]:
    """Every form of a house's name → its name."""
    return MappingProxyType(
        {form: house for house, forms in places.houses.items() for form in forms}
    )


def countries_of(places: Places) -> Mapping[str, Country]:
    """Every name, capital and other name → the country."""
    named: dict[str, Country] = {}
    for name, row in places.countries.items():
        metonyms = tuple(word for word in (row.capital, *row.others) if word)
        country = Country(name, row.adjective, metonyms)
        named |= dict.fromkeys((name, *metonyms), country)
    return MappingProxyType(named)
