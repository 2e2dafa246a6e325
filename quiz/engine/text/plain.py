"""A text as it is read: letters composed, nothing in it that nobody sees.

News sites fill their pages with soft hyphens, word processors with joiners and hyphens
that do not break, mail programs with marks before each line; columns cut words in two,
keyboards lack quotation marks. A text is kept as it was given and evidence points into
it, so whoever reads the plain text moves what was found.
"""

import dataclasses
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from quiz.engine.text import characters, hyphens
from quiz.engine.text.span import Edit, Span

Found = TypeVar("Found")
Writing = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is read, and where each of its characters stands in the raw one.

    Attributes:
        text: what is read; the raw text itself where nothing in it is odd.
        begins, ends: of each character, in characters of the raw text; empty where
            that is the same.
    """

    text: str
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def in_raw(self, found: Found) -> Found:
        """The same with all spans as they stand in the raw text."""
        return moved(found, self._in_raw) if self.begins else found

    def in_plain(self, found: Found) -> Found:
        """The same with all spans as they stand in the plain text."""
        return moved(found, self._in_plain) if self.begins else found

    def rewritten(self, edits: Iterable[Edit]) -> "Plain":
        """The text with those stretches of it, in their order, written otherwise.

        Each character of what is written there stands where all of the stretch stood;
        what is replaced by nothing belongs to no character.
        """
        pieces: list[str] = []
        begins: list[int] = []
        ends: list[int] = []

        def keep(begin: int, end: int) -> None:
            pieces.append(self.text[begin:end])
            begins.extend(self.begins[begin:end] or range(begin, end))
            ends.extend(self.ends[begin:end] or range(begin + 1, end + 1))

        at = 0
        for (first, last), words in edits:
            if self.text[first:last] == words:
                continue
            keep(at, first)
            pieces.append(words)
            begin, end = self._in_raw(Span(first, last))
            begins += [begin] * len(words)
            ends += [end] * len(words)
            at = last
        if not pieces:
            return self
        keep(at, len(self.text))
        return Plain("".join(pieces), tuple(begins), tuple(ends))

    def _in_raw(self, span: Span) -> Span:
        if not self.begins:
            return span
        if span.begin >= span.end:
            at = self.begins[span.begin] if span.begin < len(self.begins) else 0
            return Span(at, at)
        return Span(self.begins[span.begin], self.ends[span.end - 1])

    def _in_plain(self, span: Span) -> Span:
        begin = bisect_right(self.ends, span.begin)
        return Span(begin, max(begin, bisect_right(self.begins, span.end - 1)))


# How a text looks to whoever sees it, how its words are spelt, how it is read.
_SEEING: tuple[Writing, ...] = (characters.at_line_ends, characters.shown)
_SPELLING: tuple[Writing, ...] = (
    characters.unescaped,
    characters.unescaped,  # what was escaped twice
    *_SEEING,
)
_READING: tuple[Writing, ...] = (
    *_SPELLING,
    characters.without_mail_marks,
    characters.as_printed,
    characters.doubled,
    characters.without_emphasis,
    hyphens.mended,
)


def plain(raw: str) -> Plain:
    """The text as it is read; linear in the text, and at once where nothing is odd."""
    return _written(raw, _READING)


def spelt(raw: str) -> Plain:
    """The text with its words as they are read, and all marks as they are typed."""
    return _written(raw, (*_SPELLING, hyphens.mended))


def whole(raw: str) -> str:
    """The text as it looks, words that a line's end cuts in one."""
    return _written(raw, (*_SEEING, hyphens.mended)).text


def seen(raw: str) -> str:
    """The text as it was given, but for what nobody sees."""
    return _written(raw, _SEEING).text


def _written(raw: str, ways: tuple[Writing, ...]) -> Plain:
    read = Plain(raw)
    for way in ways:
        read = read.rewritten(way(read.text))
    return read


def moved(found: Found, move: Callable[[Span], Span]) -> Found:
    """The same value with each span in it, however deep, put elsewhere."""
    changed: Any = found
    if isinstance(found, Span):
        changed = move(found)
    elif isinstance(found, tuple):
        parts = [moved(each, move) for each in found]
        changed = tuple(parts) if type(found) is tuple else type(found)(*parts)
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        values = {
            each.name: moved(getattr(found, each.name), move)
            for each in dataclasses.fields(found)
            if each.init
        }
        changed = dataclasses.replace(found, **values)
    kept: Found = changed
    return kept
