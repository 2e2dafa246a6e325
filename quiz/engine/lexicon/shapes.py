"""What can stand in a table of a language: types, and what is checked of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from quiz.engine.lexicon.grammar import ANY_CASE, Fit

MARKERS = "afvi"  # of verbs in calling.txt, for words that stand before
GENDERS = Fit.MASCULINE + Fit.FEMININE + Fit.NEUTER


@dataclass(frozen=True, slots=True)
class Shape:
    """How words stand in a table.

    Attributes:
        name: what this is called in messages and documents.
        small: they are compared with words in small letters, so they have no others.
        letters: they consist of these letters and nothing else.
        column: they stand in one string rather than in a list.
        empty: there may be none, which is written "".
        choices: they are some of these, if any are given.
        pattern: they are regular expressions.
    """

    name: str
    small: bool = False
    letters: str = ""
    column: bool = False
    empty: bool = False
    choices: frozenset[str] = frozenset()
    pattern: bool = False

    def objection(self, word: str) -> str:
        """Why the word cannot stand there; "" if it can."""
        if not word:
            return "" if self.empty else "is empty"
        if self.small and word != word.lower():
            return "has a capital: it is never found"
        if self.letters and not set(word) <= set(self.letters):
            return f"may only have the letters {self.letters}"
        if self.pattern and not _compiles(word):
            return "is no regular expression"
        if self.choices and word not in self.choices:
            return f"is none of {', '.join(sorted(self.choices))}"
        return ""


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Rows:
    """How the lines of a file that is no TOML are read.

    Attributes:
        name: what a line is called in messages and documents.
        read: the value of a line; raises ValueError with what is wrong with it.
    """

    name: str
    read: Callable[[str], Any]


Marker = Annotated[str, Shape("letter", letters=MARKERS)]
Word = Annotated[str, Shape("word", small=True)]
Ending = Annotated[str, Shape("ending", small=True)]
MaybeEnding = Annotated[str, Shape("ending or nothing", small=True, empty=True)]
Cases = Annotated[str, Shape("cases", letters=ANY_CASE)]
Gender = Annotated[str, Shape("gender", letters=GENDERS)]
Fits = Annotated[str, Shape("genders", letters="".join(Fit))]
Name = Annotated[str, Shape("name")]
MaybeName = Annotated[str, Shape("name or nothing", empty=True)]

Words = Annotated[frozenset[str], Shape("words", small=True)]
Names = Annotated[frozenset[str], Shape("words as written")]
Column = Annotated[tuple[str, ...], Shape("string of words as written", column=True)]
Endings = Annotated[tuple[str, ...], Shape("endings", small=True)]
Beginnings = Annotated[tuple[str, ...], Shape("beginnings", small=True)]
InARow = Annotated[tuple[str, ...], Shape("words in a row", small=True)]
Phrases = Annotated[tuple[str, ...], Shape("words in rows", small=True)]
Patterns = Annotated[tuple[str, ...], Shape("patterns", pattern=True)]
Listed = Annotated[tuple[str, ...], Shape("names in order")]
