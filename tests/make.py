"""Things that tests need, made as people would make them, with defaults.

Every function takes a session first and returns the row; each room adds its own.
"""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from quiz.articles.models import Article
from quiz.articles.service import text_sha256
from quiz.bank.models import QuestionSet
from quiz.bank.service import add_set
from tests.engine.make_questions import TEXT, TITLE, make_questions

NOW = datetime(2026, 3, 24, 9, 30, tzinfo=UTC)


def make_article(
    session: Session, owner_id: UUID | None = None, text: str = TEXT, **facts: object
) -> Article:
    """An own text of that teacher; without an owner one of the library."""
    article = Article(
        **{
            "owner_id": owner_id,
            "visibility": "private" if owner_id else "library",
            "title": TITLE,
            "outlet": "Apfelstedter Bote",
            "published_on": date(2026, 3, 23),
            "language": "de",
            "rights_basis": "own_text",
            "text": text,
            "text_sha256": text_sha256(text),
            "created_at": NOW,
            **facts,
        }
    )
    session.add(article)
    session.flush()
    return article


def make_set(
    session: Session, owner_id: UUID | None = None, article: Article | None = None
) -> QuestionSet:
    """A set of `make_questions`; without an owner it is the library's."""
    article = article or make_article(session, owner_id)
    return add_set(session, article, make_questions(), owner_id, NOW)


def make_stuck_set(
    session: Session, owner_id: UUID | None = None, visibility: str = "link"
) -> QuestionSet:
    """A set that was published though it has too few questions for a round."""
    article = make_article(session, owner_id)
    made = add_set(session, article, make_questions()[:3], owner_id, NOW)
    made.visibility = visibility
    session.flush()
    return made
