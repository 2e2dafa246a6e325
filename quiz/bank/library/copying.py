"""A set of somebody else, or of the library, as a draft of one's own."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.access import Action, Actor
from quiz.articles.models import Article, ClaimCorrection
from quiz.bank.models import QuestionSet
from quiz.bank.service import is_of_colleague, set_of, works_on
from quiz.errors import NotAllowed

_COPIED = (
    *("title", "outlet", "published_on", "url", "language", "rights_basis"),
    *("licence_name", "licence_url", "school", "work_share", "author", "subtitle"),
    *("label", "content_note", "age", "topic", "glossary", "text"),
    *("text_sha256", "school_year", "reading_minutes", "form", "trains"),
)


def copy_set(
    session: Session, actor: Actor, set_id: uuid.UUID, now: datetime
) -> QuestionSet:
    """A draft with the same questions, to be adapted; the other one stays as it is.

    Somebody else's article is copied, too, with what was decided about its statements;
    an article of one's own or of the library is not.

    Raises:
        NotAllowed: a guest or a newcomer tried; or `may_copy` says no.
        NotFound: there is no such set, or it is not shown to this person.
    """
    actor.must(Action.MAKE_SETS)
    base = set_of(session, actor, set_id)
    if not works_on(session, actor, base):
        actor.must(Action.READ_KEYS)
    if not may_copy(session, actor, base):
        raise NotAllowed("not_to_be_copied")
    own = {each: article_for(session, actor, each, now) for each in base.articles}
    items = base.copied_items()
    for item in items:
        if item.other_article is not None:
            item.other_article = own[item.other_article]
    made = QuestionSet(
        article=own[base.article],
        owner_id=actor.user_id,
        title=base.title,
        rules=base.rules,
        created_at=now,
        plays_all=base.plays_all is not False,
        items=items,
    )
    session.add(made)
    session.flush()
    return made


def may_copy(session: Session, actor: Actor, base: QuestionSet) -> bool:
    """Whether this person may have the set with its articles as their own.

    Everybody may what is public, colleagues what is the school's unless a text is
    protected, and those who work on it. One that has but
    an address ("link") stays where it is.
    """
    if works_on(session, actor, base):
        return True
    if base.visibility == "public":
        return True
    if base.visibility != "school" or any(a.is_protected for a in base.articles):
        return False
    return is_of_colleague(session, actor, base)


def article_for(
    session: Session, actor: Actor, article: Article, now: datetime
) -> Article:
    """The article as this person's own; one of the library stays the library's."""
    if article.owner_id in (None, actor.user_id):
        return article
    same = select(Article).where(
        Article.owner_id == actor.user_id, Article.text_sha256 == article.text_sha256
    )
    if (own := session.scalars(same).first()) is not None:
        return own
    copied = Article(
        owner_id=actor.user_id,
        created_at=now,
        **{name: getattr(article, name) for name in _COPIED},
    )
    copied.log = [
        ClaimCorrection(
            number=entry.number,
            act=entry.act,
            body=entry.body,
            user_id=actor.user_id,
            created_at=entry.created_at,
        )
        for entry in article.log
    ]
    session.add(copied)
    session.flush()
    return copied
