"""Behauptung oder offene Frage?"""

from collections.abc import Mapping
from enum import StrEnum

from quiz.engine.lexicon.vocabulary.sorting_words import SortingWords
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    sorting_kind,
    unclaimed_sentences,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.words import fold, words


class _Key(StrEnum):
    """Which of the answers fits."""

    CLAIM = "claim"
    OPEN = "open"


_ANSWERS: Mapping[str, Description] = {
    _Key.CLAIM: Description(
        Localised("Es wird etwas behauptet.", "Something is claimed."),
        Localised(
            "Wer etwas behauptet, sagt, dass es so ist, war oder sein wird.",
            "Whoever claims something says that it is, was or will be so.",
        ),
        Mistake.PROVEN,
    ),
    _Key.OPEN: Description(
        Localised("Es bleibt eine Frage offen.", "A question is left open."),
        Localised(
            "Wer sagt, dass man etwas nicht weiß, behauptet darüber nichts.",
            "Whoever says that something is not known claims nothing about it.",
        ),
        Mistake.OPINION,
    ),
}


def _judge(subject: Subject) -> str | None:
    if _is_open(subject):
        return _Key.OPEN
    claim = subject.claim
    if claim is None or claim.hedge or claim.nested:
        return None
    asked = subject.dossier.lexicon.questions.cutting.asked
    open_words = _folded(_lists(subject).open | asked)
    asks = not open_words.isdisjoint(words(subject.text))
    return None if asks or "?" in subject.text else _Key.CLAIM


def _is_open(subject: Subject) -> bool:
    """Whether it says that it is open: "Unklar ist, ob …", "Offen blieb, wer …"."""
    found = words(subject.text)[:4]
    text = subject.text
    if "," not in text or "?" in text or set('„“”»«"') & set(text):
        return False
    behind = words(text.partition(",")[2])[:1]
    lists = _lists(subject)
    return (
        bool(_folded(lists.open) & set(found))
        and bool(_folded(lists.open_verbs) & set(found))
        and bool(_folded(lists.open_links) & set(behind))
    )


def _lists(subject: Subject) -> SortingWords:
    return subject.dossier.lexicon.words.sorting


def _folded(listed: frozenset[str]) -> set[str]:
    return {fold(word) for word in listed}


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.QUESTION_OR_CLAIM,
        answers=_ANSWERS,
        judge=_judge,
        stem=lambda _subject, passage: asked(
            Localised(
                "Wird hier etwas behauptet, oder bleibt eine Frage offen?",
                "Is something claimed here, or is a question left open?",
            ),
            passage,
        ),
        sentences=unclaimed_sentences,
        shows_sentence=True,
    ),
    difficulty=-0.6,
)
