"""The files of a language's folder, each with what stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from quiz.engine.lexicon.shapes import (
    Beginnings,
    Column,
    Endings,
    Listed,
    Name,
    Names,
    Rows,
    Word,
    Words,
)
from quiz.engine.lexicon.vocabulary.inflection import Inflection
from quiz.engine.lexicon.vocabulary.nouns import Nouns
from quiz.engine.lexicon.vocabulary.persons import PersonLists
from quiz.engine.lexicon.vocabulary.places import Outlets, Places
from quiz.engine.lexicon.vocabulary.question_words import QuestionWords
from quiz.engine.lexicon.vocabulary.small_words import SmallWords
from quiz.engine.lexicon.vocabulary.verbs import (
    CALLING_LETTERS,
    ExpressionLine,
    VerbLine,
    expression_line,
    verb_line,
)

_VERB = "infinitive, letters, maybe three forms"
VerbRows = Annotated[tuple[VerbLine, ...], Rows(_VERB, verb_line)]
CallingRows = Annotated[
    tuple[VerbLine, ...], Rows(_VERB, partial(verb_line, letters=CALLING_LETTERS))
]
ExpressionRows = Annotated[
    tuple[ExpressionLine, ...], Rows(f"{_VERB} : words, other words", expression_line)
]


@dataclass(frozen=True, slots=True)
class Mood:
    """The file mood.toml."""

    strict: Words
    loose: Words
    endings: Endings
    verbs: Words
    indicative: Mapping[Word, Word]


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Words that can stand before a name as a title, and how such words end."""

    words: Names
    endings: Endings


@dataclass(frozen=True, slots=True)
class WrittenTitles:
    """Titles written with full stops, and what stands behind an office or a name."""

    degrees: Names
    unstopped: Names
    fronts: Names
    behind: Names
    generations: Names
    full: Mapping[Name, Name]
    callings: Mapping[Word, Endings]

    @property
    def words(self) -> frozenset[str]:
        """Every word with which a title begins, or a mark that sets a name apart."""
        return self.degrees.union(
            self.unstopped, self.fronts, self.generations, self.full
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """What says so behind an office, before it, and at the beginning of compounds."""

    marks: Names
    adjectives: Beginnings
    fronts: Listed


@dataclass(frozen=True, slots=True)
class Titles:
    """The file titles.toml."""

    country_chiefs: Endings
    chief_office: Word
    women: Names
    office: Mapping[Word, Names]
    titles: TitleWords
    written: WrittenTitles
    standings: Mapping[Word, Standing]


@dataclass(frozen=True, slots=True)
class FirstNames:
    """The file names.toml."""

    female: Column
    male: Column
    surnames: Names
    nobility: Names
    particles: Words
    outer_particles: Words
    inner_particles: Words
    foreign_particles: Words


@dataclass(frozen=True, slots=True)
class Stopwords:
    """The file stopwords.toml."""

    words: Words


@dataclass(frozen=True, slots=True)
class Voices:
    """The file voices.toml: who may stand in as an option of each type."""

    collective: Listed
    outlet: Listed
    state: Listed


@dataclass(frozen=True, slots=True)
class Files:
    """A language's folder; the fields are called as the files are."""

    verbs: VerbRows
    calling: CallingRows
    expressions: ExpressionRows
    words: SmallWords
    inflection: Inflection
    nouns: Nouns
    persons: PersonLists
    titles: Titles
    names: FirstNames
    outlets: Outlets
    places: Places
    mood: Mood
    questions: QuestionWords
    stopwords: Stopwords
    voices: Voices
