"""Wörtlich, indirekt wiedergegeben oder nur zusammengefasst?"""

import random
from collections.abc import Iterator
from enum import StrEnum

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.questions.askable import Matter
from quiz.engine.questions.distractors import Mistake
from quiz.engine.questions.dossier import Dossier
from quiz.engine.questions.explain import explained, reasons
from quiz.engine.questions.fixed import Answer, fixed_options
from quiz.engine.questions.kind import Kind, Workshop, no_key, one_fixed
from quiz.engine.questions.option import Localised
from quiz.engine.questions.passage import passage_of
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.rules.violation import Violation

_MOST = 4  # questions of one manner about one article
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


def _build(shop: Workshop) -> Iterator[Question]:
    """As many of each manner, so that guessing the usual one wins nothing."""
    found: dict[Manner, list[Question]] = {}
    for matter in shop.matters:
        rng = shop.rng(QuestionKind.DIRECT_OR_INDIRECT.value, matter)
        manner = _manner(matter.claim, matter.dossier)
        question = manner and _question(matter, manner, rng)
        if manner and question and shop.is_valid(question):
            found.setdefault(manner, []).append(question)
    if len(found) > 1:
        rng = shop.rng_for(QuestionKind.DIRECT_OR_INDIRECT.value)
        fewest = min(_MOST, *map(len, found.values()))
        for questions in found.values():
            yield from rng.sample(questions, fewest)


def _question(matter: Matter, manner: Manner, rng: random.Random) -> Question | None:
    """How the article gives the words; None where they bear no quoting."""
    claim, dossier = matter.claim, matter.dossier
    passage = passage_of(claim, dossier.raw)
    if passage is None:
        return None
    answers = [
        Answer(_LABELS[each], _SIGNS[each], Mistake.QUOTED.value, each is manner)
        for each in Manner
    ]
    return Question(
        id=f"{QuestionKind.DIRECT_OR_INDIRECT}-{claim.id}",
        kind=QuestionKind.DIRECT_OR_INDIRECT,
        claim=claim.id,
        stem=Localised(
            f"Wie gibt der Artikel diese Aussage wieder: „{passage}“?",
            f"How does the article give this statement: “{passage}”?",
        ),
        passage=passage,
        options=fixed_options(answers, rng),
        explanation=explained(
            _SIGNS[manner], reasons(claim, matter.trace, matter.dossier)
        ),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _manner(claim: Claim, dossier: Dossier) -> Manner | None:
    """The one way; None for a mixture, as of indirect speech with quoted words."""
    if claim.nested:
        return None
    if claim.type is ClaimType.DIRECT:
        return Manner.DIRECT
    if _MARKS & set(claim.sentence.of(dossier.raw)):
        return None
    if claim.type is ClaimType.REPORTED:
        return Manner.REPORTED
    return None if claim.type is ClaimType.FREE_INDIRECT else Manner.INDIRECT


def _as_given(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01: the key is how the article gives it."""
    claim = dossier.claim(question.claim)
    manner = _manner(claim, dossier) if claim else None
    labels = [option.label for option in question.key]
    if manner is None or labels != [_LABELS[manner]]:
        yield Violation("V01", "block", f"{manner}")


KIND = Kind(
    id=QuestionKind.DIRECT_OR_INDIRECT,
    build=_build,
    keys=no_key,
    right=one_fixed,
    sizes=range(len(Manner), len(Manner) + 1),
    rules=(_as_given,),
    asks_for_voice=False,
)
