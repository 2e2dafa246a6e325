"""The small words of a language, on which the analysis of a sentence rests."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.engine.lexicon.shapes import (
    Cases,
    Ending,
    Endings,
    Fits,
    Gender,
    InARow,
    MaybeEnding,
    Names,
    Word,
    Words,
)
from quiz.engine.lexicon.sorting_words import SortingWords
from quiz.engine.lexicon.speech import Hedges, Passive, Quotation, States, Wording


@dataclass(frozen=True, slots=True)
class Plural:
    """How a noun ends in the plural, and in the singular."""

    plural: Ending
    singular: MaybeEnding


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun: the cases it can be, and whom it can stand for."""

    cases: Cases
    fits: Fits


@dataclass(frozen=True, slots=True)
class TitleCases:
    """How a title looks in another case than as a subject."""

    masculine: Words
    feminine: Words
    genitive: Endings
    weak: Endings
    strong: Words
    adjectival: Ending


@dataclass(frozen=True, slots=True)
class Adjectives:
    """How adjectives and participles end."""

    dative_plural: Ending
    opening: Endings
    participles: Endings


@dataclass(frozen=True, slots=True)
class Aged:
    """Somebody called by an age: "der 67-Jährige"."""

    noun: Word
    fits: Mapping[Word, Fits]


@dataclass(frozen=True, slots=True)
class Conjunctions:
    """What joins clauses and phrases, or opens a clause."""

    subordinating: Words
    content: Words
    asking: Words
    no_article: Words
    relative: Words
    comparing: Words
    purpose: Words
    infinitive: Word
    joining: Words
    both: InARow
    pairing: Words
    against: Words
    coordinating: Words


@dataclass(frozen=True, slots=True)
class Adverbs:
    """Words that are neither noun nor verb, and endings that show it."""

    in_e: Words
    no_mood: Endings
    opening: Words
    endings: Endings
    words: Words


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The file words.toml."""

    abbreviations: Names
    before_names: Names
    months: Names
    not_names: Names
    auxiliaries: Words
    opening_mood: Words
    plural_determiners: Words
    prefixes: Words
    front: Words
    as_words: Words
    singular_determiners: Words
    plural_endings: Endings
    body_plurals: tuple[Plural, ...]
    origins: Words
    pointing_pronouns: Words
    of_persons: Words
    articles: Words
    abstract_endings: Endings
    thing_endings: Endings
    genitive_plural: Words
    title_cases: TitleCases
    article_cases: Mapping[Word, Mapping[Gender, Cases]]
    noun_endings: Mapping[Gender, Endings]
    determiners: Mapping[Word, Cases]
    article_genders: Mapping[Word, Fits]
    owners: Mapping[Word, Fits]
    partitive: Mapping[Word, Cases]
    adjectives: Adjectives
    pronouns: Mapping[Word, Pronoun]
    aged: Aged
    prepositions: Mapping[Word, Cases]
    conjunctions: Conjunctions
    adverbs: Adverbs
    hedges: Hedges
    states: States
    passive: Passive
    quotation: Quotation
    noun_genders: Mapping[Gender, Endings]
    wording: Wording
    sorting: SortingWords
