"""The question sets that come with the game: put in place, and listed."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.articles.bundled import BundledArticle
from quiz.articles.models import Article
from quiz.articles.service import school_year_of, text_sha256
from quiz.bank.anchoring import ask_the_same
from quiz.bank.fingerprint import rules_fingerprint
from quiz.bank.models import QuestionSet
from quiz.bank.offering import offers_of
from quiz.bank.service import add_set, question_count, questions_of
from quiz.engine.questions.question import Question
from quiz.errors import Invalid


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """A set of the library as the home page shows it.

    Attributes:
        set_id: what to start a round with.
        age: from which age the article is meant to be read.
        label, content_note: by language, "de" and "en".
    """

    set_id: uuid.UUID
    title: str
    subtitle: str | None
    outlet: str
    published_on: date
    age: int | None
    label: dict[str, str] | None
    content_note: dict[str, str] | None
    question_count: int


@dataclass(frozen=True, slots=True)
class LibraryLoad:
    """What loading the library did.

    Attributes:
        made: the sets that are new.
        refused: slug and reason of each article that gives no set.
    """

    made: tuple[QuestionSet, ...]
    refused: tuple[tuple[str, str], ...]


def library_sets(session: Session) -> tuple[LibraryCard, ...]:
    """What anybody can play, for the youngest first; two queries."""
    wanted = (
        select(
            QuestionSet.id,
            Article.title,
            Article.subtitle,
            Article.outlet,
            Article.published_on,
            Article.age,
            Article.label,
            Article.content_note,
            question_count(),
        )
        .join(Article, Article.id == QuestionSet.article_id)
        .where(QuestionSet.owner_id.is_(None), QuestionSet.retired_at.is_(None))
        .order_by(Article.age, Article.slug)
    )
    cards = [LibraryCard(*row) for row in session.execute(wanted)]
    offers = offers_of(session, [card.set_id for card in cards])
    return tuple(card for card in cards if offers[card.set_id].is_playable)


def load_library(
    session: Session, articles: Iterable[BundledArticle], now: datetime
) -> LibraryLoad:
    """Bring the library in step with these articles.

    Doing it again changes nothing. Where a text or the rules that make questions
    have changed, a new set takes the old one's place; the old one stays for the
    rounds that began with it. Articles that are no longer given leave the
    library in the same way. An article that gives too few questions changes
    nothing and is told of.
    """
    articles = tuple(articles)
    made, refused = [], []
    for bundled in articles:
        try:
            with session.begin_nested():
                made += _load(session, bundled, now)
        except Invalid as why:
            refused.append((bundled.slug, why.reason))
    _retire_all_but(session, {bundled.slug for bundled in articles}, now)
    session.flush()
    return LibraryLoad(tuple(made), tuple(refused))


def _load(
    session: Session, bundled: BundledArticle, now: datetime
) -> list[QuestionSet]:
    """The set of this article if it is new, nothing if it was there already."""
    article = _edition(session, bundled, now)
    current = _current_sets(session, bundled.slug)
    for one in current:
        one.title = bundled.title
    if any(one.rules == rules_fingerprint() for one in current):
        return []
    questions = questions_of(article)
    if any(_made_the_same(one, questions) for one in current):
        return []
    for outdated in current:
        outdated.retired_at = now
    return [add_set(session, article, questions, None, now)]


def _made_the_same(existing: QuestionSet, questions: tuple[Question, ...]) -> bool:
    """Whether the new rules make what the set has; then it need not be asked again."""
    is_same = ask_the_same(existing.questions(), questions)
    if is_same:
        existing.rules = rules_fingerprint()
    return is_same


def _edition(session: Session, bundled: BundledArticle, now: datetime) -> Article:
    """The row that holds exactly this text, with the facts as they now stand."""
    found = session.scalars(select(Article).where(Article.slug == bundled.slug))
    article = found.one_or_none()
    if article is not None and article.text_sha256 != text_sha256(bundled.text):
        for outdated in _current_sets(session, bundled.slug):
            outdated.retired_at = now
        article.slug = None
        session.flush()
        article = None
    if article is None:
        article = Article(
            slug=bundled.slug,
            visibility="library",
            text=bundled.text,
            text_sha256=text_sha256(bundled.text),
            school_year=school_year_of(bundled.text),
            created_at=now,
        )
        session.add(article)
    for column, value in _facts(bundled).items():
        setattr(article, column, value)
    session.flush()
    return article


def _facts(bundled: BundledArticle) -> dict[str, object]:
    """The columns that may be put right without making a new edition."""
    return {
        "title": bundled.title,
        "subtitle": bundled.subtitle,
        "outlet": bundled.outlet,
        "published_on": bundled.published_on,
        "language": bundled.language,
        "author": bundled.author,
        "label": bundled.label,
        "content_note": bundled.content_note,
        "age": bundled.age,
        "topic": bundled.topic,
        **bundled.rights.values(),
    }


def _current_sets(session: Session, slug: str) -> list[QuestionSet]:
    wanted = (
        select(QuestionSet)
        .join(Article, Article.id == QuestionSet.article_id)
        .where(
            Article.slug == slug,
            QuestionSet.owner_id.is_(None),
            QuestionSet.retired_at.is_(None),
        )
    )
    return list(session.scalars(wanted))


def _retire_all_but(session: Session, slugs: set[str], now: datetime) -> None:
    gone = select(Article).where(Article.slug.is_not(None), Article.slug.not_in(slugs))
    for article in session.scalars(gone):
        for outdated in _current_sets(session, article.slug or ""):
            outdated.retired_at = now
        article.slug = None
