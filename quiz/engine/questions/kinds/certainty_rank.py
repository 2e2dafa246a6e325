"""Welche Fassung ist am vorsichtigsten? Not asked any more; older ones are kept.

The answer never depended on the article: possible, probable and certain stand in the
same order beside every sentence.
"""

from collections.abc import Iterator

from quiz.engine.questions.builders.kind import Kind, no_key, one_fixed
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.passage import is_of

_FRAMES = (
    Localised.alike("Es ist möglich").de,
    Localised.alike("Es ist wahrscheinlich").de,
    Localised.alike("Es steht fest").de,
)
_KEYS = {
    Localised.alike("Welche Fassung ist am vorsichtigsten?").de: _FRAMES[0],
    Localised.alike("Welche Fassung lässt am wenigsten offen?").de: _FRAMES[-1],
}


def _one_axis(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01: the versions differ in their certainty alone, and the key is at its end.

    The words are the article's, in whatever length they were quoted then.
    """
    claim = dossier.claim(question.claim)
    said = question.options[0].text.partition("„")[2].removesuffix(".“")
    if {f"{frame}: „{said}.“" for frame in _FRAMES} != {
        o.text for o in question.options
    }:
        yield Violation("V01", "block", "the versions differ in more than one thing")
    if claim is None or not is_of(said, [claim.sentence], dossier):
        yield Violation("V04", "block", "the words differ from the article's")
    wanted = _KEYS.get(question.stem.de, "")  # "": worded anew by a teacher
    if not question.key[0].text.startswith(wanted):
        yield Violation("V01", "block", "another version is the key")


KIND = Kind(
    id=QuestionKind.CERTAINTY_RANK,
    build=lambda _shop: (),
    keys=no_key,
    right=one_fixed,
    sizes=range(len(_FRAMES), len(_FRAMES) + 1),
    rules=(_one_axis,),
    asks_for_voice=False,
    quotes=False,
    is_retired=True,
    difficulty=-0.2,
)
