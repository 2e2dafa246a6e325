"""The question sets that come with the game, put in place."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.articles.bundled import BundledArticle
from quiz.articles.models import Article
from quiz.articles.service import minutes_of, school_year_of, text_sha256
from quiz.bank.anchoring import ask_the_same
from quiz.bank.fingerprint import rules_fingerprint
from quiz.bank.models import QuestionSet
from quiz.bank.service import add_set, questions_of
from quiz.engine.questions.question import Question
from quiz.errors import Invalid


@dataclass(frozen=True, slots=True)
class LibraryLoad:
    """What loading the library did.

    Attributes:
        made: the sets that are new.
        refused: slug and reason of each article that gives no set.
    """

    made: tuple[QuestionSet, ...]
    refused: tuple[tuple[str, str], ...]


def load_library(
    session: Session, articles: Iterable[BundledArticle], now: datetime
) -> LibraryLoad:
    """Bring the library in step with these articles.

    Doing it again changes nothing. Where a text or the rules that make questions
    have changed, a new set takes the old one's place; the old one stays for the
    rounds that began with it. Articles that are no longer given leave the
    library in the same way. An article that gives too few questions changes no set
    and is told of; teachers see it all the same.
    """
    articles = tuple(articles)
    made, refused = [], []
    for bundled in articles:
        try:
            made += load_article(session, bundled, now)
        except Invalid as why:
            refused.append((bundled.slug, why.reason))
    retire_all_but(session, {bundled.slug for bundled in articles}, now)
    session.flush()
    return LibraryLoad(tuple(made), tuple(refused))


def load_article(
    session: Session, bundled: BundledArticle, now: datetime
) -> list[QuestionSet]:
    """The set of this article if it is new, nothing if it was there already.

    Raises:
        Invalid: as `questions_of`; no set has changed.
    """
    try:
        with session.begin_nested():
            return _load(session, bundled, now)
    except Invalid as why:
        if why.reason == "too_few_in_article":
            _show_without_round(session, bundled, now)
        raise


def waiting_articles(
    session: Session, articles: Iterable[BundledArticle]
) -> tuple[BundledArticle, ...]:
    """Those that have to be read and asked about, the longest published first."""
    found = [each for each in articles if not _is_in_step(session, each)]
    return tuple(sorted(found, key=lambda each: (each.published_on, each.slug)))


def _is_in_step(session: Session, bundled: BundledArticle) -> bool:
    """Whether these rules have read this text already."""
    article = _article_in_place(session, bundled.slug)
    if article is None or article.text_sha256 != text_sha256(bundled.text):
        return False
    is_roundless = article.roundless_rules == rules_fingerprint()
    return is_roundless or has_set(session, bundled)


def has_set(session: Session, bundled: BundledArticle) -> bool:
    """Whether there is a set that these rules made of this text."""
    article = _article_in_place(session, bundled.slug)
    if article is None or article.text_sha256 != text_sha256(bundled.text):
        return False
    current = _current_sets(session, bundled.slug)
    return any(each.rules == rules_fingerprint() for each in current)


def _show_without_round(
    session: Session, bundled: BundledArticle, now: datetime
) -> None:
    """Keep an article of which these rules make no round, for teachers.

    An earlier edition of it stays as it is.
    """
    article = _article_in_place(session, bundled.slug)
    if article is None or article.text_sha256 == text_sha256(bundled.text):
        article = _edition(session, bundled, now)
        article.roundless_rules = rules_fingerprint()
        session.flush()


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
    article.roundless_rules = None
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
    article = _article_in_place(session, bundled.slug)
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
            reading_minutes=minutes_of(bundled.text),
            created_at=now,
        )
        session.add(article)
    for column, value in _facts(bundled).items():
        setattr(article, column, value)
    session.flush()
    return article


def _article_in_place(session: Session, slug: str) -> Article | None:
    return session.scalars(select(Article).where(Article.slug == slug)).one_or_none()


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
        "form": bundled.form,
        "trains": bundled.trains,
        "glossary": [list(each) for each in (bundled.glossary or {}).items()] or None,
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


def retire_all_but(session: Session, slugs: Collection[str], now: datetime) -> None:
    """Take all other articles out of the library; rounds on them go on."""
    gone = select(Article).where(Article.slug.is_not(None), Article.slug.not_in(slugs))
    for article in session.scalars(gone):
        for outdated in _current_sets(session, article.slug or ""):
            outdated.retired_at = now
        article.slug = None
