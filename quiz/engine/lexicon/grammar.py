"""What words are said to be in a language's files, and by which letters."""

from enum import StrEnum


class Case(StrEnum):
    """A case that a phrase can stand in."""

    NOMINATIVE = "n"
    GENITIVE = "g"
    DATIVE = "d"
    ACCUSATIVE = "a"


ANY_CASE = "ngda"
NO_GENITIVE = "nda"


class Fit(StrEnum):
    """Whom a pronoun can stand for; the first three are genders of nouns, too."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    PLURAL = "p"
    FIRST_PERSON = "1"
    ANYBODY = "*"


FEMININE_OR_PLURAL = "fp"
# What pronouns for one somebody or something fit.
ONE = frozenset({"m", "n", "f", "mn"})


class Number(StrEnum):
    """One or several; EITHER where nothing shows it."""

    SINGULAR = "s"
    PLURAL = "p"
    EITHER = ""


class Mood(StrEnum):
    """A form that is Konjunktiv I and nothing else, one that may stand for it, none."""

    STRICT = "strict"
    LOOSE = "loose"
    NONE = ""


class Form(StrEnum):
    """How a verb is used in a form."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    SUBJUNCTIVE = "subjunctive"


class Trait(StrEnum):
    """What a verb of speech introduces, or what else is to be known of it.

    The head of verbs.txt has an example of each.
    """

    QUOTATION = "d"
    CLAUSE = "c"
    SUMMARY = "o"
    REPORT = "r"
    THOUGHT = "t"
    QUESTION = "q"
    TOPIC = "p"
    JUDGEMENT = "j"
    DENIAL = "n"
    PREDICATE = "a"
    PLAN = "w"
    ORIGIN = "s"
    MOTION = "b"
    FINDING = "e"
    KNOWLEDGE = "k"
    COMMON = "x"
