"""The words of a claim's sentence as options to mark."""

from collections.abc import Callable, Sequence

from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.violation import Violation
from quiz.engine.text.span import Span
from quiz.engine.text.token import Token, words_of

FEWEST, MOST = 6, 30  # words of a sentence to mark in; more is not read at once
MOST_KEYS = 0.5  # share of the words; where more are right, marking shows nothing

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
    words = words_of(matter.claim.sentence, matter.dossier.raw)
    right = [_touches(word, wanted) for word in words]
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
        words = words_of(claim.sentence, dossier.raw) if claim else []
        stretches = wanted(question, dossier)
        expected = [
            (_with_marks(word, dossier.raw), _touches(word, stretches))
            for word in words
        ]
        given = [(option.text, option.correct) for option in question.options]
        if expected == given:
            return []
        return [Violation("V01", "block", "the words differ from the article's")]

    return rule


def all_right(question: Question, _dossier: Dossier) -> list[str | None]:
    """As many fixed options as are right; `marked_right` says which."""
    return [None for _ in question.key]


def _with_marks(word: Token, raw: str) -> str:
    """The word with the marks that stick to it, so that the sentence reads as one."""
    begin, end = word.begin, word.end
    while begin and not (raw[begin - 1].isspace() or raw[begin - 1].isalnum()):
        begin -= 1
    while end < len(raw) and not (raw[end].isspace() or raw[end].isalnum()):
        end += 1
    return raw[begin:end]


def _touches(word: Token, stretches: Sequence[Span]) -> bool:
    return any(word.begin < span.end and span.begin < word.end for span in stretches)
