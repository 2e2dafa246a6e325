"""What the answers of a class say, for those who teach it."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.classroom.models import Assignment, AssignmentRound, Classroom, Seat
from quiz.engine.questions.question import Question
from quiz.engine.reporting import (
    FEWEST_SEATS,
    FirstAnswer,
    ItemLine,
    MistakeLine,
    SkillLine,
    coarse,
    item_lines,
    mistake_lines,
    reliability,
    skill_lines,
)
from quiz.play.models import Answer, Round, RoundItem, answers_item

MOST_MISTAKES = 3


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that many made, with the question in which most did."""

    line: MistakeLine
    item: ItemLine


@dataclass(frozen=True, slots=True)
class Report:
    """What a class has played and not understood yet.

    Attributes:
        seats: how many have answered anything.
        answers: how many first answers there are.
        skills, items: empty where fewer than five seats have answered, so that
            nobody is recognised in a figure about the class.
        mistakes: the three most common ones.
        alpha: how reliable the round is as a test; None where nothing can be said.
        by_seat: the seats with their numbers, for the table of seats and skills.
    """

    seats: int
    answers: int
    skills: tuple[SkillLine, ...]
    mistakes: tuple[Mistake, ...]
    items: tuple[ItemLine, ...]
    alpha: float | None
    by_seat: tuple[Seat, ...]

    @property
    def has_enough(self) -> bool:
        """Whether enough seats have answered for figures about the class."""
        return self.seats >= FEWEST_SEATS


def report_of(
    session: Session,
    classroom: Classroom,
    assignment: Assignment | None = None,
    since: datetime | None = None,
) -> Report:
    """What the first answers say: of all that was played, or of one assignment."""
    found = _first_answers(session, classroom, assignment, since)
    played = {each.seat for each in found}
    if len(played) < FEWEST_SEATS:
        return Report(len(played), len(found), (), (), (), None, ())
    items = item_lines(found)
    by_item = {line.item: line for line in items}
    could = (line for line in mistake_lines(found) if line.met >= FEWEST_SEATS)
    mistakes = tuple(could)[:MOST_MISTAKES]
    return Report(
        seats=len(played),
        answers=len(found),
        skills=skill_lines(found),
        mistakes=tuple(Mistake(line, by_item[line.item]) for line in mistakes),
        items=items,
        alpha=reliability(found),
        by_seat=tuple(seat for seat in classroom.seats if str(seat.id) in played),
    )


def _first_answers(
    session: Session,
    classroom: Classroom,
    assignment: Assignment | None,
    since: datetime | None,
) -> list[FirstAnswer]:
    """Each question once for each seat: how it was answered the first time."""
    wanted = (
        select(
            Seat.id,
            BankItem,
            Answer.reply,
            Answer.share,
            Answer.answered_at,
            Answer.round_id,
            Round.started_at,
        )
        .join(Round, Round.player_id == Seat.player_id)
        .join(RoundItem, RoundItem.round_id == Round.id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .join(Answer, answers_item())
        .where(Seat.class_id == classroom.id, Round.feedback != "held")
        .order_by(Answer.answered_at, Answer.round_id, Answer.number)
    )
    if assignment is not None:
        wanted = wanted.join(
            AssignmentRound, AssignmentRound.round_id == Round.id
        ).where(AssignmentRound.assignment_id == assignment.id)
    if since is not None:
        wanted = wanted.where(Answer.answered_at >= since)
    first: dict[tuple[uuid.UUID, uuid.UUID], FirstAnswer] = {}
    read: dict[uuid.UUID, Question] = {}
    last: dict[uuid.UUID, datetime] = {}
    for row in session.execute(wanted):
        seat_id, item, reply, share, when, round_id, began_at = row
        took = coarse((when - last.get(round_id, began_at)).total_seconds())
        last[round_id] = when
        question = read.get(item.id) or read.setdefault(item.id, item.as_question())
        if item.counts:
            chosen = () if question.form.is_typed else tuple(reply)
            first.setdefault(
                (seat_id, item.id),
                FirstAnswer(str(seat_id), str(item.id), question, chosen, share, took),
            )
    return list(first.values())
