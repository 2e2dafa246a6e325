"""Degrees and former offices, which are written with full stops that end nothing."""

from collections.abc import Sequence

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.token import Token

_LONGEST_SUBJECT = 6  # letters of "pharm" and its like
_MARK_TOKENS = (4, 2)  # of "a. D." and of "a.D."


def without_subjects(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens less what stands behind a degree: "Dr. med. Anna", "Dr.-Ing. Anna".

    What is left, "Dr. Anna", is read like any other title with its name, and a
    stretch over both still covers all of it.
    """
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        kept.append(tokens[at])
        at += 1
        is_stop = kept[-1].text == "." and len(kept) > 1
        if is_stop and kept[-2].text in lexicon.words.degrees:
            at = _past_subjects(tokens, at, lexicon)
    return kept


def with_former_offices(
    tokens: Sequence[Token], raw: str, lexicon: Lexicon
) -> list[Token]:
    """The tokens, with an office and the mark that it is over as one word.

    "Bürgermeister a. D." is somebody else than the mayor in office. The last full stop
    stays on its own where a sentence may end with it.
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        stop = _former(tokens, at, lexicon)
        if stop:
            token = tokens[at]
            end = tokens[stop - 1].end
            mark = " ".join(raw[token.end : end].split())
            text = f"{token.text} {mark.removesuffix('.')}."
            found.append(token._replace(end=end, text=text))
        else:
            found.append(tokens[at])
        at = stop or at + 1
    return found


def _past_subjects(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past "med.", "rer. nat.", "h. c.", "-Ing." and the ending of "Dr.in"."""
    glued = at < len(tokens) and tokens[at].begin == tokens[at - 1].end
    if glued and tokens[at].text in lexicon.words.degree_endings:
        at += 1
    if at + 2 < len(tokens) and glued and tokens[at].text == "-":
        return at + 3 if tokens[at + 2].text == "." else at
    while at + 1 < len(tokens) and _is_subject(tokens[at], tokens[at + 1]):
        at += 2
    return at


def _is_subject(word: Token, stop: Token) -> bool:
    """A small abbreviation: no sentence begins with a small letter."""
    is_short = len(word.text) <= _LONGEST_SUBJECT
    is_small = word.is_word and not word.is_capital and is_short
    return is_small and stop.text == "." and stop.begin == word.end


def _former(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """One past the mark behind the word at this place; 0 where there is none."""
    if not (tokens[at].is_word and tokens[at].is_capital):
        return 0
    for length in _MARK_TOKENS:
        end = at + 1 + length
        mark = "".join(token.text for token in tokens[at + 1 : end])
        if mark in lexicon.words.former:
            return end - _may_end(tokens, end, lexicon)
    return 0


def _may_end(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence may end before this token: none follows, or a small word."""
    if end >= len(tokens):
        return True
    after, words = tokens[end], lexicon.words
    tables = words.determiners, words.prepositions, words.pronouns, words.auxiliaries
    is_small = any(after.text.lower() in table for table in tables)
    return after.is_capital and is_small and after.text not in lexicon.genders
