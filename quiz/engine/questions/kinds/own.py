"""Was eine Lehrkraft selbst fragt, in jeder Antwortform."""

from quiz.engine.questions.builders.kind import Kind, no_key
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import Question, QuestionKind

MOST_OPTIONS = 120  # rows times answers, or words of a sentence


def as_many(question: Question, _dossier: Dossier) -> list[str | None]:
    """As many fixed options as are right."""
    return [None for _ in question.key]


KIND = Kind(
    id=QuestionKind.OWN,
    build=lambda _shop: (),
    keys=no_key,
    right=as_many,
    sizes=range(1, MOST_OPTIONS + 1),
    asks_for_voice=False,
    quotes=False,
    is_own=True,
    quota=4,
)
