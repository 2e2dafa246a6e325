"""Bringing articles in, finding them again, seeing what is said in them."""

import hashlib
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    delete,
    exists,
    false,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session, defer

from quiz.access import Action, Actor
from quiz.articles.extraction import extracted
from quiz.articles.models import Article, ArticleTeacher
from quiz.engine.text.plain import seen
from quiz.engine.text.readability import readability
from quiz.errors import Conflict, Invalid, NotAllowed, NotFound
from quiz.events import answers_leave

PAGE_SIZE = 20
MAX_PAGE = 10_000
_LISTED = 200
_NEEDED = {
    "own_text": (),
    "open_licence": ("licence_name", "licence_url"),
    "school_contract": ("school",),
    "s60a_extract": ("work_share",),
}


@dataclass(frozen=True, slots=True)
class Rights:
    """Why a text may be used, with what that reason needs."""

    basis: str
    licence_name: str | None = None
    licence_url: str | None = None
    school: str | None = None
    work_share: float | None = None

    def missing(self) -> tuple[str, ...]:
        """Names of the fields that this basis needs and that are empty.

        Raises:
            Invalid: "unknown_rights_basis".
        """
        needed = _NEEDED.get(self.basis)
        if needed is None:
            raise Invalid("unknown_rights_basis", basis=self.basis)
        return tuple(name for name in needed if not getattr(self, name))

    def values(self) -> dict[str, str | float | None]:
        """The columns of an article, without what the basis does not need."""
        kept = {name: getattr(self, name) for name in _NEEDED[self.basis]}
        return {"rights_basis": self.basis, **kept}


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article as a teacher brings it."""

    title: str
    outlet: str
    published_on: date
    text: str
    rights: Rights
    url: str | None = None
    author: str | None = None
    language: str = "de"
    topic: str | None = None
    age: int | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Some of the articles, without their texts, and whether there are more."""

    articles: tuple[Article, ...]
    number: int
    has_more: bool


def add_article(
    session: Session, actor: Actor, draft: ArticleDraft, now: datetime
) -> Article:
    """Keep the article, private to the teacher who brings it.

    The text is kept as it is given but for what nobody sees (`seen`), so that the
    same text pasted from two places is the same article.

    Raises:
        NotAllowed: a guest tried.
        Invalid: "empty_text", "not_german", "binary_text", "too_long_text";
            "missing_rights" with `field`; "unknown_rights_basis".
        Conflict: "article_exists" with `article_id`: the same teacher has the
            same text already.
    """
    actor.must(Action.BRING_ARTICLES)
    for field in draft.rights.missing():
        raise Invalid("missing_rights", field=field)
    text = seen(draft.text)
    extracted(text, draft.language, draft.outlet)
    sha256 = text_sha256(text)
    same = select(Article.id).where(
        Article.owner_id == actor.user_id, Article.text_sha256 == sha256
    )
    if (existing := session.scalars(same).first()) is not None:
        raise Conflict("article_exists", article_id=existing)
    article = Article(
        owner_id=actor.user_id,
        title=draft.title,
        outlet=draft.outlet,
        published_on=draft.published_on,
        url=draft.url,
        author=draft.author,
        language=draft.language,
        text=text,
        text_sha256=sha256,
        topic=draft.topic,
        age=draft.age,
        school_year=school_year_of(text),
        reading_minutes=minutes_of(text),
        created_at=now,
        **draft.rights.values(),
    )
    session.add(article)
    session.flush()
    return article


def article_of(session: Session, actor: Actor, article_id: uuid.UUID) -> Article:
    """An article of one's own or shared, or for teachers one of the library.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    wanted = select(Article).where(Article.id == article_id, _visible_to(actor))
    article = session.scalars(wanted).one_or_none()
    if article is None:
        raise NotFound("article")
    return article


def editable_article_of(
    session: Session, actor: Actor, article_id: uuid.UUID
) -> Article:
    """An article of one's own, or of somebody one works with.

    Raises:
        NotAllowed: it comes with the game; nobody changes those here.
        NotFound: there is none, or it is somebody else's.
    """
    article = article_of(session, actor, article_id)
    if article.owner_id is None:
        raise NotAllowed("library_article")
    return article


def articles_of(
    session: Session, actor: Actor, search: str = "", page: int = 1
) -> ArticlePage:
    """One's own and shared articles, newest first; title or outlet has the words."""
    page = min(max(page, 1), MAX_PAGE)
    wanted: Select[Article] = (
        select(Article)
        .where(or_(Article.owner_id == actor.user_id, is_shared_with(actor)))
        .order_by(Article.created_at.desc(), Article.id)
        .options(defer(Article.text))
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
    )
    for word in search.split():
        wanted = wanted.where(
            or_(
                Article.title.icontains(word, autoescape=True),
                Article.outlet.icontains(word, autoescape=True),
            )
        )
    found = session.scalars(wanted).all()
    return ArticlePage(tuple(found[:PAGE_SIZE]), page, len(found) > PAGE_SIZE)


def owned_article_of(session: Session, actor: Actor, article_id: uuid.UUID) -> Article:
    """An article of one's own.

    Raises:
        NotAllowed: it comes with the game, or is shared by somebody else.
        NotFound: there is none, or it is somebody else's.
    """
    article = article_of(session, actor, article_id)
    if article.owner_id is None:
        raise NotAllowed("library_article")
    if article.owner_id != actor.user_id:
        raise NotAllowed("shared_article")
    return article


def delete_article(session: Session, actor: Actor, article_id: uuid.UUID) -> str:
    """Delete an article of one's own with its question sets and their rounds.

    The database takes the rest along, so nothing is left of a text that may no
    longer be kept. Gives the title.

    Raises:
        NotFound, NotAllowed: as `owned_article_of`.
    """
    article = owned_article_of(session, actor, article_id)
    title = article.title
    answers_leave.send(session, of="article", id=article.id)
    session.execute(delete(Article).where(Article.id == article.id))
    session.expire_all()
    return title


def text_sha256(text: str) -> str:
    """The fingerprint by which a text is recognised again."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def school_year_of(text: str) -> float | None:
    """In which school year the text can be read; None for a short one."""
    found = readability(text)
    return found.school_year if found else None


def minutes_of(text: str) -> int | None:
    """How many minutes reading the text takes; None for a short one."""
    found = readability(text)
    return found.minutes() if found else None


def _visible_to(actor: Actor) -> ColumnElement[bool]:
    """One's own and shared articles; for who was let in the library's, too."""
    own = Article.owner_id == actor.user_id
    if not actor.may(Action.BRING_ARTICLES):
        return false()
    if not actor.may(Action.READ_KEYS):
        return or_(own, is_shared_with(actor))
    return or_(own, Article.visibility == "library", is_shared_with(actor))


def is_shared_with(actor: Actor) -> ColumnElement[bool]:
    """Whether somebody else's article is worked on together with them."""
    return exists().where(
        ArticleTeacher.article_id == Article.id,
        ArticleTeacher.user_id == actor.user_id,
    )


def articles_to_ask_about(
    session: Session, actor: Actor, besides: Collection[uuid.UUID] = ()
) -> Sequence[Article]:
    """Articles of which somebody can make questions, the newest first, at most 200.

    One's own, those one works on, and for who was let in the library's; without their
    texts, and without those `besides` which they are wanted.
    """
    on_shelf = Article.owner_id.is_(None) & Article.slug.is_not(None)
    on_shelf &= literal(actor.may(Action.READ_KEYS))
    wanted = (
        select(Article)
        .where(
            or_(Article.owner_id == actor.user_id, is_shared_with(actor), on_shelf),
            Article.id.not_in(besides),
        )
        .order_by(Article.created_at.desc(), Article.title)
        .options(defer(Article.text))
        .limit(_LISTED)
    )
    return session.scalars(wanted).all()
