"""Welche Wörter verraten, von wem die Information kommt?"""

import random
from collections.abc import Sequence

from quiz.engine.claims.claim import Claim
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
from quiz.engine.questions.wording.explain import explained, reasons
from quiz.engine.text.span import Span


def cue_spot(matter: Matter, _rng: random.Random) -> Question | None:
    """Mark what shows whose words it is: cue, speaker and source of the sentence.

    None where the sentence has no cue or does not bear marking.
    """
    claim = matter.claim
    options = word_options(matter, _signs(claim), _why) if claim.cue else None
    if options is None or claim.nested:
        return None
    return Question(
        id=f"{QuestionKind.CUE_SPOT}-{claim.id}",
        kind=QuestionKind.CUE_SPOT,
        claim=claim.id,
        stem=Localised(
            "Markiere die Wörter, die zeigen, von wem diese Information kommt.",
            "Mark the words that show where this information comes from.",
        ),
        passage="",
        options=options,
        explanation=explained(reasons(claim, matter.trace, matter.dossier)),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _signs(claim: Claim) -> list[Span]:
    """Verb or preposition, speaker and sources, as far as the sentence has them."""
    links = [span for link in claim.sources for span in (link.span, *link.cue) if span]
    found = (*claim.cue, *claim.speaker, *links)
    return [span for span in found if claim.sentence.covers(span)]


def _why(word: str, is_right: bool) -> Localised:
    if is_right:
        return Localised(
            f"„{word}“ gehört zu den Wörtern, die es zeigen.",
            f"“{word}” is one of the words that show it.",
        )
    return Localised(
        f"„{word}“ gehört zu dem, was gesagt wird, oder zum Drumherum.",
        f"“{word}” belongs to what is said, or to what stands around it.",
    )


def _wanted(question: Question, dossier: Dossier) -> Sequence[Span]:
    claim = dossier.claim(question.claim)
    return _signs(claim) if claim else ()


KIND = Kind(
    id=QuestionKind.CUE_SPOT,
    build=for_each_claim(QuestionKind.CUE_SPOT, cue_spot),
    keys=no_key,
    right=all_right,
    sizes=range(FEWEST, MOST + 1),
    rules=(marked_right(_wanted),),
    asks_for_voice=False,
    quotes=False,
    difficulty=0.1,
)
