"""An article in numbered lines, the same on every sheet that is made of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.engine.text.span import Span

WIDTH = 68
"""Characters of a line: so many stand beside each other on A4, at eleven points."""

_WORD = re.compile(r"\S+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number, counted through the article from 1, and its words."""

    number: int
    span: Span
    text: str


Paragraph = tuple[Line, ...]


def numbered(text: str, width: int = WIDTH) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, each in lines of so many characters at most.

    A word that is longer has a line of its own. Blank lines part paragraphs, or line
    ends where there is no blank line.
    """
    parting = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else re.compile("\n")
    found, number = [], 1
    for begin, end in _between(parting, text):
        lines = tuple(_filled(_WORD.finditer(text, begin, end), number, width))
        if lines:
            found.append(lines)
            number += len(lines)
    return tuple(found)


def lines_with(paragraphs: Iterable[Paragraph], span: Span) -> tuple[int, int] | None:
    """The first and the last line in which those characters stand; None for none."""
    found = [
        line.number
        for paragraph in paragraphs
        for line in paragraph
        if line.span.begin < span.end and span.begin < line.span.end
    ]
    return (found[0], found[-1]) if found else None


def _between(parting: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for gap in parting.finditer(text):
        yield begin, gap.start()
        begin = gap.end()
    yield begin, len(text)


def _filled(words: Iterable[re.Match[str]], number: int, width: int) -> Iterator[Line]:
    line: list[re.Match[str]] = []
    for word in words:
        taken = sum(len(each.group()) + 1 for each in line)
        if line and taken + len(word.group()) > width:
            yield _line(line, number)
            line, number = [], number + 1
        line.append(word)
    if line:
        yield _line(line, number)


def _line(words: list[re.Match[str]], number: int) -> Line:
    text = " ".join(word.group() for word in words)
    return Line(number, Span(words[0].start(), words[-1].end()), text)
