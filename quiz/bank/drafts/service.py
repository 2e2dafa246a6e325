"""Working on a set: choosing among its questions and putting them in order."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import CursorResult, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.articles.claims.service import extraction_of
from quiz.articles.models import Article
from quiz.bank.drafts.objections import objections_of
from quiz.bank.drafts.proposals import proposals_for, take_up
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.offering import Offer, offer_for
from quiz.bank.ordering import rank
from quiz.bank.service import owned_set_of
from quiz.engine.questions.question import Question
from quiz.engine.questions.rules.independence import Independence
from quiz.engine.rounds import LARGEST_ROUND, draw_round
from quiz.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page that changes a draft saw of it, and when it was sent."""

    changes: int
    now: datetime


def open_draft(
    session: Session, actor: Actor, set_id: uuid.UUID, now: datetime
) -> QuestionSet:
    """The draft of a set's next version, with all questions the rules make by now.

    A draft that is there already is given again, with the questions that have come
    since left out until somebody takes them in.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`.
    """
    base = owned_set_of(session, actor, set_id)
    draft = base if base.published_at is None else _next_of(session, base)
    if draft is not None and draft.published_at is not None:
        return open_draft(session, actor, draft.id, now)
    known = draft or base
    proposed = [(each, proposals_for(known, each)) for each in known.articles]
    draft = draft or _begin(session, base, now)
    for article, bodies in proposed:
        take_up(draft, article, bodies)
    session.flush()
    return draft


def draft_of(session: Session, actor: Actor, set_id: uuid.UUID) -> QuestionSet:
    """A draft of one's own.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`; NotFound also once it is published.
    """
    found = owned_set_of(session, actor, set_id)
    if found.published_at is not None:
        raise NotFound("draft")
    return found


def item_of(draft: QuestionSet, number: int) -> BankItem:
    """The question at that place of a draft, from 1.

    Raises:
        NotFound: there is none.
    """
    for item in draft.items:  # an article that went has left gaps
        if item.position + 1 == number:
            return item
    raise NotFound("draft")


def keep(
    session: Session, draft: QuestionSet, kept: Collection[int], seen: Seen
) -> None:
    """Have exactly these questions in the set, by place from 1.

    Raises:
        Conflict: "edited_meanwhile".
    """
    count_change(session, draft, seen)
    for item in draft.items:
        item.is_kept = item.position + 1 in kept
    session.flush()


def mix(
    session: Session, draft: QuestionSet, _kept: Collection[int], seen: Seen
) -> None:
    """Have up to ten questions in the set that go well together; each time others.

    Raises:
        Invalid: "too_few_questions": fewer than four go together.
        Conflict: "edited_meanwhile".
    """
    found = objections_of(draft)
    sound = {
        item.as_question().id: item.position + 1
        for item in draft.items
        if not any(each.level == "block" for each in found[item.position + 1])
    }
    pool = [item.as_question() for item in draft.items if item.body["id"] in sound]
    drawn = draw_round(pool, seen.changes, LARGEST_ROUND)
    keep(session, draft, {sound[card.question_id] for card in drawn.cards}, seen)


@dataclass(frozen=True, slots=True)
class Order:
    """In which order the kept questions come, and whether all of them do.

    Attributes:
        places: number of the question → its place; those without one come last.
        plays_all: every round shall have all of them, where they are not too many.
    """

    places: Mapping[int, int]
    plays_all: bool


def arrange(session: Session, draft: QuestionSet, order: Order, seen: Seen) -> None:
    """Keep the order of a draft's questions.

    Raises:
        Conflict: "edited_meanwhile".
    """
    kept = [item for item in draft.items if item.is_kept]
    count_change(session, draft, seen)
    draft.plays_all = order.plays_all
    last = len(draft.items)
    ranked = sorted(
        kept,
        key=lambda item: (order.places.get(item.position + 1, last), *rank(item)),
    )
    for place, item in enumerate(ranked):
        item.place = place
    session.flush()


def kept_in(draft: QuestionSet) -> set[int]:
    """Which questions are in the set, by place from 1."""
    return {item.position + 1 for item in draft.items if item.is_kept}


def offer_for_draft(draft: QuestionSet, kept: Collection[int]) -> Offer:
    """What everybody would get if these were in the set, by place from 1."""
    return offer_for(_asked(draft, kept).values(), plays_all=draft.plays_all)


def clashes_in(draft: QuestionSet, kept: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Which of these questions may give away the answers of which others (V16).

    By place from 1; those that do not are left out.
    """
    return _clashes(tuple(_asked(draft, kept).items()))


@lru_cache(64)
def _clashes(numbered: tuple[tuple[int, Question], ...]) -> dict[int, tuple[int, ...]]:
    asked = dict(numbered)
    places = {question.id: place for place, question in asked.items()}
    independence = Independence(tuple(asked.values()))
    found = {
        place: tuple(sorted(places[each] for each in independence.clashes_of(question)))
        for place, question in asked.items()
    }
    return {place: others for place, others in found.items() if others}


def _asked(draft: QuestionSet, kept: Collection[int]) -> dict[int, Question]:
    numbered = {item.position + 1: item for item in draft.items}
    return {at: numbered[at].as_question() for at in sorted(numbered.keys() & kept)}


def unsure_in(articles: Sequence[Article]) -> tuple[tuple[Article, int], ...]:
    """How many statements of each are not sure; without articles nobody decides on."""
    return tuple(
        (article, sum(not claim.sure for claim in extraction_of(article).claims))
        for article in articles
        if article.owner_id is not None
    )


def _next_of(session: Session, base: QuestionSet) -> QuestionSet | None:
    wanted = select(QuestionSet).where(QuestionSet.previous_id == base.id)
    return session.scalars(wanted).one_or_none()


def _begin(session: Session, base: QuestionSet, now: datetime) -> QuestionSet:
    draft = QuestionSet(
        article=base.article,
        owner_id=base.owner_id,
        title=base.title,
        rules=base.rules,
        created_at=now,
        previous_id=base.id,
        version=base.version + 1,
        plays_all=base.plays_all is not False,
        visibility=base.visibility,
        items=base.copied_items(),
    )
    try:
        with session.begin_nested():
            session.add(draft)
    except IntegrityError:  # another tab was quicker
        return session.scalars(
            select(QuestionSet).where(QuestionSet.previous_id == base.id)
        ).one()
    return draft


def count_change(session: Session, draft: QuestionSet, seen: Seen) -> None:
    """Make it the next change, unless somebody made it meanwhile.

    Raises:
        Conflict: "edited_meanwhile".
    """
    counted = session.execute(
        update(QuestionSet)
        .where(QuestionSet.id == draft.id, QuestionSet.changes == seen.changes)
        .where(QuestionSet.published_at.is_(None))
        .values(changes=seen.changes + 1)
        .execution_options(synchronize_session=False)
    )
    if not isinstance(counted, CursorResult) or counted.rowcount != 1:
        raise Conflict("edited_meanwhile")
    session.refresh(draft, ["changes"])
