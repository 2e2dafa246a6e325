"""A text as it is read: letters composed, nothing in it that nobody sees.

News sites fill their pages with soft hyphens, word processors with joiners and hyphens
that do not break, some systems write "ü" as "u" and two dots. A text is kept as it was
given and evidence points into it, so whoever reads the plain text moves what was found.
"""

import dataclasses
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from quiz.engine.text.span import Span

Found = TypeVar("Found")

_COMPOSED: Literal["NFC"] = "NFC"

# Unicode's default ignorables (category Cf) that turn up in pasted text: soft hyphen,
# joiners, marks of direction, byte order mark.
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# One for one: hyphens that do not break, blanks of other widths.
_ALIKE = {0x2010: "-", 0x2011: "-"} | dict.fromkeys(
    (0x00A0, 0x2007, 0x2009, 0x202F), " "
)
_ACCENTS = "\u0300-\u036f"
_ODD = re.compile(f"[{_UNSEEN}{_ACCENTS}{''.join(map(chr, _ALIKE))}]")
_LEFT_OUT = re.compile(f"[{_UNSEEN}]")
_LETTER = re.compile(f"[^{_UNSEEN}](?:[{_UNSEEN}]*[{_ACCENTS}])*", re.DOTALL)


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

    def _in_raw(self, span: Span) -> Span:
        if span.begin >= span.end:
            at = self.begins[span.begin] if span.begin < len(self.begins) else 0
            return Span(at, at)
        return Span(self.begins[span.begin], self.ends[span.end - 1])

    def _in_plain(self, span: Span) -> Span:
        begin = bisect_right(self.ends, span.begin)
        return Span(begin, max(begin, bisect_right(self.begins, span.end - 1)))


def plain(raw: str) -> Plain:
    """The text as it is read; linear in the text, and at once where nothing is odd."""
    if not _ODD.search(raw):
        return Plain(raw)
    letters: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for piece in _LETTER.finditer(raw):
        seen = _LEFT_OUT.sub("", piece.group())
        letter = composed(seen).translate(_ALIKE)
        letters.append(letter)
        begins += [piece.start()] * len(letter)
        ends += [piece.end()] * len(letter)
    return Plain("".join(letters), tuple(begins), tuple(ends))


def composed(text: str) -> str:
    """The text with letter and accents as one character, where there is such a one."""
    return unicodedata.normalize(_COMPOSED, text)


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
