"""Warum steht hier „sei“ und nicht „ist“? Not asked any more; older ones are kept.

The right answer was always the same. A form that is no reported speech (a wish, a
condition) cannot be told from one for certain, so the answer cannot vary honestly.
"""

from collections.abc import Iterator

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.claims.reason import Aspect, SignRole
from quiz.engine.questions.builders.kind import Kind, no_key, one_fixed
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation

_KEY = Localised(
    "Es zeigt: Das sind fremde Worte.", "It shows: these are another's words."
)


def _verb(claim: Claim, dossier: Dossier) -> str | None:
    """The first verb by whose mood the words were known, if its form is one of ours."""
    if claim.type not in (ClaimType.INDIRECT, ClaimType.INDIRECT_FREE_INDIRECT):
        return None
    signs = [sign for why in claim.why(Aspect.WORDS) for sign in why.signs]
    moods = [sign.span.of(dossier.raw) for sign in signs if sign.role is SignRole.MOOD]
    return next((each for each in moods if each in dossier.lexicon.indicatives), None)


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
    build=lambda _shop: (),
    keys=no_key,
    right=one_fixed,
    sizes=range(3, 4),
    rules=(_has_verb,),
    asks_for_voice=False,
    is_retired=True,
    most=1,
    difficulty=0.4,
)
