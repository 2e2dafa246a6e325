"""What speaks against the questions of a draft."""

from functools import lru_cache

from quiz.articles.claims.service import extraction_of
from quiz.bank.models import QuestionSet
from quiz.engine.claims.claim import Extraction
from quiz.engine.questions.editing.anchoring import todays
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import Question
from quiz.engine.questions.rules.validity import Violation, violations_in


def objections_of(draft: QuestionSet) -> dict[int, tuple[Violation, ...]]:
    """What speaks against each question of a draft, by place from 1.

    Worked out once for the same questions of an article that says the same.
    """
    found: dict[int, tuple[Violation, ...]] = {}
    for article in draft.articles:
        items = [item for item in draft.items if item.article.id == article.id]
        questions = tuple(item.as_question() for item in items)
        objected = _objected(extraction_of(article), questions)
        found |= {
            item.position + 1: objections
            for item, objections in zip(items, objected, strict=True)
        }
    return {place: found[place] for place in sorted(found)}


@lru_cache(maxsize=64)
def _objected(
    found: Extraction, questions: tuple[Question, ...]
) -> tuple[tuple[Violation, ...], ...]:
    dossier = Dossier(found)
    return tuple(violations_in(todays(q, dossier), dossier) for q in questions)
