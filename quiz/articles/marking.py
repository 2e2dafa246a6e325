"""An article's text cut into pieces, so that a page can mark words in it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from quiz.engine.text.span import Span

ROLES = ("content", "source", "speaker", "cue", "hedge")
"""What words can be marked as. A page styles a later one over an earlier one."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked the same from their first to their last character.

    Attributes:
        text: the words.
        roles: what they are marked as, in the order of `ROLES`; often nothing.
        begins: those of the roles whose mark starts here: the place for a label.
        is_first: the first marked piece of the whole text: the place to jump to.
    """

    text: str
    roles: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    is_first: bool = False


Paragraph = tuple[Piece, ...]


def paragraphs(text: str, marks: Iterable[tuple[str, Span]]) -> tuple[Paragraph, ...]:
    """The paragraphs of the text, each cut at every edge of a mark.

    Marks may overlap, nest and cross paragraphs; what lies outside the text and
    what is empty is left out. Paragraphs are parted by blank lines, or by line
    ends in a text that has no blank line; joined they give the text without
    the white space between paragraphs.
    """
    stretches = paragraph_spans(text)
    edges = sorted({edge for stretch in stretches for edge in stretch})
    found = iter(_pieces(text, marks, edges))
    cut: list[Paragraph] = []
    for stretch in stretches:
        inside: list[Piece] = []
        for begin, piece in found:
            if begin < stretch.begin:
                continue
            inside.append(piece)
            if begin + len(piece.text) == stretch.end:
                break
        cut.append(tuple(inside))
    return _with_first(cut)


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Where the paragraphs lie, without the white space around them."""
    body_begin = len(text) - len(text.lstrip())
    body_end = len(text.rstrip())
    if body_begin >= body_end:
        return ()
    parting = (
        _BLANK_LINE if _BLANK_LINE.search(text, body_begin, body_end) else _LINE_END
    )
    spans, begin = [], body_begin
    for gap in parting.finditer(text, body_begin, body_end):
        spans.append(_trimmed(text, begin, gap.start()))
        begin = gap.end()
    return (*spans, Span(begin, body_end))


def pieces(text: str, marks: Iterable[tuple[str, Span]]) -> tuple[Piece, ...]:
    """The whole text cut at every edge of a mark; joined they give the text."""
    return tuple(piece for _, piece in _pieces(text, marks, ()))


def _pieces(
    text: str, marks: Iterable[tuple[str, Span]], edges: Iterable[int]
) -> list[tuple[int, Piece]]:
    """Where each piece begins, and the piece; cut at the given edges too."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for role, (begin, end) in marks:
        inside = Span(max(begin, 0), min(end, len(text)))
        if inside.begin < inside.end:
            opening.setdefault(inside.begin, []).append(role)
            closing.setdefault(inside.end, []).append(role)
    cuts = sorted({0, len(text), *edges, *opening, *closing})
    open_now: Counter[str] = Counter()
    cut = []
    for begin, end in pairwise(cuts):
        begins = opening.get(begin, ())
        open_now.subtract(closing.get(begin, ()))
        open_now.update(begins)
        roles = tuple(role for role in ROLES if open_now[role] > 0)
        here = tuple(role for role in ROLES if role in begins)
        cut.append((begin, Piece(text[begin:end], roles, here)))
    return cut


def _with_first(cut: list[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs; the first marked piece of all says that it is."""
    for number, paragraph in enumerate(cut):
        for at, piece in enumerate(paragraph):
            if piece.roles:
                first = Piece(piece.text, piece.roles, piece.begins, is_first=True)
                cut[number] = (*paragraph[:at], first, *paragraph[at + 1 :])
                return tuple(cut)
    return tuple(cut)


def _trimmed(text: str, begin: int, end: int) -> Span:
    """The stretch without white space at its end."""
    return Span(begin, begin + len(text[begin:end].rstrip()))
