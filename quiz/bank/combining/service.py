"""Making one set of several articles, and which of them go together."""

import uuid
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.access import Action, Actor
from quiz.articles.models import Article
from quiz.articles.service import article_of
from quiz.bank.anchoring import ask_the_same, made_of
from quiz.bank.drafts.proposals import add_item, body_in
from quiz.bank.fingerprint import rules_fingerprint
from quiz.bank.models import QuestionSet
from quiz.bank.offering import must_be_playable, offer_for
from quiz.engine.questions.question import Question
from quiz.errors import Invalid

FEWEST_ARTICLES = 2
MOST_ARTICLES = 5
_USUAL = 3  # short articles that a class reads for one round
_MOST_SUGGESTED = 6
_LONGEST_TITLE = 300  # letters

_Common = TypeVar("_Common", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Together:
    """Articles that go together, and by what: a day, or else a topic."""

    articles: tuple[Article, ...]
    day: date | None = None
    topic: str | None = None


def suggested(articles: Sequence[Article]) -> tuple[Together, ...]:
    """Two or three articles of one day, then of one topic; six suggestions at most.

    One's own days come first, in the order given; of the library only topics, because
    its days are made up.
    """
    own = [each for each in articles if each.owner_id is not None]
    days = _groups([(each.published_on, each) for each in own])
    topics = _groups([(each.topic, each) for each in (*own, *articles) if each.topic])
    found = chain(
        (Together(group, day=day) for day, group in days),
        (Together(group, topic=topic) for topic, group in topics),
    )
    first: dict[frozenset[uuid.UUID], Together] = {}
    for each in found:
        first.setdefault(frozenset(a.id for a in each.articles), each)
    return tuple(first.values())[:_MOST_SUGGESTED]


def combine(
    session: Session, actor: Actor, article_ids: Sequence[uuid.UUID], now: datetime
) -> QuestionSet:
    """The questions about all these articles as one set of one's own.

    Asked again it gives the set that is there, unless the rules make other questions
    by now. It is one's own article's first of all where one of them is, so that nobody
    else comes to work on it unasked.

    Raises:
        NotFound: no such article, or it is somebody else's.
        NotAllowed: a guest tried.
        Invalid: "too_few_articles" with `needed`; "too_many_articles" with `most`;
            "nothing_asked_about" with the `title` of the article that gives no
            question; "not_playable" as `must_be_playable`.
    """
    actor.must(Action.MAKE_SETS)
    wanted = dict.fromkeys(article_ids)
    if len(wanted) < FEWEST_ARTICLES:
        raise Invalid("too_few_articles", needed=FEWEST_ARTICLES)
    if len(wanted) > MOST_ARTICLES:
        raise Invalid("too_many_articles", most=MOST_ARTICLES)
    articles = [article_of(session, actor, each) for each in wanted]
    articles.sort(key=lambda each: _closeness(each, actor))
    asked = [(each, _asked_about(each)) for each in articles]
    questions = tuple(chain.from_iterable(_of_one_set(asked)))
    must_be_playable(offer_for(questions, plays_all=None))
    return _existing(session, actor, articles, questions) or _kept(
        session, actor, asked, now
    )


def _closeness(article: Article, actor: Actor) -> int:
    """One's own first, then the library's, those of others last."""
    if article.owner_id == actor.user_id:
        return 0
    return 1 if article.owner_id is None else 2


def _asked_about(article: Article) -> tuple[Question, ...]:
    found = made_of(article)
    if not found:
        raise Invalid("nothing_asked_about", title=article.title)
    return found


def _of_one_set(
    asked: Sequence[tuple[Article, Sequence[Question]]],
) -> Iterator[list[Question]]:
    """The questions as a set knows them: all but the first article's name theirs."""
    first = asked[0][0]
    for article, questions in asked:
        text = "" if article is first else str(article.id)
        yield [
            replace(each, id=f"{text}{each.id}", text=text) if text else each
            for each in questions
        ]


def _existing(
    session: Session,
    actor: Actor,
    articles: Sequence[Article],
    questions: Sequence[Question],
) -> QuestionSet | None:
    """One's own set of the same articles that asks the same, if there is one."""
    wanted = select(QuestionSet).where(
        QuestionSet.article_id == articles[0].id,
        QuestionSet.owner_id == actor.user_id,
        QuestionSet.published_at.is_not(None),
        QuestionSet.retired_at.is_(None),
    )
    for existing in session.scalars(wanted):
        if existing.articles == tuple(articles) and ask_the_same(
            existing.questions(), questions
        ):
            return existing
    return None


def _kept(
    session: Session,
    actor: Actor,
    asked: Sequence[tuple[Article, Sequence[Question]]],
    now: datetime,
) -> QuestionSet:
    articles = [article for article, _questions in asked]
    made = QuestionSet(
        article=articles[0],
        owner_id=actor.user_id,
        title=" · ".join(each.title for each in articles)[:_LONGEST_TITLE],
        rules=rules_fingerprint(),
        created_at=now,
        published_at=now,
        visibility="private",
    )
    for article, questions in asked:
        for question in questions:
            body = body_in(made, article, question.as_json())
            add_item(made, article, body, kept=True, position=len(made.items))
    session.add(made)
    session.flush()
    return made


def _groups(
    known: Sequence[tuple[_Common, Article]],
) -> Iterator[tuple[_Common, tuple[Article, ...]]]:
    """What several have in common, with the first two or three of them."""
    found: dict[_Common, dict[uuid.UUID, Article]] = {}
    for common, article in known:
        found.setdefault(common, {}).setdefault(article.id, article)
    for common, group in found.items():
        if len(group) >= FEWEST_ARTICLES:
            yield common, tuple(group.values())[:_USUAL]
