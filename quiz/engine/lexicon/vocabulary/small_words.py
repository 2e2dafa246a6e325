"""The small words of a language, on which the analysis of a sentence rests."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.engine.lexicon.shapes import (
    Beginnings,
    Cases,
    Endings,
    Fits,
    Gender,
    InARow,
    Names,
    Word,
    Words,
)
from quiz.engine.lexicon.vocabulary.sorting_words import SortingWords
from quiz.engine.lexicon.vocabulary.speech import (
    Calling,
    Hedges,
    Interview,
    Passive,
    Quotation,
    States,
    VagueSources,
    Wording,
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun: the cases it can be, and whom it can stand for."""

    cases: Cases
    fits: Fits


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
    relative_subjects: Words
    relative_cases: Words
    comparing: Words
    compared: Words
    purpose: Words
    joining: Words
    both: InARow
    pairing: Words
    in_lists: Words
    alternatives: Words
    against: Words
    objecting: Words
    commenting: Words
    coordinating: Words


@dataclass(frozen=True, slots=True)
class Adverbs:
    """Words that are neither noun nor verb, and endings that show it."""

    in_e: Words
    no_mood: Endings
    opening: Words
    endings: Endings
    pronominal: Beginnings
    words: Words


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The file words.toml."""

    alphabet: Word
    vowels: InARow
    abbreviations: Names
    before_names: Names
    months: Names
    clock: Words
    not_names: Names
    auxiliaries: Words
    opening_mood: Words
    reflexive: Words
    anybody: Words
    first_person: Words
    third_person: Words
    polite: Names
    mood_subjects: Words
    contractions: Words
    plural_determiners: Words
    prefixes: Words
    front: Words
    as_words: Words
    singular_determiners: Words
    origins: Words
    pointing_pronouns: Words
    of_persons: Words
    spouses: Names
    articles: Words
    definite: Words
    indefinite: Words
    nominative_articles: Words
    plural_article: Words
    opposing: Words
    for_purpose: Words
    gathered_around: Words
    abstract_endings: Endings
    thing_endings: Endings
    genitive_plural: Words
    article_cases: Mapping[Word, Mapping[Gender, Cases]]
    determiners: Mapping[Word, Cases]
    article_genders: Mapping[Word, Fits]
    title_genders: Mapping[Word, Gender]
    owners: Mapping[Word, Fits]
    partitive: Mapping[Word, Cases]
    pronouns: Mapping[Word, Pronoun]
    aged: Aged
    prepositions: Mapping[Word, Cases]
    conjunctions: Conjunctions
    adverbs: Adverbs
    hedges: Hedges
    vague: VagueSources
    states: States
    passive: Passive
    quotation: Quotation
    interview: Interview
    calling: Calling
    wording: Wording
    sorting: SortingWords
