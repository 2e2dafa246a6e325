"""Where sentences end."""

import re
from collections import deque
from collections.abc import Iterable

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.quotation import Quotation
from quiz.engine.text.token import Token, is_address

END = frozenset(".!?…") | {"..", "...", "...."}
CLOSING = frozenset('"“”«»’‘)]')
OPENING = frozenset('„“”»«"‚')
MARKS = frozenset("'–-(@")  # others that a sentence can begin with
_NUMBER = re.compile(r"\d{1,2}$")


class Inside:
    """Whether a token lies in a quotation that goes on; to be asked in order."""

    def __init__(self, quoted: Iterable[Quotation]) -> None:
        self._waiting = deque(sorted(quoted, key=lambda quotation: quotation.first))
        self._closes = -1  # where the last of the quotations opened so far does

    def __contains__(self, at: int) -> bool:
        while self._waiting and self._waiting[0].first <= at:
            self._closes = max(self._closes, self._waiting.popleft().last)
        return at < self._closes


def sentence_ends(
    tokens: tuple[Token, ...],
    bounds: tuple[int, int],
    inside: Inside,
    lexicon: Lexicon,
) -> list[int]:
    """Indices one past the last token of each sentence in `[bounds)`.

    A full stop inside a quotation that goes on ends nothing, so that a quotation and
    the words that introduce it stay together.
    """
    ends: list[int] = []
    at, end = bounds
    while at < end:
        if tokens[at].text in END and _ends(tokens, at, end, lexicon):
            at = _past_closing(tokens, at, end)
            if at not in inside and _begins(tokens, at + 1, end):
                ends.append(at + 1)
        at += 1
    if not ends or ends[-1] != end:
        ends.append(end)
    return ends


def _past_closing(tokens: tuple[Token, ...], at: int, end: int) -> int:
    while at + 1 < end and tokens[at + 1].text in CLOSING | END:
        if tokens[at + 1].begin != tokens[at].end:
            break
        at += 1
    return at


def _begins(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether a sentence can begin at this token."""
    if at >= end:
        return True
    token = tokens[at]
    if token.is_word:
        return token.is_capital
    if token.text in OPENING and at + 1 < end and tokens[at + 1].is_word:
        return tokens[at + 1].is_capital  # "Karl XII. „kam nie zurück“"
    return token.text[0].isdigit() or token.text in OPENING | MARKS


def _ends(tokens: tuple[Token, ...], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the mark at this place is more than an abbreviation's full stop."""
    if tokens[at].text != ".":
        return True
    if at == 0 or tokens[at - 1].end != tokens[at].begin:
        return True
    before = tokens[at - 1].text
    is_letter = before.upper() in lexicon.capitals
    if is_letter or before in lexicon.words.abbreviations:
        return at + 1 >= end or _is_small_word(tokens, at, lexicon)
    if "." in before and before[0].isalpha() and not is_address(before):
        return False
    if _NUMBER.match(before):
        small = _is_small_word(tokens, at, lexicon)
        return small or not _is_ordinal(tokens, at, end, lexicon)
    return True


def _is_small_word(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """As in "3 Mio. Die Stadt zahlt.": only a sentence's start writes it large.

    Behind "Dr." and its like a name may look so ("Dr. An").
    """
    after = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if not after.is_capital or after.text in lexicon.genders:
        return False
    words = lexicon.words
    lower = after.text.lower()
    small = lower in words.determiners or lower in words.prepositions
    small = small or lower in words.pronouns or lower in words.auxiliaries
    return small and tokens[at - 1].text not in words.before_names


def _is_ordinal(tokens: tuple[Token, ...], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "13." is a date or a rank: what follows belongs to it."""
    if at + 1 >= end:
        return False
    after = tokens[at + 1]
    if after.text in lexicon.words.months or after.text[0].islower():
        return True
    if after.text[0].isdigit():
        return True
    # "der 13. Spieltag", "am 2. Weihnachtstag": an article or preposition before it.
    before = tokens[at - 2].text.lower() if at >= 2 else ""
    known = lexicon.words
    return before in known.determiners or before in known.prepositions
