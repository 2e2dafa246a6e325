"""Words, numbers and punctuation marks of a text, each with its place."""

import re
from dataclasses import dataclass

from quiz.engine.text.span import Span

# One alternative wins at each place and none can backtrack into another, so the time
# is linear in the text. A word may hold inner hyphens, apostrophes and full stops.
_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"  # 13  1.500  19:30
    r"|[^\W\d_](?:\.[^\W\d_])+(?!\w)"  # z.B  u.a  d.h
    r"|[^\W\d_]\w*(?:[-'’·][^\W_]\w*)*"  # Atom-U-Boote  An Chan-il
    r"|\.{2,}|[^\w\s]|_+"  # every mark on its own, dots of an ellipsis together
)
_GENITIVE = ("'", "’")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark.

    Attributes:
        begin, end: characters `[begin, end)` of the raw text.
        text: as it stands there.
    """

    begin: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.begin, self.end)

    @property
    def is_word(self) -> bool:
        """It begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """It begins with an upper-case letter."""
        return self.text[0].isupper()


def tokenise(raw: str) -> tuple[Token, ...]:
    """All tokens in order; white space belongs to none."""
    return tuple(Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(raw))
