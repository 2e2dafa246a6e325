"""The round of the day: what is due, on an article that is new."""

import uuid
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.db import zone_of
from quiz.engine.mastery.next_up import BASICS, next_up
from quiz.engine.questions.question import QuestionKind, Skill
from quiz.errors import NotFound
from quiz.play import starting
from quiz.play.models import Player, Round
from quiz.play.starting import Beginning
from quiz.progress.practice import played_by

MOST_SKILLS = 3
"""So many skills share a round of eight questions."""


def practise_today(session: Session, player: Player, seed: int, now: datetime) -> Round:
    """A round of what this player should practise now.

    Raises:
        NotFound: "question_set": the library is empty.
    """
    played = played_by(session, Round.player_id == player.id, now)
    practice = [each.practice for each in played]
    wanted = [each.skill for each in next_up(practice, now, zone_of(session))]
    skills = frozenset(wanted[:MOST_SKILLS] or BASICS)
    found = set_for(session, player.id, skills)
    if found is None:
        raise NotFound("question_set")
    return starting.practise(session, player, found, Beginning(seed, now, skills))


def set_for(
    session: Session, player_id: uuid.UUID, skills: Collection[Skill]
) -> QuestionSet | None:
    """The set of the library to train these skills with; None where there is none.

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
        .limit(1)
    )
    return session.scalars(wanted).first()
