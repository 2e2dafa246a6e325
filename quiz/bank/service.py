"""Making question sets of articles, finding, renaming and deleting them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, delete, false, func, or_, select
from sqlalchemy.orm import Session

from quiz.access import Action, Actor, Role
from quiz.accounts.schools.service import is_colleague
from quiz.articles.claims.service import extraction_of
from quiz.articles.models import Article
from quiz.articles.service import MAX_PAGE, PAGE_SIZE, article_of, is_shared_with
from quiz.bank.anchoring import ask_the_same, made_of
from quiz.bank.fingerprint import rules_fingerprint
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.offering import offer_for
from quiz.engine.questions.question import Question
from quiz.errors import Invalid, NotAllowed, NotFound
from quiz.events import answers_leave


@dataclass(frozen=True, slots=True)
class SetLine:
    """A question set as a list shows it."""

    id: uuid.UUID
    title: str
    article_id: uuid.UUID
    article_title: str
    question_count: int
    created_at: datetime
    is_draft: bool


@dataclass(frozen=True, slots=True)
class SetPage:
    """Some of the sets, and whether there are more."""

    sets: tuple[SetLine, ...]
    number: int
    has_more: bool


def make_set(
    session: Session, actor: Actor, article_id: uuid.UUID, now: datetime
) -> QuestionSet:
    """The sure claims of an article as a question set of one's own.

    Asked again for the same article, it gives the set that is there already,
    unless the rules make other questions by now.

    Raises:
        NotFound: no such article, or it is somebody else's.
        NotAllowed: a guest tried.
        Invalid: "too_few_in_article" with `questions`, `found` (how many of them go
            together), `needed`, `claims`, `sure` and `speakers` (how many different
            ones the sure claims have).
    """
    actor.must(Action.MAKE_SETS)
    article = article_of(session, actor, article_id)
    questions = questions_of(article)
    own = QuestionSet.owner_id == actor.user_id
    wanted = select(QuestionSet).where(
        QuestionSet.article_id == article.id,
        own,
        QuestionSet.published_at.is_not(None),
        QuestionSet.retired_at.is_(None),
    )
    for existing in session.scalars(wanted):
        if ask_the_same(existing.questions(), questions):
            return existing
    return add_set(session, article, questions, actor.user_id, now)


def questions_of(article: Article) -> tuple[Question, ...]:
    """The questions that the rules make of an article; the same every time.

    Rounds can be drawn of them, for everybody and however often.

    Raises:
        Invalid: "too_few_in_article", as `make_set`.
    """
    questions = made_of(article)
    offer = offer_for(questions, plays_all=None)
    if not offer.is_playable:
        found = extraction_of(article)
        sure = [claim for claim in found.claims if claim.sure]
        raise Invalid(
            "too_few_in_article",
            questions=len(questions),
            found=offer.together,
            needed=offer.needed,
            claims=len(found.claims),
            sure=len(sure),
            speakers=len({claim.speaker_entity for claim in sure}),
        )
    return questions


def add_set(
    session: Session,
    article: Article,
    questions: Sequence[Question],
    owner_id: uuid.UUID | None,
    now: datetime,
) -> QuestionSet:
    """Keep the questions, in their order, under the title of the article."""
    made = QuestionSet(
        article=article,
        owner_id=owner_id,
        title=article.title,
        rules=rules_fingerprint(),
        created_at=now,
        published_at=now,
        visibility="private" if owner_id else "public",
    )
    made.items = [
        BankItem(position=position, kind=question.kind.value, body=question.as_json())
        for position, question in enumerate(questions)
    ]
    session.add(made)
    session.flush()
    return made


def set_of(session: Session, actor: Actor, set_id: uuid.UUID) -> QuestionSet:
    """A set that this person may play: own, of the library, or shown to them; no draft.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    found = _visible(session, actor, set_id)
    if found.published_at is None:
        raise NotFound("question_set")
    return found


def _visible(session: Session, actor: Actor, set_id: uuid.UUID) -> QuestionSet:
    found = session.get(QuestionSet, set_id)
    if found is None:
        raise NotFound("question_set")
    if found.visibility in ("link", "public") or works_on(session, actor, found):
        return found
    if found.visibility == "school" and is_of_colleague(session, actor, found):
        return found
    raise NotFound("question_set")


def is_of_colleague(session: Session, actor: Actor, question_set: QuestionSet) -> bool:
    """Whether its owner teaches at the same school as this person."""
    wanted = select(QuestionSet.id).where(
        QuestionSet.id == question_set.id, is_colleague(actor, QuestionSet.owner_id)
    )
    return session.scalars(wanted).first() is not None


def works_on(session: Session, actor: Actor, question_set: QuestionSet) -> bool:
    """Whether this person may change it; `is_worked_on_by` says who may."""
    wanted = (
        select(QuestionSet.id)
        .join(Article, Article.id == QuestionSet.article_id)
        .where(QuestionSet.id == question_set.id, is_worked_on_by(actor))
    )
    return session.scalars(wanted).first() is not None


def is_worked_on_by(actor: Actor) -> ColumnElement[bool]:
    """Whether a set, joined with its article, is this person's to work on.

    All sets of an article that is their own or shared with them are; of the library's
    articles those that they made themselves.
    """
    if actor.user_id is None:  # to SQL, "nobody's" would be the library's
        return false()
    on_library = Article.owner_id.is_(None) & (QuestionSet.owner_id == actor.user_id)
    on_own = Article.owner_id == actor.user_id
    return QuestionSet.owner_id.is_not(None) & or_(
        on_library, on_own, is_shared_with(actor)
    )


def sees_keys(session: Session, actor: Actor, question_set: QuestionSet) -> bool:
    """Whether this person may read the right answers without playing."""
    if question_set.owner_id is None:
        return actor.role is Role.ADMIN
    return works_on(session, actor, question_set)


def readable_set_of(session: Session, actor: Actor, set_id: uuid.UUID) -> QuestionSet:
    """A set, or a draft, whose keys this person may read.

    Raises:
        NotFound: there is none, or it is somebody else's.
        NotAllowed: it comes with the game; its keys are not for everybody.
    """
    found = _visible(session, actor, set_id)
    if not sees_keys(session, actor, found):
        raise NotAllowed("library_set")
    return found


def owned_set_of(session: Session, actor: Actor, set_id: uuid.UUID) -> QuestionSet:
    """A set that one works on, published or a draft.

    Raises:
        NotAllowed: it comes with the game; nobody changes those here.
        NotFound: there is none, or it is somebody else's.
    """
    found = _visible(session, actor, set_id)
    if found.owner_id is None or actor.user_id is None:
        raise NotAllowed("library_set")
    if not works_on(session, actor, found):
        raise NotFound("question_set")
    return found


def rename_set(
    session: Session, actor: Actor, set_id: uuid.UUID, title: str
) -> QuestionSet:
    """Give a set of one's own another title.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`.
        Invalid: "empty_title".
    """
    found = owned_set_of(session, actor, set_id)
    if not title.strip():
        raise Invalid("empty_title")
    found.title = title.strip()
    session.flush()
    return found


def delete_set(session: Session, actor: Actor, set_id: uuid.UUID) -> str:
    """Delete a set of one's own with the rounds played on it; gives its title.

    The version before it, if there is one, is the newest again.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`.
    """
    found = owned_set_of(session, actor, set_id)
    if actor.user_id not in (found.owner_id, found.article.owner_id):
        raise NotAllowed("shared_set")
    title = found.title
    if found.previous_id is not None and found.published_at is not None:
        before = session.get_one(QuestionSet, found.previous_id)
        before.retired_at = None
        session.flush()
    answers_leave.send(session, of="set", id=found.id)
    session.execute(delete(QuestionSet).where(QuestionSet.id == found.id))
    session.expire_all()
    return title


def question_count() -> ScalarSelect[int]:
    """How many questions a set has, as a column beside `QuestionSet`."""
    return (
        select(func.count())
        .where(BankItem.set_id == QuestionSet.id, BankItem.is_kept)
        .correlate(QuestionSet)
        .scalar_subquery()
    )


def sets_of(session: Session, actor: Actor, page: int = 1) -> SetPage:
    """The sets one works on, newest first; of each the newest version, and drafts."""
    page = min(max(page, 1), MAX_PAGE)
    wanted = (
        select(
            QuestionSet.id,
            QuestionSet.title,
            QuestionSet.article_id,
            Article.title,
            question_count(),
            QuestionSet.created_at,
            QuestionSet.published_at.is_(None),
        )
        .join(Article, Article.id == QuestionSet.article_id)
        .where(
            is_worked_on_by(actor),
            QuestionSet.retired_at.is_(None),
        )
        .order_by(QuestionSet.created_at.desc(), QuestionSet.id)
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
    )
    lines = [SetLine(*row) for row in session.execute(wanted)]
    return SetPage(tuple(lines[:PAGE_SIZE]), page, len(lines) > PAGE_SIZE)
