"""Working on an article together."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.accounts.models import User
from quiz.accounts.names import folded
from quiz.accounts.service import teacher_named
from quiz.accounts.teachers import tied
from quiz.articles.models import Article, ArticleTeacher
from quiz.articles.service import owned_article_of
from quiz.errors import Invalid

MOST_TEACHERS = 20


def teachers_of(session: Session, article: Article) -> Sequence[User]:
    """With whom the owner shares an article, by name."""
    which, account = ArticleTeacher.article_id == article.id, ArticleTeacher.user_id
    return [user for user, _tie in tied(session, ArticleTeacher, account, which)]


def share(
    session: Session, actor: Actor, article_id: uuid.UUID, name: str, now: datetime
) -> str:
    """Let somebody work on an article of one's own; gives their name.

    Asked again for the same person, it changes nothing.

    Raises:
        NotFound, NotAllowed: as `owned_article_of`.
        Invalid: "no_such_teacher": no account of that name; "your_own_article";
            "too_many_teachers" with `most`.
    """
    article = owned_article_of(session, actor, article_id)
    found = teacher_named(session, name)
    if found.id == actor.user_id:
        raise Invalid("your_own_article")
    known = {teacher.id for teacher in teachers_of(session, article)}
    if found.id not in known:
        if len(known) >= MOST_TEACHERS:
            raise Invalid("too_many_teachers", most=MOST_TEACHERS)
        session.add(
            ArticleTeacher(article_id=article.id, user_id=found.id, added_at=now)
        )
        session.flush()
    return found.name


def stop_sharing(
    session: Session, actor: Actor, article_id: uuid.UUID, name: str
) -> None:
    """Work on an article without the one of that name; what they did stays.

    Raises:
        NotFound, NotAllowed: as `owned_article_of`.
    """
    article = owned_article_of(session, actor, article_id)
    named = select(User.id).where(User.name == folded(name))
    session.execute(
        delete(ArticleTeacher).where(
            ArticleTeacher.article_id == article.id, ArticleTeacher.user_id.in_(named)
        )
    )
    session.expire_all()
