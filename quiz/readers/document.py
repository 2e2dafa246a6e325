"""What a reader finds in a file or on a page."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

_LONGEST_TITLE = 140  # characters
_MOST_LEFT_OUT = 40
_SHOWN_OF_EACH = 160  # characters


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was read, for a person to check.

    Attributes:
        text: paragraphs with a blank line between them.
        title, author, outlet, licence, url: as far as the source tells, else "".
        published_on: the day, None where the source does not tell.
        is_whole: it is the file as it was; nothing had to be found out or left out.
        is_cut: the source seems to have more of it, for subscribers.
        left_out: pieces of the source that are not in the text, in their order:
            menus, running heads, pictures; at most 40, each shortened.
    """

    text: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    published_on: date | None = None
    licence: str = ""
    url: str = ""
    left_out: tuple[str, ...] = ()
    is_whole: bool = False
    is_cut: bool = False

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    def titled(self) -> Self:
        """With the first line as its title, if it has none and the line is like one."""
        first = self.text.lstrip().partition("\n")[0].strip()
        is_title = first and len(first) <= _LONGEST_TITLE and first[-1] not in ".,;:“"
        return replace(self, title=first) if is_title and not self.title else self


def of_paragraphs(paragraphs: list[str]) -> str:
    """The paragraphs as one text."""
    return "\n\n".join(paragraphs)


def shortened(pieces: list[str]) -> tuple[str, ...]:
    """The pieces as `left_out` has them, each once."""
    found = dict.fromkeys(" ".join(piece.split()) for piece in pieces)
    return tuple(
        piece if len(piece) <= _SHOWN_OF_EACH else piece[: _SHOWN_OF_EACH - 1] + "…"
        for piece in list(found)[:_MOST_LEFT_OUT]
        if piece
    )
