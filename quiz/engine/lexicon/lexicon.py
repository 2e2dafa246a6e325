"""One language's knowledge as one frozen value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from quiz.engine.lexicon.files import (
    Files,
    FirstNames,
    Standing,
    Titles,
    Voices,
    WrittenTitles,
)
from quiz.engine.lexicon.grammar import Fit, Form
from quiz.engine.lexicon.letters import WRITTEN_OTHERWISE
from quiz.engine.lexicon.loading.folder import read_folder
from quiz.engine.lexicon.vocabulary import places
from quiz.engine.lexicon.vocabulary.inflection import Inflection
from quiz.engine.lexicon.vocabulary.nouns import Nouns
from quiz.engine.lexicon.vocabulary.persons import persons_of
from quiz.engine.lexicon.vocabulary.question_words import QuestionWords
from quiz.engine.lexicon.vocabulary.small_words import SmallWords
from quiz.engine.lexicon.vocabulary.verbs import (
    Expression,
    VerbForm,
    expressions,
    subjunctive_forms,
    verb_forms,
)

HERE = Path(__file__).parent
GERMAN = "de"  # where nobody says which language a text is in
ENGLISH = "en"


@dataclass(frozen=True)
class Lexicon:
    """The words of one language (docs/languages.md tells of every table).

    Attributes:
        words: words.toml as it stands (small words, abbreviations, hedges).
        inflection: inflection.toml as it stands (endings).
        nouns: nouns.toml as it stands, the persons among its groups.
        verbs: form → readings as a speech verb.
        calling: the same of verbs by which somebody calls a thing something.
        expressions: form → readings of verbs that mark speech beside other words.
        strict_mood: forms that are Konjunktiv I and nothing else.
        loose_mood: forms that may stand in for it.
        indicatives: some of the strict forms → the indicative.
        mood_endings: endings in -te of forms in the Konjunktiv ("überschreite").
        outlets: every name or alias of a known outlet → the outlet.
        ambiguous_outlets: names of outlets that are words, too.
        countries: every name, capital and metonym → the country.
        houses: every form of the name of a seat of government → the name.
        country_prefixes: beginning of a word → the country's name ("US-").
        offices: title → office shared with other titles ("Machthaber").
        country_chiefs: endings of titles behind a country's name ("Kremlchef").
        chief_office: the office of such a title.
        women: titles of women that do not end as others do.
        titles: every word that can stand before a name as a title.
        title_endings: endings that make a compound a title.
        written_titles: titles with full stops, and what stands behind names.
        standings: what makes an office another's than the holder's.
        genders: first name → "m" or "f".
        names: names.toml as it stands (first names, small words inside names).
        stopwords: words by which the language is known.
        voices: names that may stand in for an option.
        questions: questions.toml as it stands.
    """

    language: str
    words: SmallWords
    inflection: Inflection
    nouns: Nouns
    verbs: Mapping[str, tuple[VerbForm, ...]]
    calling: Mapping[str, tuple[VerbForm, ...]]
    expressions: Mapping[str, tuple[Expression, ...]]
    strict_mood: frozenset[str]
    loose_mood: frozenset[str]
    indicatives: Mapping[str, str]
    mood_endings: tuple[str, ...]
    outlets: Mapping[str, places.Outlet]
    ambiguous_outlets: frozenset[str]
    countries: Mapping[str, places.Country]
    houses: Mapping[str, str]
    country_prefixes: Mapping[str, str]
    offices: Mapping[str, str]
    country_chiefs: tuple[str, ...]
    chief_office: str
    women: frozenset[str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    written_titles: WrittenTitles
    standings: Mapping[str, Standing]
    genders: Mapping[str, str]
    names: FirstNames
    stopwords: frozenset[str]
    voices: Voices
    questions: QuestionWords

    @cached_property
    def adjective_forms(self) -> Mapping[str, str]:
        """Every inflected form of a country's adjective → the country's name."""
        stems = {c.adjective.lower(): c.name for c in self.countries.values()}
        forms: dict[str, str] = {}
        for ending in ("", *self.inflection.adjectives.endings):
            for stem, country in stems.items():
                forms.setdefault(stem + ending, country)
        return MappingProxyType(forms)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The capital letters."""
        return frozenset(self.words.alphabet.upper())

    @cached_property
    def country_names(self) -> tuple[str, ...]:
        """Countries and what stands for them, to see how a word begins."""
        return tuple(self.countries)

    @cached_property
    def office_marks(self) -> Mapping[str, str]:
        """A mark behind an office, without its blanks ("a.D.") → the standing."""
        return MappingProxyType(
            {mark: name for name, s in self.standings.items() for mark in s.marks}
        )

    @cached_property
    def mark_beginnings(self) -> frozenset[str]:
        """How marks behind offices and names begin: "i", "im", "imR", "imRu"."""
        marks = (*self.office_marks, *self.written_titles.behind)
        return frozenset(mark[:n] for mark in marks for n in range(1, len(mark) + 1))

    @cached_property
    def generations(self) -> frozenset[str]:
        """What tells father from son behind a name, with its full stop."""
        return frozenset(f"{word}." for word in self.written_titles.generations)

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
    def idioms(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """First word → fixed phrases in which nobody says anything, word by word."""
        rows: dict[str, tuple[tuple[str, ...], ...]] = {}
        for phrase in self.words.quotation.idioms:
            row = tuple(phrase.split())
            rows[row[0]] = (*rows.get(row[0], ()), row)
        return MappingProxyType(rows)

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
    def spellings(self) -> Mapping[str, str]:
        """A word as others write it → as it stands here: "heisst" → "heißt"."""
        letter, others = WRITTEN_OTHERWISE
        known = {*self.verbs, *self.calling, *self.expressions, *self.finite}
        known |= {*_words_in(self.words)}
        pairs = {w.replace(letter, others): w for w in known if letter in w}
        return MappingProxyType({o: w for o, w in pairs.items() if o not in known})

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
                *words.quotation.points_back,
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
    bends = files.inflection.conjugation
    return Lexicon(
        language=folder.name,
        words=files.words,
        inflection=files.inflection,
        nouns=replace(files.nouns, group_nouns=groups),
        verbs=verb_forms(files.verbs, bends),
        calling=verb_forms(files.calling, bends),
        expressions=expressions(files.expressions, bends),
        strict_mood=files.mood.strict | subjunctive_forms(files.mood.verbs, bends),
        loose_mood=files.mood.loose,
        indicatives=files.mood.indicative,
        mood_endings=files.mood.endings,
        outlets=places.by_name(files.outlets.outlets),
        ambiguous_outlets=files.outlets.ambiguous,
        countries=places.countries_of(files.places),
        houses=places.houses_of(files.places),
        country_prefixes=files.places.prefixes,
        offices=offices,
        country_chiefs=titles.country_chiefs,
        chief_office=titles.chief_office,
        women=titles.women,
        titles=frozenset(
            (*titles.titles.words, *offices, *persons.one, *_degrees(titles.written))
        ),
        title_endings=titles.titles.endings,
        written_titles=titles.written,
        standings=titles.standings,
        genders=_genders(files.names),
        names=files.names,
        stopwords=files.stopwords.words,
        voices=files.voices,
        questions=files.questions,
    )


def _words_in(tables: object) -> Iterator[str]:
    """Every single word of a file's lists, those in order left out."""
    if isinstance(tables, str):
        yield tables
    elif is_dataclass(tables):
        for table in fields(tables):
            yield from _words_in(getattr(tables, table.name))
    elif isinstance(tables, frozenset | Mapping):
        for each in tables:
            yield from _words_in(each)


def _offices(titles: Titles) -> Mapping[str, str]:
    return MappingProxyType(
        {title: office for office, words in titles.office.items() for title in words}
    )


def _degrees(titles: WrittenTitles) -> Iterator[str]:
    """As the text holds them: with their full stop."""
    return (f"{word}." for word in (*titles.degrees, *titles.unstopped))


def _genders(names: FirstNames) -> Mapping[str, str]:
    female = dict.fromkeys(names.female, Fit.FEMININE.value)
    return MappingProxyType(female | dict.fromkeys(names.male, Fit.MASCULINE.value))
