"""The round of the day: what is due, on an article that is new."""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.offering import offer_of, playing_of
from quiz.db import zone_of
from quiz.engine.mastery.next_up import BASICS, next_up
from quiz.engine.questions.question import QuestionKind, Skill
from quiz.errors import NotFound
from quiz.play.models import Round
from quiz.progress.practice import played_by

_SAME = aliased(QuestionSet)

MOST_SKILLS = 3
"""So many skills share a round of eight questions."""


NEW_AGAIN_AFTER = timedelta(weeks=5)
"""An article is not repeated sooner, as long as there is another."""


class DailyPractice(NamedTuple):
    """What to practise: a set, and the skills whose questions come first.

    Attributes:
        is_repeated: its article was played within five weeks, as all of them were.
    """

    played: QuestionSet
    skills: frozenset[Skill]
    is_repeated: bool = False


def practice_of_the_day(
    session: Session, player_id: uuid.UUID | None, now: datetime
) -> DailyPractice:
    """What this player should practise now; None for one who has never played.

    Nothing is written, and the round can be drawn at once.

    Raises:
        NotFound: "question_set": the library is empty.
    """
    played = played_by(session, Round.player_id == player_id, now)
    practice = [each.practice for each in played]
    wanted = [each.skill for each in next_up(practice, now, zone_of(session))]
    skills = frozenset(wanted[:MOST_SKILLS] or BASICS)
    found = set_for(session, player_id, skills)
    if found is None:
        raise NotFound("question_set")
    playing_of(session, found)
    same_article = _SAME.article_id == found.article_id
    last = session.scalar(_last_played(player_id).where(same_article))
    is_repeated = last is not None and now - last < NEW_AGAIN_AFTER
    return DailyPractice(found, skills, is_repeated)


def set_for(
    session: Session, player_id: uuid.UUID | None, skills: Collection[Skill]
) -> QuestionSet | None:
    """The set of the library to train these skills with; None where there is none.

    Only what has a round is taken. One whose article was never played goes before one
    that was, in this or an earlier set, the longest ago first; then one with more
    questions that train them.
    """
    kinds = [kind.value for kind in QuestionKind if kind.skill in skills]
    last = (
        _last_played(player_id)
        .where(_SAME.article_id == QuestionSet.article_id)
        .correlate(QuestionSet)
        .scalar_subquery()
    )
    training = (
        select(func.count())
        .where(BankItem.set_id == QuestionSet.id, BankItem.kind.in_(kinds))
        .correlate(QuestionSet)
        .scalar_subquery()
    )
    wanted = (
        select(QuestionSet)
        .where(QuestionSet.owner_id.is_(None), QuestionSet.retired_at.is_(None))
        .order_by(last.is_not(None), last, training.desc(), QuestionSet.id)
    )
    found = session.scalars(wanted).all()
    return next((each for each in found if offer_of(session, each).is_playable), None)


def _last_played(player_id: uuid.UUID | None) -> Select[Any]:
    """When this player last began a round, to be narrowed to sets by `_SAME`."""
    return (
        select(func.max(Round.started_at))
        .join(_SAME, _SAME.id == Round.set_id)
        .where(Round.player_id == player_id)
    )
