"""Marking answers anew after a question was put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.question import Question
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
        select(
            Answer.round_id,
            Answer.number,
            Answer.reply,
            Answer.share,
            RoundItem.item_id,
            Round.player_id,
        )
        .join(RoundItem, answers_item())
        .join(Round, Round.id == RoundItem.round_id)
        .where(RoundItem.item_id.in_(questions))
    ).all()
    marks: dict[tuple[UUID, tuple[str, ...]], float] = {}
    better = worse = 0
    changed = []
    for row in rows:
        if row.item_id in void:
            continue
        given = row.item_id, tuple(row.reply)
        if given not in marks:  # many have answered the same
            marks[given] = _share(questions[row.item_id], row.reply)
        share = marks[given]
        better += share > row.share
        worse += share < row.share
        if share != row.share:
            place = {"round_id": row.round_id, "number": row.number}
            changed.append(place | {"share": share})
    if changed:
        session.execute(update(Answer), changed)
    players = frozenset(row.player_id for row in rows)
    answers_change.send(session, player_ids=sorted(players, key=str))
    return Remarked(len(rows), better, worse, players)


def _share(question: Question, reply: Sequence[str]) -> float:
    try:
        return grade(question, reply).share
    except Invalid:  # what was chosen then cannot be chosen any more
        return 0.0
