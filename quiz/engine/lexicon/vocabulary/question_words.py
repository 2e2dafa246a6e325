"""What the kinds of question ask of words: what can be cut, hidden or taken wrongly."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.engine.lexicon.shapes import (
    Beginnings,
    Column,
    Ending,
    Endings,
    Fits,
    Name,
    Patterns,
    Phrases,
    Word,
    Words,
)


@dataclass(frozen=True, slots=True)
class BareForms:
    """What comes off a word so that its forms meet."""

    genitive: Ending
    no_genitive: Endings
    plural: Endings


@dataclass(frozen=True, slots=True)
class NameWords:
    """What tells a name from other words, and one voice from several."""

    particles: Words
    vague: Endings
    some: Beginnings
    anybody: Words
    any_outlet: Endings
    media_roles: Endings
    no_roles: Words
    bent: Endings
    bending_roles: Endings
    same: Phrases
    offices: Words
    office_joints: Words
    leading: Endings
    dead: Patterns
    told_at: Words
    placing: Words
    foreign_links: Words
    heard_in: Words
    writing: Beginnings
    occasions: Patterns
    senders: Words
    platforms: Words
    adjective: Ending
    countries: Endings
    beside: Patterns
    joints: Words
    joined: Words


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What shows gender and number of a voice, and how one names it for it."""

    marks: Mapping[Word, Words]
    nominative: Mapping[Fits, Word]
    dative: Mapping[Fits, Word]
    endings: Mapping[Fits, Endings]
    english: Mapping[Word, Name]
    english_links: Mapping[Word, Name]
    english_several: Mapping[Word, Name]
    polite: Mapping[Word, Name]
    polite_in_english: Mapping[Name, Name]


@dataclass(frozen=True, slots=True)
class PronounWords:
    """Pronouns that give somebody away, or leave it open who is meant."""

    masculine: Patterns
    feminine: Patterns
    he: Words
    she: Words
    opening: Words
    unclear: Words
    you: Words
    owners: Words
    pointing: Words
    these: Words
    thus: Words
    hers: Words
    such: Words


@dataclass(frozen=True, slots=True)
class Cutting:
    """Where the end of a statement can be cut off, and where not."""

    clauses: Words
    relatives: Words
    joining: Words
    limits: Words
    verb_last: Words
    asked: Words
    parts: Words


@dataclass(frozen=True, slots=True)
class Standing:
    """Verbs without which their content says something else."""

    of_others: Patterns
    turning: Patterns
    warning: Patterns
    asking: Patterns
    judging: Patterns
    thinking: Patterns
    announcing: Patterns
    writing: Patterns


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a question must not say in its own words."""

    catch_all: Patterns
    loaded: Patterns
    negations: Patterns


@dataclass(frozen=True, slots=True)
class Soll:
    """The verb of hearsay, plans and duties."""

    forms: Words
    limits: Words


@dataclass(frozen=True, slots=True)
class Leaning:
    """What points to the sentence before."""

    beginnings: Beginnings
    answers: Words
    selves: Words
    that: Words
    these: Words
    backward: Words
    against: Words
    anywhere: Words
    first: Words


@dataclass(frozen=True, slots=True)
class Typed:
    """What does not count in a typed answer."""

    articles: Words


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The file questions.toml."""

    function_words: Column
    bare: BareForms
    names: NameWords
    subjects: SubjectWords
    pronouns: PronounWords
    cutting: Cutting
    standing: Standing
    rules: RuleWords
    soll: Soll
    leaning: Leaning
    typed: Typed
