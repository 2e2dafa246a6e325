"""A draft of an article that nobody has made a set of yet."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from quiz.access import Action, Actor
from quiz.articles.service import article_of
from quiz.bank.anchoring import made_of
from quiz.bank.fingerprint import rules_fingerprint
from quiz.bank.models import BankItem, QuestionSet


def begin_draft(
    session: Session, actor: Actor, article_id: uuid.UUID, now: datetime
) -> QuestionSet:
    """A draft with all questions that the rules make, however few, to be added to.

    Raises:
        NotFound: no such article, or it is somebody else's.
        NotAllowed: a guest tried.
    """
    actor.must(Action.MAKE_SETS)
    article = article_of(session, actor, article_id)
    questions = made_of(article)
    made = QuestionSet(
        article=article,
        owner_id=actor.user_id,
        title=article.title,
        rules=rules_fingerprint(),
        created_at=now,
        plays_all=True,
        items=[
            BankItem(position=place, kind=each.kind.value, body=each.as_json())
            for place, each in enumerate(questions)
        ],
    )
    session.add(made)
    session.flush()
    return made
