"""Questions as the bank keeps them, read once as long as they are what they were."""

import json
import uuid
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import Text, cast, func
from sqlalchemy.orm import aliased

from quiz.bank.models import BankItem
from quiz.engine.questions.question import Question

_KEPT = 4096

MENDED = aliased(BankItem)
"""The later version of an item; a query that selects `BODY` joins it by `mended_id`."""
BODY = cast(func.coalesce(MENDED.body, BankItem.body), Text).label("body")
"""The question of an item as text; put right, it is that of the later version."""


@lru_cache(_KEPT)
def question_from(body: str, other_article_id: uuid.UUID | None) -> Question:
    """The question that a text of JSON holds, and which other article it is about."""
    question = Question.from_json(json.loads(body))
    if other_article_id is None:
        return question
    return replace(question, text=str(other_article_id))
