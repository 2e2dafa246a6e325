"""What the answers of a class say, for those who teach it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.classroom.models import Assignment, AssignmentRound, Classroom, Seat
from quiz.classroom.reports.versions import first_versions, line_of
from quiz.engine.choices import WrongChoice, most_chosen, wrong_choices
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
MOST_ASKED = 8


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
        skills, items, choices: empty where fewer than five seats have answered, so
            that nobody is recognised in a figure about the class.
        mistakes: the three most common ones.
        choices: which wrong answers were chosen, and how often.
        alpha: how reliable the round is as a test; None where nothing can be said.
        by_seat: the seats with their numbers, for the table of seats and skills.
        asked: the questions that were answered, by their line: the newest version.
        rekeyed: lines of questions whose key was changed after they were answered.
        left_out: how many that were answered count no longer.
    """

    seats: int
    answers: int
    asked: dict[str, BankItem]
    rekeyed: frozenset[str]
    left_out: int
    skills: tuple[SkillLine, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    items: tuple[ItemLine, ...] = ()
    choices: tuple[WrongChoice, ...] = ()
    alpha: float | None = None
    by_seat: tuple[Seat, ...] = ()

    @property
    def tomorrow(self) -> tuple[WrongChoice, ...]:
        """What to talk about: the wrong answers that most have chosen."""
        return most_chosen(self.choices, MOST_MISTAKES)

    @property
    def some_asked(self) -> tuple[Question, ...]:
        """A few of the questions, without anything about the answers."""
        kept = list(self.asked.values())[:MOST_ASKED]
        return tuple(item.as_question() for item in kept)

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
    given = _given(session, classroom, assignment, since)
    roots = first_versions(session, {row.BankItem.set_id for row in given})
    lines = {row.BankItem: line_of(row.BankItem, roots) for row in given}
    found = _first_answers(given, lines)
    played = {each.seat for each in found}
    said = Report(
        seats=len(played),
        answers=len(found),
        asked=_newest(lines),
        rekeyed=frozenset(at for item, at in lines.items() if item.mended_id),
        left_out=len({at for item, at in lines.items() if item.is_void}),
    )
    if not said.has_enough:
        return said
    items = item_lines(found)
    by_item = {line.item: line for line in items}
    could = (line for line in mistake_lines(found) if line.met >= FEWEST_SEATS)
    mistakes = tuple(could)[:MOST_MISTAKES]
    return replace(
        said,
        skills=skill_lines(found),
        mistakes=tuple(Mistake(line, by_item[line.item]) for line in mistakes),
        items=items,
        choices=wrong_choices(found),
        alpha=reliability(found),
        by_seat=tuple(seat for seat in classroom.seats if str(seat.id) in played),
    )


def _newest(lines: dict[BankItem, str]) -> dict[str, BankItem]:
    """Line → the item of its newest version, those that count."""
    found: dict[str, BankItem] = {}
    for item in sorted(lines, key=lambda each: each.question_set.version):
        if item.counts:
            found[lines[item]] = item
    return found


def _given(
    session: Session,
    classroom: Classroom,
    assignment: Assignment | None,
    since: datetime | None,
) -> Sequence[Any]:
    """All answers of the class, the earliest first."""
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
    return session.execute(wanted).all()


def _first_answers(
    given: Sequence[Any], lines: dict[BankItem, str]
) -> list[FirstAnswer]:
    """Each question once for each seat: how it was answered the first time."""
    first: dict[tuple[uuid.UUID, str], FirstAnswer] = {}
    last: dict[uuid.UUID, datetime] = {}
    for row in given:
        seat_id, item, reply, share, when, round_id, began_at = row
        took = coarse((when - last.get(round_id, began_at)).total_seconds())
        last[round_id] = when
        if item.counts:
            question = item.as_question()
            chosen = () if question.form.is_typed else tuple(reply)
            first.setdefault(
                (seat_id, lines[item]),
                FirstAnswer(str(seat_id), lines[item], question, chosen, share, took),
            )
    return list(first.values())
