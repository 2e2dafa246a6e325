"""What pupils doubt: "the text does not say this", and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.articles.models import Article
from quiz.bank.corrections.service import KEYED, Key, leave_out, mend
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.service import works_on
from quiz.classroom.models import Classroom, Doubt, Seat
from quiz.db import upsert
from quiz.engine.questions.question import Question
from quiz.errors import Invalid, NotFound
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.regrading import Remarked, remark

LONGEST_REPLY = 600

# Built once: every feedback at a seat asks this.
_DOUBT = select(Doubt).where(
    Doubt.round_id == bindparam("round_id"), Doubt.number == bindparam("number")
)


@dataclass(frozen=True, slots=True)
class DoubtedItem:
    """A question of which seats of a class say that the text does not say this.

    Attributes:
        doubts: how many seats say so and wait for an answer.
        answers: how many of the class have answered the question.
        may_mend: whether this teacher may exchange its key or leave it out.
        can_rekey: whether the key of its form can be exchanged by ticking.
    """

    item: BankItem
    question: Question
    article: Article
    doubts: int
    answers: int
    may_mend: bool
    can_rekey: bool


def raise_doubt(
    session: Session, seat: Seat, round_id: UUID, number: int, now: datetime
) -> None:
    """Say of an answered question that the text does not say this; once.

    Raises:
        NotFound: "round": it is not this seat's, or not answered yet.
    """
    wanted = (
        select(Answer.number)
        .join(Round, Round.id == Answer.round_id)
        .where(
            Answer.round_id == round_id,
            Answer.number == number,
            Round.player_id == seat.player_id,
        )
    )
    if session.scalars(wanted).one_or_none() is None:
        raise NotFound("round")
    raised = {"round_id": round_id, "number": number, "raised_at": now}
    upsert(session, Doubt, raised, keep=True)  # a double tap raises one


def doubt_at(session: Session, round_id: UUID, number: int) -> Doubt | None:
    """What was said there of a question; None where nothing was."""
    of_what = {"round_id": round_id, "number": number}
    return session.scalars(_DOUBT, of_what).one_or_none()


def doubted_items(
    session: Session, actor: Actor, classroom: Classroom
) -> Sequence[DoubtedItem]:
    """The questions of which seats of this class wait for an answer, most first."""
    rows = session.execute(
        select(RoundItem.item_id, func.count().label("doubts"))
        .join(
            Doubt,
            (Doubt.round_id == RoundItem.round_id) & (Doubt.number == RoundItem.number),
        )
        .join(Round, Round.id == RoundItem.round_id)
        .join(Seat, Seat.player_id == Round.player_id)
        .where(Seat.class_id == classroom.id, Doubt.outcome.is_(None))
        .group_by(RoundItem.item_id)
    ).all()
    counts = {row.item_id: row.doubts for row in rows}
    items = session.scalars(select(BankItem).where(BankItem.id.in_(counts)))
    found = [_doubted(session, actor, classroom, i, counts[i.id]) for i in items]
    return sorted(found, key=lambda each: (-each.doubts, str(each.item.id)))


def waiting_in(session: Session, classroom: Classroom) -> int:
    """How many doubts of a class wait for an answer."""
    return session.scalars(
        select(func.count(Doubt.id))
        .join(Round, Round.id == Doubt.round_id)
        .join(Seat, Seat.player_id == Round.player_id)
        .where(Seat.class_id == classroom.id, Doubt.outcome.is_(None))
    ).one()


def answer_doubts(
    session: Session, classroom: Classroom, item_id: UUID, reply: str, now: datetime
) -> int:
    """Answer everybody of this class who doubts that question; gives how many.

    Raises:
        NotFound: "doubt": nobody of the class does.
        Invalid: "doubt_reply" with `most`: no answer, or one that is too long.
    """
    reply = " ".join(reply.split())
    if not 1 <= len(reply) <= LONGEST_REPLY:
        raise Invalid("doubt_reply", most=LONGEST_REPLY)
    doubts = [
        each for each in _doubts(session, [item_id]) if _is_in(session, each, classroom)
    ]
    if not doubts:
        raise NotFound("doubt")
    _settle(doubts, "answered", reply, now)
    session.flush()
    return len(doubts)


def accept(
    session: Session, actor: Actor, item: BankItem, key: Key | None, now: datetime
) -> Remarked:
    """Put the question right with that key, or leave it out; mark all answers anew.

    Everybody who doubted it is told, in whatever class.

    Raises:
        NotFound, NotAllowed, Invalid: as `mend` and `leave_out`.
    """
    if key is None:
        mended, outcome = leave_out(session, actor, item, now), "left_out"
    else:
        mended, outcome = mend(session, actor, item, key, now), "mended"
    changed = remark(session, mended.asked)
    doubts = _doubts(session, [each.id for each in mended.asked])
    _settle(doubts, outcome, None, now)
    session.flush()
    return changed


def item_doubted_in(session: Session, classroom: Classroom, item_id: UUID) -> BankItem:
    """A question that somebody of this class doubts.

    Raises:
        NotFound: "doubt".
    """
    for doubt in _doubts(session, [item_id]):
        if _is_in(session, doubt, classroom):
            return session.get_one(BankItem, item_id)
    raise NotFound("doubt")


def _doubted(
    session: Session, actor: Actor, classroom: Classroom, item: BankItem, count: int
) -> DoubtedItem:
    question = item.as_question()
    answers = session.scalars(
        select(func.count(Answer.number))
        .join(RoundItem, answers_item())
        .join(Round, Round.id == Answer.round_id)
        .join(Seat, Seat.player_id == Round.player_id)
        .where(RoundItem.item_id == item.id, Seat.class_id == classroom.id)
    ).one()
    played: QuestionSet = item.question_set
    return DoubtedItem(
        item=item,
        question=question,
        article=item.article,
        doubts=count,
        answers=answers,
        may_mend=played.owner_id is not None and works_on(session, actor, played),
        can_rekey=question.form in KEYED,
    )


def _doubts(session: Session, item_ids: Sequence[UUID]) -> Sequence[Doubt]:
    """Those about these questions that wait for an answer."""
    wanted = (
        select(Doubt)
        .join(
            RoundItem,
            (Doubt.round_id == RoundItem.round_id) & (Doubt.number == RoundItem.number),
        )
        .where(RoundItem.item_id.in_(item_ids), Doubt.outcome.is_(None))
    )
    return session.scalars(wanted).all()


def _is_in(session: Session, doubt: Doubt, classroom: Classroom) -> bool:
    played = session.get_one(Round, doubt.round_id)
    wanted = select(Seat.class_id).where(Seat.player_id == played.player_id)
    return session.scalars(wanted).one_or_none() == classroom.id


def _settle(
    doubts: Sequence[Doubt], outcome: str, reply: str | None, now: datetime
) -> None:
    for each in doubts:
        each.outcome, each.reply, each.settled_at = outcome, reply, now
