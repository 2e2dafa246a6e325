"""Stretches in quotation marks of any of the usual styles."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quiz.engine.text.span import Span
from quiz.engine.text.token import Token

ONE_WAY = "„»"  # marks that mostly open: inside another pair they open an inner one
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
STRAIGHT = '"'
_DOUBLE = frozenset('„“”"»«')
_BOTH_WAYS = "«"  # in the Swiss style it opens, in the German one it closes
_SENTENCE_ENDS = frozenset(".!?…")
MAX_TOKENS = 400
MAX_MARKS = 40  # quotation marks in a quotation
MAX_PARAGRAPHS = 6  # over which one quotation may run without a mark in between


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


def quotations(
    tokens: tuple[Token, ...], bounds: tuple[int, int], *, goes_on: bool = False
) -> list[Quotation]:
    """The outermost quotations among tokens `[bounds)`, in order.

    A mark that is never closed opens nothing, except where the quotation `goes_on`:
    the next paragraph begins with the same mark, and only the last one closes it.
    """
    found: list[Quotation] = []
    end, done = bounds[1], bounds[0]
    for at in _openings(tokens, bounds):
        if at < done:
            continue
        last = _closing(tokens, at, end)
        if last is not None and last > at + 1:
            found.append(_quotation(tokens, at, last))
            done = last + 1
        elif goes_on and last is None and at + 1 < end:
            found.append(_quotation(tokens, at, end))
            break
    return found


def joined(
    tokens: tuple[Token, ...], bounds: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The paragraphs, those in one where a quotation runs over them.

    As in "„Wir bauen." with "Und wir bleiben.“" in the next paragraph.
    """
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(bounds):
        last = index
        if _never_closed(tokens, bounds[index]) is not None:
            last = _closed_in(tokens, bounds, index)
        found.append((bounds[index][0], bounds[last][1]))
        index = last + 1
    return found


def goes_on(tokens: tuple[Token, ...], here: tuple[int, int], following: int) -> bool:
    """Whether a quotation of this paragraph goes on in the next, which opens it again.

    Args:
        tokens: all of the text.
        here: the paragraph.
        following: the first token of the next one; past all tokens if there is none.
    """
    if following >= len(tokens) or tokens[following].text not in CLOSERS:
        return False
    at = _never_closed(tokens, here)
    return at is not None and tokens[following].text == tokens[at].text


def _never_closed(tokens: tuple[Token, ...], bounds: tuple[int, int]) -> int | None:
    """The mark that opens a quotation which the paragraph does not close."""
    end, done = bounds[1], bounds[0]
    for at in _openings(tokens, bounds):
        if at >= done:
            last = _closing(tokens, at, end)
            if last is None:
                return at
            done = last + 1
    return None


def _openings(tokens: tuple[Token, ...], bounds: tuple[int, int]) -> Iterator[int]:
    """Every mark that can open a quotation, in order."""
    for at in range(*bounds):
        if tokens[at].text in CLOSERS and _opens(tokens, at):
            yield at


def _closed_in(
    tokens: tuple[Token, ...], bounds: list[tuple[int, int]], index: int
) -> int:
    """Index of the paragraph that closes what this one opened; itself if none does."""
    opened = _never_closed(tokens, bounds[index])
    mark = "" if opened is None else tokens[opened].text
    if mark not in ONE_WAY:
        return index
    for later in range(index + 1, min(len(bounds), index + MAX_PARAGRAPHS)):
        for at in range(*bounds[later]):
            if tokens[at].text == mark:
                return index
            if tokens[at].text in CLOSERS[mark] and tokens[at].text != STRAIGHT:
                return later
    return index


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether this mark, one that could, does open a quotation here."""
    mark = tokens[at].text
    if mark in INNER:
        return False
    if mark in ONE_WAY and _sticks_left(tokens, at):
        return False
    if mark == '"' and at + 1 < len(tokens):
        # A straight mark that sticks to the word before it closes rather than opens.
        sticks_left = at > 0 and tokens[at - 1].end == tokens[at].begin
        return not sticks_left or not tokens[at - 1].is_word
    return True


def is_unpaired(tokens: tuple[Token, ...], bounds: tuple[int, int]) -> bool:
    """Whether a mark among tokens `[bounds)` opens or closes what is not whole there.

    Marks of different styles can be a pair; one that could do both is none of either.
    """
    depth = 0
    for at in range(*bounds):
        if tokens[at].text not in _DOUBLE:
            continue
        opens, closes = _opens_word(tokens, at), _sticks_left(tokens, at)
        depth += opens - (closes and not opens)
        if depth < 0:
            return True
    return depth > 0


def _closing(tokens: tuple[Token, ...], at: int, end: int) -> int | None:
    """The mark that closes the one at this place, quotations inside passed over.

    A mark of another style closes where none of its own does before the next opens.
    """
    search = _Search(tokens, tokens[at].text)
    within = range(at + 1, min(end, at + MAX_TOKENS))
    marks = (last for last in within if tokens[last].text in _DOUBLE)
    for last in islice(marks, MAX_MARKS):
        if search.is_closed_by(last):
            return search.found
    return search.last_resort()


class _Search:
    """Goes from an opening mark to the one that closes it.

    Attributes:
        found: the closing mark, once it is known.
    """

    def __init__(self, tokens: tuple[Token, ...], mark: str) -> None:
        self.found: int | None = None
        self._tokens, self._mark = tokens, mark
        self._depth = self._others = 0
        self._in_straight = self._begins_anew = False
        self._first: int | None = None
        self._other: int | None = None

    def is_closed_by(self, at: int) -> bool:
        """Whether the mark there tells which one closes."""
        text, opens = self._tokens[at].text, _opens_word(self._tokens, at)
        if opens and self._other is not None:
            self.found = self._other
            return True
        if text == STRAIGHT and (self._in_straight or opens):
            self._in_straight = not self._in_straight
        elif text == self._mark and self._opens_another(at):
            self._depth += 1
            self._begins_anew |= self._tokens[at - 1].text in _SENTENCE_ENDS
        elif text in CLOSERS[self._mark] or text == self._mark:
            return self._closes_own(at)
        else:
            self._passes_other(at, opens=opens)
        return False

    def last_resort(self) -> int | None:
        """What closes where no mark did for certain; None where nothing does."""
        if self._other is not None and self._first is None:
            return self._other
        return None if self._begins_anew else self._first

    def _opens_another(self, at: int) -> bool:
        if self._mark in ONE_WAY:
            return not _sticks_left(self._tokens, at)
        return self._mark not in _BOTH_WAYS and _opens_word(self._tokens, at)

    def _closes_own(self, at: int) -> bool:
        if self._depth == 0:
            self.found = at
            return True
        self._first = self._first or at
        self._depth -= 1
        return False

    def _passes_other(self, at: int, *, opens: bool) -> None:
        if opens:
            self._others += 1
        elif self._others:
            self._others -= 1
        elif _sticks_left(self._tokens, at) and not self._in_straight:
            if self._depth:
                self._depth -= 1
            else:
                self._other = self._other or at


def _sticks_left(tokens: tuple[Token, ...], at: int) -> bool:
    """A mark behind a word with a space after it closes, whichever mark it is.

    As in "„Wir bleiben„, sagte Lenk": word processors on other languages write so.
    """
    if at == 0 or tokens[at - 1].end != tokens[at].begin:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or not after.is_word or after.begin > tokens[at].end


def _opens_word(tokens: tuple[Token, ...], at: int) -> bool:
    """A straight mark right before a word, with a space before it, opens."""
    apart = tokens[at - 1].end < tokens[at].begin
    before_word = at + 1 < len(tokens) and tokens[at + 1].begin == tokens[at].end
    return apart and before_word and tokens[at + 1].is_word


def _quotation(tokens: tuple[Token, ...], first: int, last: int) -> Quotation:
    inside = tokens[first + 1 : last]
    return Quotation(
        first=first,
        last=last,
        outer=Span(tokens[first].begin, tokens[last].end),
        inner=Span(inside[0].begin, inside[-1].end),
        words=sum(1 for token in inside if token.is_word),
    )
