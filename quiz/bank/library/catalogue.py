"""The articles that come with the game, as everybody looks for one to play."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from quiz.articles.bundled import Series, bundled_series
from quiz.articles.models import Article
from quiz.articles.service import MAX_PAGE
from quiz.bank.models import QuestionSet
from quiz.bank.offering import offers_of
from quiz.bank.service import question_count

CARDS_ON_A_PAGE = 24

# School years, as `readability` counts them, up to which a text counts as such.
_EASY, _MEDIUM = 4.0, 6.0


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody wants to play; nothing said is everything.

    Attributes:
        words: each must be in the title, the line below it or the text.
        age: only what can be read at this age.
        minutes: only what can be read in so many.
        level: "easy", "medium" or "demanding"; "" for any.
        topic, form: "" for any.
        series: the key of one; "" for any.
        page: from 1.
    """

    words: str = ""
    age: int | None = None
    minutes: int | None = None
    level: str = ""
    topic: str = ""
    form: str = ""
    series: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """A set of the library as the home page shows it.

    Attributes:
        set_id: what to start a round with.
        slug: the article's name in the library.
        age: from which age the article is meant to be read.
        label, content_note: by language, "de" and "en".
        school_year: how hard it is to read.
        minutes: how long reading it takes.
    """

    set_id: uuid.UUID
    slug: str
    title: str
    subtitle: str | None
    outlet: str
    published_on: date
    age: int | None
    label: dict[str, str] | None
    content_note: dict[str, str] | None
    topic: str | None
    form: str | None
    school_year: float | None
    minutes: int | None
    question_count: int

    @property
    def level(self) -> str | None:
        """How hard it is to read, in one of three steps."""
        return level_of(self.school_year)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Some of the cards found, and whether there are more."""

    cards: tuple[LibraryCard, ...]
    number: int
    has_more: bool


def level_of(school_year: float | None) -> str | None:
    """One of three steps, "easy" the first; None where nobody knows."""
    if school_year is None:
        return None
    if school_year < _EASY:
        return "easy"
    return "medium" if school_year < _MEDIUM else "demanding"


def catalogue(session: Session, sought: Sought) -> Catalogue:
    """What anybody can play of what is sought, for the youngest first.

    A series comes in its own order. It takes two queries.
    """
    series = series_of(sought.series)
    number = min(max(sought.page, 1), MAX_PAGE)
    wanted = _cards().where(*_is_sought(sought, series))
    wanted = wanted.offset((number - 1) * CARDS_ON_A_PAGE).limit(CARDS_ON_A_PAGE + 1)
    found = [LibraryCard(*row) for row in session.execute(wanted)]
    cards = _playable(session, found[:CARDS_ON_A_PAGE])
    if series is not None:
        cards.sort(key=lambda card: series.slugs.index(card.slug))
    return Catalogue(tuple(cards), number, len(found) > CARDS_ON_A_PAGE)


def series_of(key: str) -> Series | None:
    """The series with this key; None where there is none."""
    return next((each for each in bundled_series() if each.key == key), None)


def series_to_play(session: Session) -> tuple[tuple[Series, int], ...]:
    """Every series of which two articles or more have a set, with how many do."""
    slugs = set(
        session.scalars(
            select(Article.slug)
            .join(QuestionSet, QuestionSet.article_id == Article.id)
            .where(*_in_the_library())
        )
    )
    counted = [(one, len(slugs.intersection(one.slugs))) for one in bundled_series()]
    return tuple((one, count) for one, count in counted if count > 1)


def articles_without_round(session: Session) -> tuple[Article, ...]:
    """Articles of the library that nobody can play yet; for teachers."""
    has_set = (
        select(QuestionSet.id)
        .where(QuestionSet.article_id == Article.id, *_in_the_library())
        .exists()
    )
    wanted = select(Article).where(Article.slug.is_not(None), ~has_set)
    return tuple(session.scalars(wanted.order_by(Article.age, Article.slug)))


def _cards() -> Select[Any]:
    columns: tuple[Any, ...] = (
        QuestionSet.id,
        Article.slug,
        Article.title,
        Article.subtitle,
        Article.outlet,
        Article.published_on,
        Article.age,
        Article.label,
        Article.content_note,
        Article.topic,
        Article.form,
        Article.school_year,
        Article.reading_minutes,
        question_count(),
    )
    wanted = select(*columns).join(Article, Article.id == QuestionSet.article_id)
    return wanted.where(*_in_the_library()).order_by(Article.age, Article.slug)


def _in_the_library() -> tuple[ColumnElement[bool], ...]:
    return QuestionSet.owner_id.is_(None), QuestionSet.retired_at.is_(None)


def _playable(session: Session, cards: list[LibraryCard]) -> list[LibraryCard]:
    offers = offers_of(session, [card.set_id for card in cards])
    return [card for card in cards if offers[card.set_id].is_playable]


def _is_sought(sought: Sought, series: Series | None) -> Iterator[ColumnElement[bool]]:
    yield from (_has(word) for word in sought.words.split())
    if sought.age is not None:
        yield or_(Article.age.is_(None), Article.age <= sought.age)
    if sought.topic:
        yield Article.topic == sought.topic
    yield from is_such_a_text(sought.form, sought.level, sought.minutes)
    if series is not None:
        yield Article.slug.in_(series.slugs)


def is_such_a_text(
    form: str, level: str, minutes: int | None
) -> Iterator[ColumnElement[bool]]:
    """What an article of this kind, so hard and so short, fulfils; "", None for any."""
    if form:
        yield Article.form == form
    if level:
        yield from _is_as_hard(level)
    if minutes is not None:
        yield Article.reading_minutes <= minutes


def _is_as_hard(level: str) -> Iterator[ColumnElement[bool]]:
    if level != "easy":
        yield Article.school_year >= (_EASY if level == "medium" else _MEDIUM)
    if level != "demanding":
        yield Article.school_year < (_EASY if level == "easy" else _MEDIUM)


def _has(word: str) -> ColumnElement[bool]:
    return or_(
        Article.title.icontains(word, autoescape=True),
        Article.subtitle.icontains(word, autoescape=True),
        Article.text.icontains(word, autoescape=True),
    )
