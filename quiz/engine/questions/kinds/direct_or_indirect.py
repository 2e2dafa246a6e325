"""Wörtlich, indirekt wiedergegeben oder nur zusammengefasst?"""

from enum import StrEnum

from quiz.engine.claims.claim import ClaimType
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    sorting_kind,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind

_MARKS = set('"„“”»«')


class Manner(StrEnum):
    """How an article gives somebody's words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"


_LABELS = {
    Manner.DIRECT: Localised("genau Wort für Wort", "exactly word for word"),
    Manner.INDIRECT: Localised("als indirekte Rede", "as indirect speech"),
    Manner.REPORTED: Localised("nur zusammengefasst", "only in a summary"),
}
_SIGNS = {
    Manner.DIRECT: Localised(
        "Wörtliche Rede steht in Anführungszeichen.",
        "Direct speech stands in quotation marks.",
    ),
    Manner.INDIRECT: Localised(
        "Indirekte Rede erkennt man am Konjunktiv, an „dass“ oder daran, dass eine "
        "Stimme genannt ist, aber keine Anführungszeichen stehen.",
        "Indirect speech shows in the German Konjunktiv, in “dass”, or in a voice that "
        "is named without quotation marks.",
    ),
    Manner.REPORTED: Localised(
        "Eine Zusammenfassung nennt nur, worum es ging, nicht die Worte.",
        "A summary only says what it was about, not the words.",
    ),
}


def _manner(subject: Subject) -> Manner | None:
    """The one way; None for a mixture, as of indirect speech with quoted words."""
    claim = subject.claim
    if claim is None or claim.nested:
        return None
    if claim.type is ClaimType.DIRECT:
        return Manner.DIRECT
    if _MARKS & set(subject.text):
        return None
    if claim.type is ClaimType.REPORTED:
        return Manner.REPORTED
    return None if claim.type is ClaimType.FREE_INDIRECT else Manner.INDIRECT


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.DIRECT_OR_INDIRECT,
        answers={
            each: Description(_LABELS[each], _SIGNS[each], Mistake.QUOTED)
            for each in Manner
        },
        judge=_manner,
        stem=lambda _subject, passage: Localised(
            f"Wie gibt der Artikel diese Aussage wieder: „{passage}“?",
            f"How does the article give this statement: “{passage}”?",
        ),
    ),
    difficulty=0.0,
)
