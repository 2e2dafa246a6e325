"""What helps in reading an article: subheads, where words stand, how long it takes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quiz.articles.highlighting import paragraph_spans
from quiz.engine.text.readability import minutes_to_read

LONGEST_SUBHEAD = 80
_KEPT = 64  # texts; each may have 200,000 characters
_ENDS_A_SENTENCE = tuple(".!?:…\"“”»«')")
_BEGINS_SOMETHING_ELSE = tuple('„"»«–-•*')
_MARKS = re.compile("[„“”\"»«‚‘’'›‹]")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the paragraphs of a text are to be shown; they are counted from 0.

    Attributes:
        subheads: those that are the title of what follows.
        minutes: how long it takes a child to read; 0 where there is no text.
    """

    subheads: frozenset[int]
    minutes: int


@lru_cache(_KEPT)
def reading_of(text: str) -> Reading:
    """How to show a text."""
    told = _paragraphs(text)
    return Reading(
        subheads=frozenset(
            place
            for place, (here, following) in enumerate(pairwise(told))
            if place and _is_subhead(here, following)
        ),
        minutes=minutes_to_read(text) if told else 0,
    )


def place_of(words: Iterable[str], text: str) -> int | None:
    """The paragraph with these words, looked for one by one, the longest first.

    Where they leave something out, each of their pieces is looked for. Marks of
    quotation may be others: those of a quotation inside another are.
    """
    told = [_evenly_quoted(paragraph) for paragraph in _paragraphs(text)]
    told_by = (piece for each in words for piece in each.split("…"))
    pieces = (_evenly_quoted(piece).strip() for piece in told_by)
    for wanted in sorted(pieces, key=len, reverse=True):
        for place, paragraph in enumerate(told):
            if wanted and wanted in paragraph:
                return place
    return None


def _evenly_quoted(words: str) -> str:
    return _MARKS.sub('"', words)


def _paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in paragraph_spans(text)]


def _is_subhead(here: str, following: str) -> bool:
    return (
        len(here) <= LONGEST_SUBHEAD < len(following)
        and not here.endswith(_ENDS_A_SENTENCE)
        and not here.startswith(_BEGINS_SOMETHING_ELSE)
    )
