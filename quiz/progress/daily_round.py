"""The round of the day: what is due, on an article that is new."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.offering import offers_of, playing_of
from quiz.db import zone_of
from quiz.engine.mastery.next_up import BASICS, next_up
from quiz.engine.questions.question import QuestionKind, Skill
from quiz.errors import NotFound
from quiz.play.models import Round
from quiz.progress.practice import played_by

MOST_SKILLS = 3
"""So many skills share a round of eight questions."""


class DailyPractice(NamedTuple):
    """What to practise: a set, and the skills whose questions come first."""

    played: QuestionSet
    skills: frozenset[Skill]


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
    return DailyPractice(found, skills)


def set_for(
    session: Session, player_id: uuid.UUID | None, skills: Collection[Skill]
) -> QuestionSet | None:
    """The set of the library to train these skills with; None where there is none.

    Only what has a round is taken.
    One that was never played goes before one that was, the longest ago first; then one
    with more questions that train them.
    """
    kinds = [kind.value for kind in QuestionKind if kind.skill in skills]
    last = (
        select(func.max(Round.started_at))
        .where(Round.player_id == player_id, Round.set_id == QuestionSet.id)
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
    offers = offers_of(session, [each.id for each in found])
    return next((each for each in found if offers[each.id].is_playable), None)
