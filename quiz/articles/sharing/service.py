"""Working on an article together."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.accounts.links import Offer, Purpose, link_of, make_link, use_up
from quiz.accounts.models import User
from quiz.accounts.names import folded
from quiz.accounts.schools.service import colleague_of
from quiz.accounts.teachers import tied
from quiz.articles.models import Article, ArticleTeacher
from quiz.articles.service import owned_article_of
from quiz.errors import Invalid, NotFound

MOST_TEACHERS = 20


def teachers_of(session: Session, article: Article) -> Sequence[User]:
    """With whom the owner shares an article, by name."""
    which, account = ArticleTeacher.article_id == article.id, ArticleTeacher.user_id
    return [user for user, _tie in tied(session, ArticleTeacher, account, which)]


def share(
    session: Session,
    actor: Actor,
    article_id: uuid.UUID,
    user_id: uuid.UUID,
    now: datetime,
) -> str:
    """Let a colleague work on an article of one's own; gives their name.

    Asked again for the same person, it changes nothing.

    Raises:
        NotFound, NotAllowed: as `owned_article_of`.
        Invalid: "not_a_colleague"; "too_many_teachers" with `most`.
    """
    article = owned_article_of(session, actor, article_id)
    found = colleague_of(session, actor, user_id)
    _add(session, article, found.id, now)
    return found.name


def link_to(
    session: Session, actor: Actor, article_id: uuid.UUID, now: datetime
) -> uuid.UUID:
    """The token of a link by which one person more works on an article of one's own.

    Raises:
        NotFound, NotAllowed: as `owned_article_of`.
    """
    article = owned_article_of(session, actor, article_id)
    offer = Offer(Purpose.ARTICLE, article.id, actor.user_id)
    return make_link(session, offer, now)


def article_behind(session: Session, token: uuid.UUID, now: datetime) -> Article:
    """The article that such a link is for.

    Raises:
        NotFound: "link".
    """
    found = link_of(session, Purpose.ARTICLE, token, now)
    article = session.get(Article, found.about_id)
    if article is None:
        raise NotFound("link")
    return article


def come_in(session: Session, actor: Actor, token: uuid.UUID, now: datetime) -> Article:
    """Work on the article of that link, which is used up; its owner keeps it.

    Raises:
        NotFound: "link".
        Invalid: "too_many_teachers" with `most`.
    """
    article = article_behind(session, token, now)
    if actor.user_id is None:
        raise NotFound("link")
    if article.owner_id != actor.user_id and _add(session, article, actor.user_id, now):
        use_up(session, Purpose.ARTICLE, token, now)
    return article


def _add(session: Session, article: Article, user_id: uuid.UUID, now: datetime) -> bool:
    """Whether they are new there."""
    known = {teacher.id for teacher in teachers_of(session, article)}
    if user_id in known:
        return False
    if len(known) >= MOST_TEACHERS:
        raise Invalid("too_many_teachers", most=MOST_TEACHERS)
    session.add(ArticleTeacher(article_id=article.id, user_id=user_id, added_at=now))
    session.flush()
    return True


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
