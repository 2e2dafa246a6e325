"""An article's text cut into pieces, so that a page can mark words in it."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.lines import blocks
from quiz.engine.text.span import Span

LANGUAGE = "de"  # of all articles

ROLES = ("content", "source", "speaker", "cue", "mood", "hedge")
"""What words can be marked as. A page draws a later one inside an earlier one."""

_PROOF = "proof"
_LINK = "→"  # begins the role of words that lead somewhere
_IS_PROOF = attrgetter("is_proof")


class Piece(NamedTuple):
    """Words that are marked the same from their first to their last character.

    Attributes:
        text: the words.
        roles: what they are marked as, in the order of `ROLES`; often nothing.
        begins: those of the roles whose mark starts here: the place for a label.
        is_proof: they stand in a sentence that proves something.
        link: to what they lead; "" for nothing.
    """

    text: str
    roles: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    is_proof: bool = False
    link: str = ""


class Stretch(NamedTuple):
    """Neighbouring pieces of a paragraph that all prove something, or all do not.

    Attributes:
        is_proof: which of the two.
        is_first_proof: the first that proves something: the place to jump to.
    """

    pieces: tuple[Piece, ...]
    is_proof: bool
    is_first_proof: bool


Paragraph = tuple[Stretch, ...]


def paragraphs(
    text: str,
    marks: Iterable[tuple[str, Span]],
    proof: Iterable[Span] = (),
    links: Iterable[tuple[str, Span]] = (),
) -> tuple[Paragraph, ...]:
    """The paragraphs of the text, cut at every edge of a mark, a proof or a link.

    Marks may overlap, nest and cross paragraphs; where links do, the innermost holds.
    What lies outside the text and what is empty is left out. Joined the paragraphs give
    the text without the white space between them.
    """
    spans = paragraph_spans(text)
    proving = ((_PROOF, span) for span in proof)
    leading = ((_LINK + name, span) for name, span in links)
    edges = (edge for span in spans for edge in span)
    cut = _pieces(text, [*marks, *proving, *leading], edges)
    made, at, seen = [], 0, False
    for span in spans:
        while cut[at][0] < span.begin:
            at += 1
        begin = at
        while at < len(cut) and cut[at][0] < span.end:
            at += 1
        paragraph = _stretches((piece for _, piece in cut[begin:at]), seen_proof=seen)
        seen = seen or any(stretch.is_proof for stretch in paragraph)
        made.append(paragraph)
    return tuple(made)


@lru_cache(64)  # each may be a text of 200,000 characters
def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Where the paragraphs lie, without the white space around them.

    A line is one, unless its sentence goes on in the next or the text was broken into
    lines of about the same length: the same paragraphs that the rules read.
    """
    found = (_stripped(text, span) for span in blocks(text, lexicon(LANGUAGE)))
    return tuple(span for span in found if span.begin < span.end)


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    begin = span.begin + len(words) - len(words.lstrip())
    return Span(begin, max(begin, span.begin + len(words.rstrip())))


def excerpt(
    text: str, marks: Iterable[tuple[str, Span]], proof: Span
) -> tuple[Paragraph, ...]:
    """One stretch of the text with the marks that touch it."""
    begin = proof.begin
    inside = [
        (role, Span(span.begin - begin, span.end - begin))
        for role, span in marks
        if span.overlaps(proof)
    ]
    return paragraphs(proof.of(text), inside)


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
    open_now: list[str] = []
    cut = []
    for begin, end in pairwise(sorted({0, len(text), *edges, *opening, *closing})):
        for role in closing.get(begin, ()):
            open_now.remove(role)
        begins = opening.get(begin, ())
        open_now += begins
        if open_now:
            roles = tuple(role for role in ROLES if role in open_now)
            here = tuple(role for role in ROLES if role in begins)
            leads = (role for role in reversed(open_now) if role[0] == _LINK)
            link = next(leads, "")[1:]
            piece = Piece(text[begin:end], roles, here, _PROOF in open_now, link)
        else:
            piece = Piece(text[begin:end])
        cut.append((begin, piece))
    return cut


def _stretches(cut: Iterable[Piece], *, seen_proof: bool) -> Paragraph:
    """The pieces of one paragraph, grouped by whether they prove something."""
    stretches = []
    for is_proof, inside in groupby(cut, key=_IS_PROOF):
        is_first = is_proof and not seen_proof
        seen_proof = seen_proof or is_proof
        stretches.append(Stretch(tuple(inside), is_proof, is_first))
    return tuple(stretches)
