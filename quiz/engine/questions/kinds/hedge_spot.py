"""Welches Wort zeigt, dass es nicht gesichert ist?"""

import random
from collections.abc import Sequence

from quiz.engine.questions.builders.kind import Kind, for_each_claim, no_key
from quiz.engine.questions.builders.word_options import (
    FEWEST,
    MOST,
    all_right,
    marked_right,
    word_options,
)
from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.wording.explain import explained, quoted, reasons
from quiz.engine.text.span import Span


def hedge_spot(matter: Matter, _rng: random.Random) -> Question | None:
    """Mark the word that weakens it: any of the hedges counts, Konjunktiv I never does.

    None where the claim is not weakened or its sentence does not bear marking.
    """
    claim, dossier = matter.claim, matter.dossier
    options = word_options(matter, claim.hedge, _why) if claim.hedge else None
    if options is None:
        return None
    words = quoted(" … ".join(span.of(dossier.raw) for span in claim.hedge))
    return Question(
        id=f"{QuestionKind.HEDGE_SPOT}-{claim.id}",
        kind=QuestionKind.HEDGE_SPOT,
        claim=claim.id,
        stem=Localised(
            "Markiere das Wort, das zeigt: Das ist nicht gesichert.",
            "Mark the word that shows this is not certain.",
        ),
        passage="",
        options=options,
        explanation=explained(
            Localised(
                f"{words.de} lässt offen, ob es so ist.",
                f"{words.en} leaves open whether it is so.",
            ),
            reasons(claim, matter.trace, dossier),
        ),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _why(word: str, is_right: bool) -> Localised:
    if is_right:
        return Localised(
            f"„{word}“ schwächt die Aussage ab.", f"“{word}” weakens the statement."
        )
    return Localised(
        f"„{word}“ sagt nicht, wie sicher es ist.",
        f"“{word}” does not say how certain it is.",
    )


def _hedges(question: Question, dossier: Dossier) -> Sequence[Span]:
    claim = dossier.claim(question.claim)
    return claim.hedge if claim else ()


KIND = Kind(
    id=QuestionKind.HEDGE_SPOT,
    build=for_each_claim(QuestionKind.HEDGE_SPOT, hedge_spot),
    keys=no_key,
    right=all_right,
    sizes=range(FEWEST, MOST + 1),
    rules=(marked_right(_hedges),),
    asks_for_voice=False,
    quotes=False,
    difficulty=0.2,
)
