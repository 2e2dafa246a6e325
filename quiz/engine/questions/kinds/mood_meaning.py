"""Warum steht hier „sei“ und nicht „ist“?"""

import random
from collections.abc import Iterator, Mapping

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.claims.reason import Aspect, SignRole
from quiz.engine.questions.builders.fixed_options import Answer, fixed_options
from quiz.engine.questions.builders.kind import (
    Kind,
    Workshop,
    for_each_claim,
    no_key,
    one_fixed,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import explained, reasons
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.words import words

_MOST = 2  # questions about one article
_KEY = Localised(
    "Es zeigt: Das sind fremde Worte.", "It shows: these are another's words."
)
_WRONG = (
    (
        Localised(
            "Es zeigt: Die Aussage ist falsch.", "It shows: the statement is false."
        ),
        Mistake.DISTANCE,
        Localised(
            "Der Konjunktiv sagt nichts darüber, ob es stimmt.",
            "The Konjunktiv says nothing about whether it is true.",
        ),
    ),
    (
        Localised(
            "Es zeigt: Das ist nur ein Wunsch.", "It shows: this is only a wish."
        ),
        Mistake.DISTANCE,
        Localised(
            "Hier wünscht niemand etwas; jemand wird wiedergegeben.",
            "Nobody wishes anything here; somebody is being reported.",
        ),
    ),
)


def _build(shop: Workshop) -> Iterator[Question]:
    """A few: the answer is always the same, what changes is where to see it."""
    every = for_each_claim(QuestionKind.MOOD_MEANING, mood_meaning)(shop)
    found = [question for question in every if shop.is_valid(question)]
    rng = shop.rng_for(QuestionKind.MOOD_MEANING.value)
    yield from rng.sample(found, min(_MOST, len(found)))


def mood_meaning(matter: Matter, rng: random.Random) -> Question | None:
    """What the Konjunktiv is for, on one verb of reported words.

    None where no verb stands in a form that is Konjunktiv I and nothing else.
    """
    claim, dossier = matter.claim, matter.dossier
    verb = _verb(claim, dossier)
    passage = passage_of(claim, dossier)
    if verb is None or passage is None or words(passage).count(verb) != 1:
        return None
    plain = _indicatives(dossier)[verb]
    right = Answer(
        _KEY,
        Localised(
            "Der Konjunktiv hält Abstand: So sagt es jemand anderes.",
            "The Konjunktiv keeps a distance: somebody else says so.",
        ),
        None,
        correct=True,
    )
    wrong = [Answer(label, why, mistake.value, False) for label, mistake, why in _WRONG]  # noqa: FBT003
    return Question(
        id=f"{QuestionKind.MOOD_MEANING}-{claim.id}",
        kind=QuestionKind.MOOD_MEANING,
        claim=claim.id,
        stem=Localised(
            f"Warum steht hier „{verb}“ und nicht „{plain}“: „{passage}“?",
            f"Why does it say “{verb}” and not “{plain}” here: “{passage}”?",
        ),
        passage=passage,
        options=fixed_options([right, *wrong], rng),
        explanation=explained(
            Localised(
                f"„{verb}“ ist Konjunktiv I: die Form für indirekte Rede.",
                f"“{verb}” is Konjunktiv I, the German form for indirect speech.",
            ),
            reasons(claim, matter.trace, dossier),
        ),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _verb(claim: Claim, dossier: Dossier) -> str | None:
    """The first verb by whose mood the words were known, if its form is one of ours."""
    if claim.type not in (ClaimType.INDIRECT, ClaimType.INDIRECT_FREE_INDIRECT):
        return None
    signs = [sign for why in claim.why(Aspect.WORDS) for sign in why.signs]
    moods = [sign.span.of(dossier.raw) for sign in signs if sign.role is SignRole.MOOD]
    known = _indicatives(dossier)
    return next((each for each in moods if each in known), None)


def _indicatives(dossier: Dossier) -> Mapping[str, str]:
    return dossier.lexicon.indicatives


def _has_verb(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01, V04: the verb is one of the claim's, and the key the right one."""
    claim = dossier.claim(question.claim)
    verb = _verb(claim, dossier) if claim else None
    if verb is None or f"„{verb}“" not in question.stem.de:
        yield Violation("V04", "block", f"no {verb} in the claim")
    if [option.label for option in question.key] != [_KEY]:
        yield Violation("V01", "block", "another key")


KIND = Kind(
    id=QuestionKind.MOOD_MEANING,
    build=_build,
    keys=no_key,
    right=one_fixed,
    sizes=range(3, 4),
    rules=(_has_verb,),
    asks_for_voice=False,
    difficulty=0.4,
)
