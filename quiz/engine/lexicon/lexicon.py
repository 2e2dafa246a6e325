"""One language's knowledge as one frozen value."""

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from quiz.engine.lexicon.persons import read_persons
from quiz.engine.lexicon.verbs import (
    Expression,
    VerbForm,
    read_expressions,
    read_verbs,
    subjunctive_forms,
)

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known agency or outlet: its name, type ("agency", "paper", …) and country."""

    name: str
    type: str
    country: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its name, the stem of its adjective and what stands for it."""

    name: str
    adjective: str
    metonyms: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """The words of one language that the engine rests on; see the data files.

    Attributes:
        words: words.toml as it stands (small words, abbreviations, hedges).
        nouns: nouns.toml with every list as a set.
        verbs: form → readings as a speech verb.
        calling: the same of verbs by which somebody calls a thing something.
        expressions: form → readings of verbs that mark speech beside other words.
        strict_mood: forms that are Konjunktiv I and nothing else.
        loose_mood: forms that may stand in for it.
        indicatives: some of the strict forms → the indicative.
        mood_endings: endings in -te of forms in the Konjunktiv ("überschreite").
        outlets: every name or alias of a known outlet → the outlet.
        outlet_pairs: neighbouring words of their names.
        countries: every name, capital and metonym → the country.
        adjectives: stem of a country's adjective → the country's name.
        offices: title → office shared with other titles ("Machthaber").
        titles: every word that can stand before a name as a title.
        title_endings: endings that make a compound a title.
        genders: first name → "m" or "f".
        fixed_names: first word → names of bodies with small words or figures in them.
        particles: small words inside names ("von", "al").
        stopwords: words by which the language is known.
        voices: type of option → names that may stand in for it.
    """

    language: str
    words: dict[str, Any]
    nouns: dict[str, frozenset[str]]
    verbs: MappingProxyType[str, tuple[VerbForm, ...]]
    calling: MappingProxyType[str, tuple[VerbForm, ...]]
    expressions: MappingProxyType[str, tuple[Expression, ...]]
    strict_mood: frozenset[str]
    loose_mood: frozenset[str]
    indicatives: MappingProxyType[str, str]
    mood_endings: tuple[str, ...]
    outlets: MappingProxyType[str, Outlet]
    outlet_pairs: frozenset[tuple[str, str]]
    countries: MappingProxyType[str, Country]
    adjectives: MappingProxyType[str, str]
    offices: MappingProxyType[str, str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    genders: MappingProxyType[str, str]
    fixed_names: MappingProxyType[str, tuple[str, ...]]
    particles: frozenset[str]
    stopwords: frozenset[str]
    voices: MappingProxyType[str, tuple[str, ...]]

    @cached_property
    def endings(self) -> dict[str, tuple[str, ...]]:
        """The lists of `nouns` in small letters, to see how a word begins or ends."""
        return {
            key: tuple(sorted(word.lower() for word in words))
            for key, words in self.nouns.items()
        }

    @cached_property
    def adjective_forms(self) -> dict[str, str]:
        """Every inflected form of a country's adjective → the country's name."""
        forms: dict[str, str] = {}
        for ending in ("", "e", "en", "er", "es", "em"):
            for stem, country in self.adjectives.items():
                forms.setdefault(stem + ending, country)
        return forms

    @cached_property
    def country_names(self) -> tuple[str, ...]:
        """Countries and what stands for them, to see how a word begins."""
        return tuple(self.countries)

    @cached_property
    def outlet_beginnings(self) -> frozenset[str]:
        """The first words of all outlets' names."""
        return frozenset(name.partition(" ")[0] for name in self.outlets)

    @cached_property
    def finite(self) -> frozenset[str]:
        """Verbs of speech, auxiliaries and moods in a form that has a subject."""
        speech = {
            form
            for form, readings in self.verbs.items()
            if any(reading.form == "finite" for reading in readings)
        }
        auxiliaries = frozenset(self.words["auxiliaries"])
        return auxiliaries | speech | self.loose_mood | self.strict_mood

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that are no nouns, whatever their first letter."""
        words = self.words
        return frozenset(
            {
                *words["determiners"],
                *words["pronouns"],
                *words["prepositions"],
                *words["conjunctions"]["subordinating"],
                *words["conjunctions"]["coordinating"],
                *words["adverbs"]["words"],
                *words["quotation"]["there"],
                *words["hedges"]["words"],
            }
        )


def languages() -> tuple[str, ...]:
    """The languages there is knowledge of, as two-letter codes."""
    return tuple(sorted(p.name for p in HERE.iterdir() if (p / "verbs.txt").exists()))


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The knowledge of that language; read from disk once.

    Raises:
        KeyError: there is none.
    """
    if language not in languages():
        raise KeyError(language)
    folder = HERE / language
    mood = _toml(folder / "mood.toml")
    titles = _toml(folder / "titles.toml")
    names = _toml(folder / "names.toml")
    offices = {t: office for office, ts in titles["office"].items() for t in ts}
    countries = _countries(folder)
    outlets = _outlets(folder)
    genders = dict.fromkeys(names["female"].split(), "f")
    genders |= dict.fromkeys(names["male"].split(), "m")
    nouns = _toml(folder / "nouns.toml")
    persons = read_persons(folder / "persons.toml", titles["titles"]["words"])
    nouns["group_nouns"] = [*nouns["group_nouns"], *persons.several]
    return Lexicon(
        language=language,
        words=_toml(folder / "words.toml"),
        nouns={key: frozenset(values) for key, values in nouns.items()},
        verbs=MappingProxyType(read_verbs(folder / "verbs.txt")),
        calling=MappingProxyType(read_verbs(folder / "calling.txt")),
        expressions=MappingProxyType(read_expressions(folder / "expressions.txt")),
        strict_mood=frozenset(mood["strict"]) | subjunctive_forms(mood["verbs"]),
        loose_mood=frozenset(mood["loose"]),
        indicatives=MappingProxyType(mood["indicative"]),
        mood_endings=tuple(mood["endings"]),
        outlets=MappingProxyType(outlets),
        outlet_pairs=frozenset(
            pair for name in outlets for pair in pairwise(name.split())
        ),
        countries=MappingProxyType(countries),
        adjectives=MappingProxyType(
            {c.adjective.lower(): c.name for c in countries.values()}
        ),
        offices=MappingProxyType(offices),
        titles=frozenset((*titles["titles"]["words"], *offices, *persons.one)),
        title_endings=tuple(titles["titles"]["endings"]),
        genders=MappingProxyType(genders),
        fixed_names=MappingProxyType(_by_first_word(nouns["fixed_names"])),
        particles=frozenset(names["particles"]),
        stopwords=frozenset(_toml(folder / "stopwords.toml")["words"]),
        voices=MappingProxyType(
            {key: tuple(names) for key, names in _toml(folder / "voices.toml").items()}
        ),
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _by_first_word(names: list[str]) -> dict[str, tuple[str, ...]]:
    firsts = {name.split()[0] for name in names}
    return {
        first: tuple(name for name in names if name.split()[0] == first)
        for first in firsts
    }


def _outlets(folder: Path) -> dict[str, Outlet]:
    rows = _toml(folder / "outlets.toml")["outlets"]
    found = [Outlet(name, type_, at, tuple(more)) for name, type_, at, more in rows]
    return {alias: o for o in found for alias in (o.name, *o.aliases)}


def _countries(folder: Path) -> dict[str, Country]:
    named: dict[str, Country] = {}
    for name, row in _toml(folder / "places.toml")["countries"].items():
        adjective, capital, others = row
        metonyms = tuple(word for word in (capital, *others) if word)
        country = Country(name, adjective, metonyms)
        named |= dict.fromkeys((name, *metonyms), country)
    return named
