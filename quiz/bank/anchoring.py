"""Kept questions, and the article as the rules and the people read it by now.

What is kept names the places of the article it is about, and is never numbered anew:
sets, rounds and answers hold what was asked. Only where the article has to say whether
a question is right are its places looked up.
"""

from collections.abc import Iterable
from dataclasses import replace

from quiz.articles.claims.service import extraction_of, questions_in
from quiz.articles.models import Article
from quiz.engine.questions.editing.anchoring import anchored, todays
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import Question


def made_of(article: Article) -> tuple[Question, ...]:
    """What the rules ask about an article by now, as it is kept.

    Raises:
        Invalid: as `extraction_of`.
    """
    found = extraction_of(article)
    return tuple(anchored(question, found) for question in questions_in(article))


def id_by_now(question: Question, dossier: Dossier) -> str:
    """The id that `made_of` would give to a kept question about the same words.

    One that the rules made when ids still counted has another; one's own stays.
    """
    return anchored(todays(question, dossier), dossier.extraction).id


def ask_the_same(some: Iterable[Question], others: Iterable[Question]) -> bool:
    """Whether both show the same questions, whatever their ids are."""
    return [*map(_as_shown, some)] == [*map(_as_shown, others)]


def _as_shown(question: Question) -> Question:
    options = (
        replace(option, entity=option.entity and "somebody", claim=None)
        for option in question.options
    )
    return replace(question, id="", claim="", options=tuple(options))
