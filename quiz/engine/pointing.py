"""Pointing at the sentence of the article that shows the answer."""

import random
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import is_fixed_voice
from quiz.engine.questions.question import MarkRole, Question
from quiz.engine.scoring import POINTS_PER_QUESTION, points
from quiz.engine.text.plain import plain
from quiz.engine.text.span import Span
from quiz.engine.text.text import read_text

POINTS_FOR_A_PLACE = 25
"""What a found place adds to an answer that was not wholly right."""

MOST_SENTENCES = 2  # that show an answer where one of them can be pointed at
_FIRST = (2, 3)  # never the first question: one plays a little before
_APART = 3
_KEPT = 256  # articles
_NAMING = frozenset({MarkRole.SPEAKER, MarkRole.SOURCE})
_WORD = re.compile(r"\w+")


class Pointed(StrEnum):
    """How near the sentence that was pointed at is to the one that shows it.

    `BESIDE`: it stands right before or after; `NAMES`: it only names the voice.
    """

    FOUND = "found"
    BESIDE = "beside"
    NAMES = "names"
    ELSEWHERE = "elsewhere"


def asked_at(seed: int, questions: int) -> frozenset[int]:
    """At which questions of a round, counted from 1, somebody may be asked to point.

    At two at most, some questions apart; never at the first, and never at the last,
    behind which the round is over.
    """
    rng = random.Random(seed)  # noqa: S311 (a game, not a secret)
    first = rng.choice(_FIRST)
    later = range(first + _APART, questions)
    found = (first, rng.choice(later)) if later else (first,)
    return frozenset(number for number in found if number < questions)


@lru_cache(_KEPT)
def sentences_of(raw: str, language: str) -> tuple[Span, ...]:
    """The sentences of an article in its order, headings among them."""
    read = plain(raw)
    found = read_text(read.text, lexicon(language)).sentences
    return read.in_raw(tuple(sentence.span for sentence in found))


def can_point(question: Question, sentences: Sequence[Span]) -> bool:
    """Whether one or two whole sentences of the article show the answer.

    There is nothing to be found for a "no", or where nobody in the article speaks, and
    whoever marked words of a sentence has shown it by that.
    """
    is_nobody = any(is_fixed_voice(option.entity) for option in question.key)
    if question.form in (Form.TRUE_FALSE, Form.MARKING) or is_nobody:
        return False
    showing = _showing(question, sentences)
    edges = {edge for at in showing for edge in sentences[at]}
    return 1 <= len(showing) <= MOST_SENTENCES and all(
        edge in edges for span in question.evidence for edge in span
    )


def pointed_at(
    place: Span, question: Question, text: str, sentences: Sequence[Span]
) -> Pointed:
    """How near that place of the article is to what shows the answer."""
    if any(place.overlaps(span) for span in question.evidence):
        return Pointed.FOUND
    showing = _showing(question, sentences)
    here = [at for at, span in enumerate(sentences) if span.overlaps(place)]
    if any(abs(at - other) == 1 for at in here for other in showing):
        return Pointed.BESIDE
    named = set(_WORD.findall(place.of(text))) & _names(question, text)
    return Pointed.NAMES if named else Pointed.ELSEWHERE


def points_for_a_place(share: float) -> int:
    """What a found place adds to an answer of which that share is right."""
    return min(POINTS_FOR_A_PLACE, POINTS_PER_QUESTION - points(share))


def _showing(question: Question, sentences: Sequence[Span]) -> list[int]:
    return [
        at
        for at, sentence in enumerate(sentences)
        if any(sentence.overlaps(span) for span in question.evidence)
    ]


def _names(question: Question, text: str) -> set[str]:
    """The last word of each name of a voice that is marked or the key."""
    marked = [m.span.of(text) for m in question.marks if m.role in _NAMING]
    keys = [option.text for option in question.key if option.entity]
    words = (_WORD.findall(name) for name in (*marked, *keys))
    return {found[-1] for found in words if found and found[-1][0].isupper()}
