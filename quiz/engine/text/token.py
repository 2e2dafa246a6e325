"""Words, numbers and punctuation marks of a text, each with its place."""

import re
from typing import NamedTuple

from quiz.engine.lexicon.domains import DOMAINS
from quiz.engine.lexicon.letters import OF_ALL_GENDERS
from quiz.engine.text.span import Span

_DOMAINS = "|".join(DOMAINS)
_OF_ALL_GENDERS = "|".join(OF_ALL_GENDERS)
# One alternative wins at each place and none can backtrack into another, so the time
# is linear in the text. A word may hold inner hyphens, apostrophes and full stops.
_TOKEN = re.compile(
    rf"(?:[^\W\d_][\w-]*\.){{1,4}}(?:{_DOMAINS})(?![\w-])"  # nordpost.de
    r"|\d+(?:[.,:]\d+)*"  # 13  1.500  19:30
    r"|[^\W\d_](?:\.[^\W\d_])+(?!\w)"  # z.B  u.a  d.h
    r"|[^\W\d_]\w*(?:[-'’·][^\W_]\w*)*"  # Atom-U-Boote  An Chan-il
    rf"(?:[:*/]-?(?:{_OF_ALL_GENDERS})(?![^\W_])(?:-[^\W_]\w*)*)?"  # Lehrer*innen-Rat
    r"|\.{2,}|[^\w\s]|_+"  # every mark on its own, dots of an ellipsis together
)
_GENITIVE = ("'", "’")
_ADDRESS = re.compile(rf"[^\W\d_][\w.-]*\.(?:{_DOMAINS})")


class Token(NamedTuple):
    """A word, number or mark.

    Attributes:
        begin, end: characters `[begin, end)` of the raw text.
        text: as it stands there.
        is_word: it begins with a letter.
        is_capital: it begins with an upper-case letter.
    """

    begin: int
    end: int
    text: str
    is_word: bool
    is_capital: bool

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.begin, self.end)


def tokenise(raw: str) -> tuple[Token, ...]:
    """All tokens in order; white space belongs to none."""
    return tuple(map(_token, _TOKEN.finditer(raw)))


def is_address(word: str) -> bool:
    """As in "nordpost.de": the name of a site on the web."""
    return "." in word and _ADDRESS.fullmatch(word) is not None


def is_compound(word: str) -> bool:
    """As in "dpa-Meldung", "ai-Bericht": small letters, hyphen, noun."""
    head = word.rpartition("-")[2]
    return head != word and head[:1].isupper()


def words_of(stretch: Span, raw: str) -> list[Token]:
    """The words and numbers of a stretch, with their places in the whole text."""
    return [
        word._replace(begin=word.begin + stretch.begin, end=word.end + stretch.begin)
        for word in tokenise(stretch.of(raw))
        if word.text[0].isalnum()
    ]


def words_in(raw: str) -> list[str]:
    """Only the words, as they stand."""
    return [text for text in _TOKEN.findall(raw) if text[0].isalpha()]


def _token(found: re.Match[str]) -> Token:
    text = found.group()
    first = text[0]
    return Token(*found.span(), text, first.isalpha(), first.isupper())
