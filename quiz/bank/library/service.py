"""Finding sets: the library, what others show to everybody, and one's own."""

import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, exists, or_, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.accounts.schools.service import is_colleague
from quiz.articles.models import Article
from quiz.articles.service import MAX_PAGE
from quiz.bank.library.catalogue import is_such_a_text
from quiz.bank.models import BankItem, Favourite, QuestionSet
from quiz.bank.offering import Offer, offers_of
from quiz.bank.service import is_worked_on_by, question_count, set_of
from quiz.engine.questions.question import QuestionKind
from quiz.engine.text.readability import Readability, readability

SHELVES_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Attributes:
        words: each must be in the title, the article or its outlet.
        kind: only sets with a question of this kind; "" for any.
        skill: only sets with a question that trains it; "" for any.
        topic: only articles about it; "" for any.
        year: only articles that can be read in this school year; None for any.
        age: only articles meant for this age; None for any.
        form, level: only texts of this kind, as hard to read; "" for any.
        minutes: only what can be read in so many; None for any.
        only_favourites: only what one marked.
        page: from 1.
        count: how many questions are wanted, where some are drawn.
    """

    words: str = ""
    kind: str = ""
    skill: str = ""
    topic: str = ""
    year: int | None = None
    age: int | None = None
    form: str = ""
    level: str = ""
    minutes: int | None = None
    only_favourites: bool = False
    page: int = 1
    count: int = 10

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of questions that fit."""
        return frozenset(
            kind.value
            for kind in QuestionKind
            if self.kind in ("", kind.value) and self.skill in ("", kind.skill.value)
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """One set as the library shows it."""

    question_set: QuestionSet
    question_count: int
    is_favourite: bool
    is_own: bool
    offer: Offer
    reading: Readability | None


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Some of the sets found, and whether there are more."""

    shelves: tuple[Shelf, ...]
    number: int
    has_more: bool


def find(session: Session, actor: Actor, wanted: Wanted) -> LibraryPage:
    """The newest versions that this person may play, newest first."""
    number = min(max(wanted.page, 1), MAX_PAGE)
    marked = exists().where(
        Favourite.set_id == QuestionSet.id, Favourite.user_id == actor.user_id
    )
    asked = (
        select(QuestionSet, question_count(), marked)
        .join(Article, Article.id == QuestionSet.article_id)
        .where(*is_found(actor, wanted))
        .order_by(QuestionSet.published_at.desc(), QuestionSet.id)
        .offset((number - 1) * SHELVES_A_PAGE)
        .limit(SHELVES_A_PAGE + 1)
    )
    if wanted.only_favourites:
        asked = asked.where(marked)
    found = session.execute(asked).all()
    offers = offers_of(session, [one.id for one, _count, _is_marked in found])
    shelves = tuple(
        Shelf(
            question_set=one,
            question_count=count,
            is_favourite=is_marked,
            is_own=one.owner_id == actor.user_id,
            offer=offers[one.id],
            reading=readability(one.article.text),
        )
        for one, count, is_marked in found[:SHELVES_A_PAGE]
    )
    return LibraryPage(shelves, number, len(found) > SHELVES_A_PAGE)


def mark(session: Session, actor: Actor, set_id: uuid.UUID, *, keep: bool) -> None:
    """Keep a set among the favourites, or no longer.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    found = set_of(session, actor, set_id)
    here = (actor.user_id, found.id)
    if keep and session.get(Favourite, here) is None:
        session.add(Favourite(user_id=actor.user_id, set_id=found.id))
        session.flush()
    elif not keep:
        session.execute(
            delete(Favourite).where(
                Favourite.user_id == actor.user_id, Favourite.set_id == found.id
            )
        )
        session.expire_all()


def is_found(actor: Actor, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What a set, joined with its article, must fulfil; favourites are not among it."""
    yield QuestionSet.published_at.is_not(None)
    yield QuestionSet.retired_at.is_(None)
    yield _may_find(actor)
    yield from (_has(word) for word in wanted.words.split())
    if wanted.kind or wanted.skill:
        yield _asks(wanted.kinds)
    if wanted.topic:
        yield Article.topic == wanted.topic
    if wanted.year is not None:
        yield or_(Article.school_year.is_(None), Article.school_year < wanted.year + 1)
    if wanted.age is not None:
        yield or_(Article.age.is_(None), Article.age <= wanted.age)
    yield from is_such_a_text(wanted.form, wanted.level, wanted.minutes)


def _asks(kinds: Collection[str]) -> ColumnElement[bool]:
    """Whether a set has a question of one of these kinds."""
    asking = exists().where(
        BankItem.set_id == QuestionSet.id, BankItem.kind.in_(kinds), BankItem.is_kept
    )
    return asking.correlate(QuestionSet)


def _may_find(actor: Actor) -> ColumnElement[bool]:
    of_school = (QuestionSet.visibility == "school") & is_colleague(
        actor, QuestionSet.owner_id
    )
    return or_(QuestionSet.visibility == "public", of_school, is_worked_on_by(actor))


def _has(word: str) -> ColumnElement[bool]:
    return or_(
        QuestionSet.title.icontains(word, autoescape=True),
        Article.title.icontains(word, autoescape=True),
        Article.outlet.icontains(word, autoescape=True),
        Article.text.icontains(word, autoescape=True),
    )
