"""Words that were cut at the end of a line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.engine.lexicon.letters import HOLDING_APART
from quiz.engine.text.characters import LINE_END
from quiz.engine.text.span import Edit, Span

_LETTERS = re.compile(r"[^\W_]+")
_LAST = re.compile(r"[^\W_]+\Z")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST = 60  # letters of a word
# A hyphen on a letter or figure, the line's end, and the word that goes on.
_CUT = re.compile(rf"(?<=[^\W_])-[ \t]*{LINE_END}[ \t]*(?=[^\W_])")
# Unicode's line separator: no paragraph ends with it.
WITHIN = "\u2028"
_BEHIND = re.compile(r"\S{1,80}([ \t]+)(?=\S)")


def mended(text: str) -> Iterator[Edit]:
    """Words that are cut at the end of a line in one, as the text has them elsewhere.

    The line then ends behind the word. Nothing is changed where the hyphen stands for
    a word ("Vor- und Nachteile").
    """
    known: frozenset[str] | None = None
    for cut in _CUT.finditer(text):
        before = _LAST.search(text, max(0, cut.start() - _LONGEST), cut.start())
        after = _LETTERS.match(text, cut.end())
        if before is None or after is None:
            continue
        known = frozenset(_pairs(text)) if known is None else known
        hyphen = joint(before.group(), after.group(), known)
        if hyphen is None:
            continue
        yield Span(*cut.span()), hyphen
        if behind := _BEHIND.match(text, cut.end()):
            yield Span(*behind.span(1)), WITHIN


def joint(before: str, after: str, known: frozenset[str] = frozenset()) -> str | None:
    """The hyphen between the parts of a word, or ""; None where they are two words.

    Hyphenation cuts before a small letter. A hyphen before a capital is the word's own
    ("CDU-Chef"), and so is one behind a figure, a single letter or an abbreviation
    ("30-jährig", "E-mail", "EU-weit").

    Args:
        before: the letters before the hyphen at the line's end.
        after: the letters with which the next line begins.
        known: words of the text, whole and with their hyphens.
    """
    if after in HOLDING_APART:
        return None
    if f"{before}-{after}" in known:
        return "-"
    if before + after in known:
        return ""
    capitals = sum(letter.isupper() for letter in before)
    has_own = len(before) == 1 or capitals > 1 or not before.isalpha()
    return "" if after[0].islower() and not has_own else "-"


def _pairs(text: str) -> Iterator[str]:
    """Every word, and each two parts of it that a hyphen joins."""
    for found in _COMPOUND.finditer(text):
        parts = found.group().split("-")
        yield parts[0] if len(parts) == 1 else ""
        yield from map("-".join, pairwise(parts))
