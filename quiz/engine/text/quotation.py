"""Stretches in quotation marks of any of the usual styles."""

from dataclasses import dataclass

from quiz.engine.text.span import Span
from quiz.engine.text.token import Token

# Opening mark → the marks that can close it, the usual one first.
CLOSERS = {
    "„": '“”"',
    "»": "«",
    "«": "»",
    "“": '”"',
    "”": "”",
    '"': '"“”',
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
}
INNER = "‚‹›"
MAX_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        first, last: indices of the opening and closing mark among the tokens
            (`last` is the final token within where the closing mark is missing).
        outer: the stretch with its marks.
        inner: the stretch without them.
        words: how many words are inside.
    """

    first: int
    last: int
    outer: Span
    inner: Span
    words: int


def quotations(tokens: tuple[Token, ...], bounds: tuple[int, int]) -> list[Quotation]:
    """The outermost quotations among tokens `[bounds)`, in order.

    A mark that is never closed opens nothing, except where the paragraph's rest is
    the quotation (it runs on into the next paragraph): that is left to the caller.
    """
    found: list[Quotation] = []
    at, end = bounds
    while at < end:
        mark = tokens[at].text
        last = _closing(tokens, at, end) if _opens(tokens, at) else None
        if mark in CLOSERS and last is not None and last > at + 1:
            found.append(_quotation(tokens, at, last))
            at = last
        at += 1
    return found


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    mark = tokens[at].text
    if mark not in CLOSERS or mark in INNER:
        return False
    if mark == '"' and at + 1 < len(tokens):
        # A straight mark that sticks to the word before it closes rather than opens.
        sticks_left = at > 0 and tokens[at - 1].end == tokens[at].begin
        return not sticks_left or not tokens[at - 1].is_word
    return True


def _closing(tokens: tuple[Token, ...], at: int, end: int) -> int | None:
    closers = CLOSERS[tokens[at].text]
    for last in range(at + 1, min(end, at + MAX_TOKENS)):
        if tokens[last].text in closers:
            return last
    return None


def _quotation(tokens: tuple[Token, ...], first: int, last: int) -> Quotation:
    inside = tokens[first + 1 : last]
    return Quotation(
        first=first,
        last=last,
        outer=Span(tokens[first].begin, tokens[last].end),
        inner=Span(inside[0].begin, inside[-1].end),
        words=sum(1 for token in inside if token.is_word),
    )
