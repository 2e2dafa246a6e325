"""Questions as the bank keeps them, read once as long as they are what they were."""

import json
import uuid
from dataclasses import replace
from functools import lru_cache

from quiz.engine.questions.question import Question

_KEPT = 2048


@lru_cache(_KEPT)
def question_from(body: str, other_article_id: uuid.UUID | None) -> Question:
    """The question that a text of JSON holds, and which other article it is about."""
    question = Question.from_json(json.loads(body))
    if other_article_id is None:
        return question
    return replace(question, text=str(other_article_id))
