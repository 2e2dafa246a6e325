"""The posts of a live ticker: what stands around one and belongs to nobody's words.

As in "+++ 14.32 Uhr: Der Steg ist zu. +++", "[14:32] Der Steg ist zu." and "3. Mai,
14.32 Uhr – Der Steg ist zu.".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.token import Token

_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_HOUR = re.compile(r"\d{1,2}")
_PLUS = "+"
_FEWEST = 2  # plus signs in a row that part posts: "C+" is none
_BRACKETS = {"[": "]", "(": ")"}
_SEPARATORS = frozenset(":|–—-")
_LONGEST_DATE = 8  # tokens up to the time in "Montag, 3. Mai 2027, 14.32 Uhr"


class Stretch(NamedTuple):
    """Tokens `[first, end)` of a paragraph: somebody's text, or what stands around."""

    first: int
    end: int
    is_text: bool


def stretches(
    tokens: tuple[Token, ...], bounds: tuple[int, int], lexicon: Lexicon
) -> Iterator[Stretch]:
    """The paragraph in order, cut where a time or plus signs begin or end a post."""
    reader = _Posts(tokens, bounds[1], lexicon)
    at = bounds[0]
    while at < bounds[1]:
        first = at
        at = reader.past_front(at)
        if at > first:
            yield Stretch(first, at, is_text=False)
        first, at = at, reader.next_plus(at)
        if at > first:
            yield Stretch(first, at, is_text=True)


class _Posts(NamedTuple):
    """A paragraph's tokens up to `end`; each method gives the place behind."""

    tokens: tuple[Token, ...]
    end: int
    lexicon: Lexicon

    def next_plus(self, at: int) -> int:
        """Where the next plus signs begin; the end where there are none."""
        while at < self.end and (
            self.tokens[at].text != _PLUS or self._past_plus(at) == at
        ):
            at += 1
        return at

    def past_front(self, at: int) -> int:
        """Past plus signs and a time; the place itself where neither stands."""
        begin = self._past_plus(at)
        return self._past_time(begin, is_parted=begin > at)

    def _past_plus(self, at: int) -> int:
        """Past several plus signs that stick to no word before them."""
        end = at
        while self._text(end) == _PLUS and (end == at or self._is_glued(end)):
            end += 1
        few = end - at < _FEWEST or (at > 0 and self._is_glued(at))
        return at if few else end

    def _past_time(self, at: int, *, is_parted: bool) -> int:
        """Past "[14:32]", "14.32 Uhr:" and the plus signs behind; itself for none."""
        closing = _BRACKETS.get(self._text(at), "")
        clock = self._past_date(at + bool(closing))
        end = clock + 1
        is_named = self._text(end).lower() in self.lexicon.words.clock
        whole = _CLOCK.fullmatch(self._text(clock)) is not None
        if not (whole or (is_named and _HOUR.fullmatch(self._text(clock)))):
            return at
        end += is_named
        if closing and self._text(end) != closing:
            return at
        end = self._past_plus(end + bool(closing))
        is_cut = self._text(end) in _SEPARATORS
        known = is_parted or bool(closing)
        known = known or (is_cut and (is_named or self._text(end) == ":"))
        return end + is_cut if known else at

    def _past_date(self, at: int) -> int:
        """Past "Montag, 3. Mai," to where a time stands; itself for no date."""
        words = self.lexicon.words
        for end in range(at, min(at + _LONGEST_DATE, self.end)):
            text = self._text(end)
            if _CLOCK.fullmatch(text) or self._text(end + 1).lower() in words.clock:
                return end
            is_day = text in words.months or text in words.not_names
            if not (is_day or text.isdigit() or text in (".", ",")):
                break
        return at

    def _text(self, at: int) -> str:
        """The token there; nothing behind the last."""
        return self.tokens[at].text if at < self.end else ""

    def _is_glued(self, at: int) -> bool:
        """Whether no blank stands before the token."""
        return self.tokens[at - 1].end == self.tokens[at].begin
