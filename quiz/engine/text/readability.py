"""How hard a German text is to read.

LIX (Björnsson 1968): words ÷ sentences + 100 × (words of more than six letters) ÷
words.

Vienna formula 1 (Bamberger and Vanecek 1984, "Erste Wiener Sachtextformel"), in
school years: 0.1935·MS + 0.1672·SL + 0.1297·IW − 0.0327·ES − 0.875, where MS, IW
and ES are the percentages of words with three or more syllables, of more than six
letters and of one syllable, and SL is the mean number of words in a sentence.
"""

import re
from dataclasses import dataclass
from functools import cache

from quiz.engine.lexicon.lexicon import GERMAN, lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…:;]+(?:[\s“”\"«»)]|$)|\n\s*\n")
_LONG_WORD = 6  # letters; what has more is long
_FEWEST_WORDS = 20  # below this neither figure means anything

WORDS_A_MINUTE = 120
"""Silent reading with understanding at about age 12, on the careful side; from
experience, not from a study: it only proposes how long a round takes."""
SECONDS_A_QUESTION = 25


@dataclass(frozen=True, slots=True)
class Readability:
    """Figures of one text.

    Attributes:
        words: how many.
        lix: below 30 easy, 40 ordinary prose, above 50 hard.
        school_year: in which school year it can be read, as a decimal.
    """

    words: int
    lix: float
    school_year: float

    def minutes(self, questions: int = 0) -> int:
        """How long reading it and answering so many questions takes, at least 1."""
        return _minutes(self.words, questions)


def minutes_to_read(text: str) -> int:
    """How long reading the text takes, at least 1, as its figures say."""
    return _minutes(len(_WORD.findall(text)))


def _minutes(words: int, questions: int = 0) -> int:
    seconds = words / WORDS_A_MINUTE * 60 + questions * SECONDS_A_QUESTION
    return max(1, round(seconds / 60))


def syllables(word: str, language: str = GERMAN) -> int:
    """How many syllables a word has, by its vowels; at least 1."""
    return max(1, len(_vowels(language).findall(word)))


def readability(text: str, language: str = GERMAN) -> Readability | None:
    """The figures; None for a text of fewer than 20 words."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return None
    sentences = sum(1 for piece in _SENTENCE.split(text) if _WORD.search(piece))
    counts = [syllables(word, language) for word in words]
    size = len(words)
    long = sum(len(word) > _LONG_WORD for word in words)
    length = size / sentences
    many = 100 * sum(count >= 3 for count in counts) / size
    one = 100 * sum(count == 1 for count in counts) / size
    return Readability(
        words=size,
        lix=length + 100 * long / size,
        school_year=0.1935 * many
        + 0.1672 * length
        + 0.1297 * 100 * long / size
        - 0.0327 * one
        - 0.875,
    )


@cache
def _vowels(language: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon(language).words.vowels), re.IGNORECASE)
