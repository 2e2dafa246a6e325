"""One language's knowledge as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from quiz.engine.lexicon.files import Files, FirstNames, Titles, Voices
from quiz.engine.lexicon.grammar import Form
from quiz.engine.lexicon.loading import read_folder
from quiz.engine.lexicon.nouns import Nouns
from quiz.engine.lexicon.persons import persons_of
from quiz.engine.lexicon.places import Country, Outlet, by_name, countries_of
from quiz.engine.lexicon.small_words import SmallWords
from quiz.engine.lexicon.verbs import (
    Expression,
    VerbForm,
    expressions,
    subjunctive_forms,
    verb_forms,
)

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Lexicon:
    """The words of one language that the engine rests on; see the data files.

    Attributes:
        words: words.toml as it stands (small words, abbreviations, hedges).
        nouns: nouns.toml as it stands, the persons among its groups.
        verbs: form → readings as a speech verb.
        calling: the same of verbs by which somebody calls a thing something.
        expressions: form → readings of verbs that mark speech beside other words.
        strict_mood: forms that are Konjunktiv I and nothing else.
        loose_mood: forms that may stand in for it.
        indicatives: some of the strict forms → the indicative.
        mood_endings: endings in -te of forms in the Konjunktiv ("überschreite").
        outlets: every name or alias of a known outlet → the outlet.
        countries: every name, capital and metonym → the country.
        offices: title → office shared with other titles ("Machthaber").
        titles: every word that can stand before a name as a title.
        title_endings: endings that make a compound a title.
        genders: first name → "m" or "f".
        particles: small words inside names ("von", "al").
        stopwords: words by which the language is known.
        voices: names that may stand in for an option.
    """

    language: str
    words: SmallWords
    nouns: Nouns
    verbs: Mapping[str, tuple[VerbForm, ...]]
    calling: Mapping[str, tuple[VerbForm, ...]]
    expressions: Mapping[str, tuple[Expression, ...]]
    strict_mood: frozenset[str]
    loose_mood: frozenset[str]
    indicatives: Mapping[str, str]
    mood_endings: tuple[str, ...]
    outlets: Mapping[str, Outlet]
    countries: Mapping[str, Country]
    offices: Mapping[str, str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    genders: Mapping[str, str]
    particles: frozenset[str]
    stopwords: frozenset[str]
    voices: Voices

    @cached_property
    def adjective_forms(self) -> Mapping[str, str]:
        """Every inflected form of a country's adjective → the country's name."""
        stems = {c.adjective.lower(): c.name for c in self.countries.values()}
        forms: dict[str, str] = {}
        for ending in ("", "e", "en", "er", "es", "em"):
            for stem, country in stems.items():
                forms.setdefault(stem + ending, country)
        return MappingProxyType(forms)

    @cached_property
    def country_names(self) -> tuple[str, ...]:
        """Countries and what stands for them, to see how a word begins."""
        return tuple(self.countries)

    @cached_property
    def outlet_beginnings(self) -> frozenset[str]:
        """The first words of all outlets' names."""
        return frozenset(name.partition(" ")[0] for name in self.outlets)

    @cached_property
    def outlet_pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring words of outlets' names."""
        return frozenset(
            pair for name in self.outlets for pair in pairwise(name.split())
        )

    @cached_property
    def fixed_names(self) -> Mapping[str, tuple[str, ...]]:
        """First word → names of bodies with small words or figures in them."""
        named: dict[str, tuple[str, ...]] = {}
        for name in self.nouns.fixed_names:
            first = name.partition(" ")[0]
            named[first] = (*named.get(first, ()), name)
        return MappingProxyType(named)

    @cached_property
    def finite(self) -> frozenset[str]:
        """Verbs of speech, auxiliaries and moods in a form that has a subject."""
        speech = {
            form
            for form, readings in self.verbs.items()
            if any(reading.form is Form.FINITE for reading in readings)
        }
        return self.words.auxiliaries | speech | self.loose_mood | self.strict_mood

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that are no nouns, whatever their first letter."""
        words = self.words
        return frozenset(
            {
                *words.determiners,
                *words.pronouns,
                *words.prepositions,
                *words.conjunctions.subordinating,
                *words.conjunctions.coordinating,
                *words.adverbs.words,
                *words.quotation.there,
                *words.hedges.words,
            }
        )


def languages() -> tuple[str, ...]:
    """The languages there is knowledge of, as two-letter codes."""
    return tuple(sorted(p.name for p in HERE.iterdir() if (p / "words.toml").exists()))


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The knowledge of that language; read from disk once.

    Raises:
        KeyError: there is none.
    """
    if language not in languages():
        raise KeyError(language)
    return read_lexicon(HERE / language)


def read_lexicon(folder: Path) -> Lexicon:
    """The knowledge that a folder holds; it is called as the language is.

    Raises:
        BadLexicon: tables or lines are missing, unknown or wrong; all are named.
    """
    files = read_folder(folder, Files)
    titles = files.titles
    offices = _offices(titles)
    persons = persons_of(files.persons, titles.titles.words)
    groups = files.nouns.group_nouns | persons.several
    return Lexicon(
        language=folder.name,
        words=files.words,
        nouns=replace(files.nouns, group_nouns=groups),
        verbs=verb_forms(files.verbs),
        calling=verb_forms(files.calling),
        expressions=expressions(files.expressions),
        strict_mood=files.mood.strict | subjunctive_forms(files.mood.verbs),
        loose_mood=files.mood.loose,
        indicatives=files.mood.indicative,
        mood_endings=files.mood.endings,
        outlets=by_name(files.outlets.outlets),
        countries=countries_of(files.places),
        offices=offices,
        titles=frozenset((*titles.titles.words, *offices, *persons.one)),
        title_endings=titles.titles.endings,
        genders=_genders(files.names),
        particles=files.names.particles,
        stopwords=files.stopwords.words,
        voices=files.voices,
    )


def _offices(titles: Titles) -> Mapping[str, str]:
    return MappingProxyType(
        {title: office for office, words in titles.office.items() for title in words}
    )


def _genders(names: FirstNames) -> Mapping[str, str]:
    female, male = dict.fromkeys(names.female, "f"), dict.fromkeys(names.male, "m")
    return MappingProxyType(female | male)
