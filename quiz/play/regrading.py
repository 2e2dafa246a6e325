"""Marking answers anew after a question was put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.engine.questions.answers.grade import grade
from quiz.errors import Invalid
from quiz.events import answers_change
from quiz.play.models import Answer, Round, RoundItem, answers_item


@dataclass(frozen=True, slots=True)
class Remarked:
    """What changed.

    Attributes:
        answers: how many were marked anew, or count no longer.
        better, worse: how many of them are worth more, or less, than before.
        players: whose they are.
    """

    answers: int
    better: int
    worse: int
    players: frozenset[UUID]


def remark(session: Session, items: Sequence[BankItem]) -> Remarked:
    """Mark all answers to these items by the question as it is now.

    Whatever is worked out from answers and kept elsewhere is worked out anew before the
    transaction ends.
    """
    questions = {item.id: item.as_question() for item in items}
    void = {item.id for item in items if item.is_void}
    rows = session.execute(
        select(Answer, RoundItem.item_id, Round.player_id)
        .join(RoundItem, answers_item())
        .join(Round, Round.id == RoundItem.round_id)
        .where(RoundItem.item_id.in_(questions))
    ).all()
    better = worse = 0
    for answer, item_id, _player_id in rows:
        if item_id in void:
            continue
        try:
            share = grade(questions[item_id], answer.reply).share
        except Invalid:  # what was chosen then cannot be chosen any more
            share = 0.0
        better += share > answer.share
        worse += share < answer.share
        answer.share = share
    session.flush()
    players = frozenset(row.player_id for row in rows)
    answers_change.send(session, player_ids=sorted(players, key=str))
    return Remarked(len(rows), better, worse, players)
