"""The words of a claim's sentence as options to mark."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.violation import Violation
from quiz.engine.text.span import Span
from quiz.engine.text.token import Token, words_of

FEWEST, MOST = 6, 30  # words of a sentence to mark in; more is not read at once
MOST_KEYS = 0.5  # share of the words; where more are right, marking shows nothing

_GROUPED = re.compile(r"\d{1,3}(?:\s\d{3})+")

Wanted = Callable[[Question, Dossier], Sequence[Span]]


def word_options(
    matter: Matter, wanted: Sequence[Span], why: Callable[[str, bool], Localised]
) -> tuple[Option, ...] | None:
    """Each word of the claim's sentence, those that a wanted stretch touches right.

    None where the sentence is too short or too long, or nearly all of it is wanted.

    Args:
        matter: the claim.
        wanted: the right stretches of the article.
        why: from a word and whether it is right to the reason.
    """
    words = _words(matter.claim.sentence, matter.dossier.raw)
    right = [_touches(word, wanted) for word in words]
    if not all(_parts(one, other, matter) for one, other in pairwise(words)):
        return None  # "42-jährige": half a word is no answer
    if not FEWEST <= len(words) <= MOST or not 0 < sum(right) <= MOST_KEYS * len(words):
        return None
    texts = [_with_marks(word, matter.dossier.raw) for word in words]
    return tuple(
        Option(
            id=f"w{number:02}",
            text=text,
            entity=None,
            correct=is_right,
            misconception=None,
            label=Localised(text, text),
            rationale=why(word.text, is_right),
        )
        for number, (word, text, is_right) in enumerate(
            zip(words, texts, right, strict=True), 1
        )
    )


def marked_right(wanted: Wanted) -> Callable[[Question, Dossier], list[Violation]]:
    """V01, V04: the words of the sentence, right where the article shows it."""

    def rule(question: Question, dossier: Dossier) -> list[Violation]:
        claim = dossier.claim(question.claim)
        words = _words(claim.sentence, dossier.raw) if claim else []
        stretches = wanted(question, dossier)
        expected = [
            (_with_marks(word, dossier.raw), _touches(word, stretches))
            for word in words
        ]
        given = [(option.text, option.correct) for option in question.options]
        if _parted(expected) == _parted(given):
            return []
        return [Violation("V01", "block", "the words differ from the article's")]

    return rule


def all_right(question: Question, _dossier: Dossier) -> list[str | None]:
    """As many fixed options as are right; `marked_right` says which."""
    return [None for _ in question.key]


def _words(sentence: Span, raw: str) -> list[Token]:
    """Its words and numbers, "90 000" as one."""
    kept: list[Token] = []
    for word in words_of(sentence, raw):
        begin = kept[-1].begin if kept else word.begin
        if _GROUPED.fullmatch(raw, begin, word.end):
            kept[-1] = word._replace(begin=begin, text=raw[begin : word.end])
        else:
            kept.append(word)
    return kept


def _parted(options: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The same with a number in groups apart, as older questions have it."""
    return [(part, right) for text, right in options for part in text.split()]


def _with_marks(word: Token, raw: str) -> str:
    """The word with the marks that stick to it, so that the sentence reads as one."""
    begin, end = word.begin, word.end
    while begin and not (raw[begin - 1].isspace() or raw[begin - 1].isalnum()):
        begin -= 1
    while end < len(raw) and not (raw[end].isspace() or raw[end].isalnum()):
        end += 1
    return raw[begin:end]


def _parts(one: Token, other: Token, matter: Matter) -> bool:
    """Whether a space lies between two words."""
    between = matter.dossier.raw[one.end : other.begin]
    return any(map(str.isspace, between))


def _touches(word: Token, stretches: Sequence[Span]) -> bool:
    return any(word.begin < span.end and span.begin < word.end for span in stretches)
