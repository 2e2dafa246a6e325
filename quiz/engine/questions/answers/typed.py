"""Answers that are typed: which accepted answer somebody meant."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from quiz.engine.lexicon.lexicon import GERMAN, lexicon
from quiz.engine.questions.option import Option
from quiz.engine.questions.words import fold

MOST_TYPED = 60  # characters of one answer
_SPACES = re.compile(r"\s+")
_THOUSANDS = re.compile(r"(?<=\d)[.\s'’](?=\d{3}(?:\D|$))")
_SLIPS_FROM = 5  # letters from which one slip of the pen is forgiven


def as_number(text: str) -> Decimal | None:
    """A number as people write it ("1.500", "3,5", "- 4"); None where it is none."""
    plain = _THOUSANDS.sub("", text.strip()).replace(",", ".").replace(" ", "")
    try:
        found = Decimal(plain.replace("−", "-"))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def same_number(text: str, wanted: str) -> bool:
    """Whether it is the wanted number, "42" or "42 ± 3", within its tolerance."""
    given = as_number(text)
    value, _, tolerance = wanted.partition("±")
    right, off = as_number(value), as_number(tolerance or "0")
    if given is None or right is None or off is None:
        return False
    return abs(given - right) <= abs(off)


def same_words(text: str, wanted: str) -> bool:
    """Whether two answers are the same but for capitals, articles and one slip.

    Umlauts may be written with "e"; from five letters on, one letter but the
    first may be wrong, missing, extra or swapped with its neighbour.
    """
    given, right = _plain(text), _plain(wanted)
    if given == right:
        return bool(given)
    has_digits = any(char.isdigit() for char in given + right)
    is_long = len(right) >= _SLIPS_FROM and given[:1] == right[:1]
    return is_long and not has_digits and _one_slip(given, right)


def gaps_of(options: Iterable[Option]) -> list[list[Option]]:
    """The accepted answers by gap, in order; one gap where options have no prompt."""
    gaps: dict[str, list[Option]] = {}
    for option in options:
        gaps.setdefault(option.prompt.de if option.prompt else "", []).append(option)
    return list(gaps.values())


def share_of_gaps(
    gaps: Sequence[Sequence[Option]], texts: Sequence[str], *, numbers: bool
) -> float:
    """Which part of the gaps is filled right, 0–1."""
    same = same_number if numbers else same_words
    right = sum(
        any(same(text, option.text) for option in gap)
        for gap, text in zip(gaps, texts, strict=True)
    )
    return right / len(gaps)


def _plain(text: str) -> str:
    words = _SPACES.sub(" ", fold(text.strip(" .,;!?„“\"'"))).split(" ")
    articles = lexicon(GERMAN).questions.typed.articles
    while len(words) > 1 and words[0] in articles:
        words = words[1:]
    return " ".join(words)


def _one_slip(one: str, other: str) -> bool:
    """Whether one edit, or a swap of neighbours, makes one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    left, right = one[at:], other[at:]
    if len(left) == len(right):
        swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
        return left[1:] == right[1:] or swapped
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[1:] == shorter
