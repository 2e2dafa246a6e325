"""What a player has done, as a file to take along (Articles 15 and 20 GDPR)."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.play.models import (
    Answer,
    Player,
    Pointing,
    Righted,
    Round,
    RoundItem,
    answers_item,
    points_for_item,
    rights_item,
)

FORMAT = "wer-sagt-was/progress"
VERSION = 1


def taken_along(
    session: Session, player_id: uuid.UUID, *, is_own: bool = True
) -> dict[str, Any]:
    """Everything kept about this player, as JSON; docs/json.md describes it.

    Rounds and their answers in order of time; of a question that is not answered yet,
    or whose round tells nothing yet, there is no more than its number.

    Args:
        session: where it is kept.
        player_id: whose it is.
        is_own: for the player; nobody else gets how sure they said to be.
    """
    player = session.get(Player, player_id)
    if player is None:
        return {"format": FORMAT, "version": VERSION, "rounds": []}
    rounds = session.execute(
        select(Round, QuestionSet.title)
        .join(QuestionSet, QuestionSet.id == Round.set_id)
        .where(Round.player_id == player_id)
        .order_by(Round.started_at, Round.id)
    )
    return {
        "format": FORMAT,
        "version": VERSION,
        "since": _moment(player.created_at),
        "rounds": [
            {
                "title": title,
                "began_at": _moment(each.started_at),
                "closes_at": _moment(each.closes_at),
                "answers": _answers(session, each, is_own=is_own),
            }
            for each, title in rounds
        ],
    }


def _answers(session: Session, played: Round, *, is_own: bool) -> list[dict[str, Any]]:
    rows = session.execute(
        select(RoundItem, BankItem, Answer, Pointing, Righted.righted_at)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .outerjoin(Answer, answers_item())
        .outerjoin(Pointing, points_for_item())
        .outerjoin(Righted, rights_item())
        .where(RoundItem.round_id == played.id)
        .order_by(RoundItem.number)
    ).all()
    is_done = all(row.Answer for row in rows)
    is_told = played.feedback == "each" or (played.feedback == "end" and is_done)
    found = []
    for item, asked, given, placed, righted_at in rows:
        line: dict[str, Any] = {"number": item.number}
        if given is not None:
            question = asked.as_question()
            chosen = (question.option(each) for each in given.reply)
            line |= {
                "kind": asked.kind,
                "skill": question.skill.value,
                "question": question.stem.as_json(),
                "reply": [o.label.as_json() for o in chosen if o] or given.reply,
                "answered_at": _moment(given.answered_at),
                **({"confidence": given.confidence} if is_own else {}),
                "share": given.share if is_told else None,
            }
        if placed is not None:
            line["pointing"] = {
                "begin": placed.begin,
                "end": placed.end,
                "found": placed.found,
                "hinted": placed.hinted,
                "pointed_at": _moment(placed.pointed_at),
            }
        if righted_at is not None:
            line["righted_at"] = _moment(righted_at)
        found.append(line)
    return found


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
