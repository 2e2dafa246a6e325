"""What the pages of a round show: a question with its place, and the result."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Any

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.orm import Session

from quiz.bank.kept_questions import BODY, MENDED, question_from
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.mastery.judging import VERY
from quiz.engine.pointing import asked_at, points_for_a_place
from quiz.engine.questions.question import Question, Skill
from quiz.engine.scoring import RoundScore, score_round
from quiz.errors import NotFound
from quiz.play.asking import asked
from quiz.play.models import (
    Answer,
    Pointing,
    Righted,
    Round,
    RoundItem,
    answers_item,
    points_for_item,
    rights_item,
)
from quiz.play.service import GRACE, Place, count_of
from quiz.play.sheet import Sheet
from quiz.play.steps import Placed, Step, next_open

# Built once: each page of a round asks this.
_STEPS = (
    select(
        RoundItem.number,
        Answer.share,
        Answer.confidence,
        BankItem.counts.label("counts"),
        Round.feedback,
        Round.closes_at,
        Round.seed,
        Pointing.begin,
        Pointing.end,
        Pointing.found,
        Pointing.hinted,
        Righted.righted_at,
    )
    .join(Round, Round.id == RoundItem.round_id)
    .join(BankItem, BankItem.id == RoundItem.item_id)
    .outerjoin(Answer, answers_item())
    .outerjoin(Pointing, points_for_item())
    .outerjoin(Righted, rights_item())
    .where(
        Round.id == bindparam("round_id"),
        Round.player_id == bindparam("player_id"),
    )
    .order_by(RoundItem.number)
)

_PLAYED = (
    select(Round.set_id, QuestionSet.title, BODY, BankItem.other_article_id)
    .select_from(RoundItem)
    .join(Round, Round.id == RoundItem.round_id)
    .join(QuestionSet, QuestionSet.id == Round.set_id)
    .join(BankItem, BankItem.id == RoundItem.item_id)
    .outerjoin(MENDED, MENDED.id == BankItem.mended_id)
    .where(RoundItem.round_id == bindparam("round_id"))
    .order_by(RoundItem.number)
)

_ANSWERED, _ALL = count_of(Answer), count_of(RoundItem)
_BEGUN = (
    select(Round.id, QuestionSet.title, _ANSWERED, _ALL)
    .join(QuestionSet, QuestionSet.id == Round.set_id)
    .where(Round.player_id == bindparam("player_id"), _ANSWERED > 0, _ANSWERED < _ALL)
    .where(or_(Round.closes_at.is_(None), Round.closes_at > bindparam("now")))
    .order_by(Round.started_at.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Line:
    """One question on the result page."""

    step: Step
    question: Question


@dataclass(frozen=True, slots=True)
class Result:
    """A finished round.

    Attributes:
        by_skill: share right, 0–1, of each skill that was asked for.
        bonus: points for places that were found where the answer was not wholly
            right; they are told to the player and go into nothing else.
    """

    round_id: uuid.UUID
    set_id: uuid.UUID
    title: str
    lines: tuple[Line, ...]
    score: RoundScore
    by_skill: tuple[tuple[Skill, float], ...]
    bonus: int

    @property
    def places(self) -> tuple[bool, ...]:
        """Of each sentence that was pointed at, whether it shows the answer."""
        placed = (line.step.placed for line in self.lines)
        return tuple(each.found for each in placed if each and each.span)

    @property
    def righted(self) -> frozenset[int]:
        """The missed questions that were right when they were tried again."""
        steps = (line.step for line in self.lines)
        return frozenset(s.number for s in steps if s.is_missed and s.is_righted)

    @property
    def sure(self) -> tuple[bool, ...]:
        """Of each answer that they said to be sure of, whether it is right."""
        counted = (line.step for line in self.lines if line.step.counts)
        return tuple(step.is_right for step in counted if step.is_sure)

    @property
    def share(self) -> float:
        """How much is right by the answers that count alone, 0–1, as `as_told`."""
        shares = [share for _skill, share in self.answers]
        return as_told(fmean(shares)) if shares else 0.0

    @property
    def learnt(self) -> Skill | None:
        """The skill that a sentence to keep in mind is about: the one least sure."""
        if not self.by_skill:
            return None
        return min(self.by_skill, key=lambda each: each[1])[0]

    @property
    def answers(self) -> tuple[tuple[Skill, float], ...]:
        """The skill and the share right of each question that counts, in order."""
        counted = (line for line in self.lines if line.step.counts)
        return tuple((each.question.skill, each.step.share or 0.0) for each in counted)

    @property
    def is_held(self) -> bool:
        """Whether nothing is told before another round is over, too."""
        return any(line.step.is_hidden for line in self.lines)


def as_told(share: float) -> float:
    """A share in whole percent: what reads the same is the same.

    However it was added up: what differs by less than a millionth is equal before.
    """
    return round(round(share, 6), 2)


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round that waits to be finished."""

    round_id: uuid.UUID
    title: str
    answered: int
    questions: int


def steps_of(
    session: Session,
    player_id: uuid.UUID,
    round_id: uuid.UUID,
    now: datetime | None = None,
) -> tuple[Step, ...]:
    """All questions of a round and how they went; `now` tells whether it is closed.

    Raises:
        NotFound: no such round, or it is another player's.
    """
    of_whom = {"round_id": round_id, "player_id": player_id}
    rows = session.connection().execute(_STEPS, of_whom).all()
    if not rows:
        raise NotFound("round")
    feedback, closes_at = rows[0].feedback, rows[0].closes_at
    is_done = all(row.share is not None for row in rows)
    is_closed = closes_at is not None and now is not None and now > closes_at + GRACE
    is_over = is_done or is_closed
    is_hidden = feedback == "held" or (feedback == "end" and not is_over)
    pointing = _pointing_at(rows) if feedback == "each" and not is_over else None
    return tuple(
        Step(
            row.number,
            row.share,
            row.counts,
            is_hidden,
            is_closed and not is_done,
            may_point=row.number == pointing,
            placed=_placed(row),
            is_sure=row.confidence == VERY,
            is_righted=row.righted_at is not None,
        )
        for row in rows
    )


def sheet_of(
    session: Session, player_id: uuid.UUID, place: Place, now: datetime | None = None
) -> Sheet:
    """One question of a round, with its answer if there is one. Two queries.

    Raises:
        NotFound: no such question in a round of this player.
    """
    steps = steps_of(session, player_id, place.round_id, now)
    sheet = asked(session, place, steps)
    if sheet is None:
        raise NotFound("round")
    return sheet


def result_of(
    session: Session,
    player_id: uuid.UUID,
    round_id: uuid.UUID,
    now: datetime | None = None,
) -> Result | None:
    """How a round went; None while a question of it is open and can be answered.

    Raises:
        NotFound: no such round, or it is another player's.
    """
    steps = steps_of(session, player_id, round_id, now)
    if next_open(steps) is not None and not steps[0].is_closed:
        return None
    rows = session.connection().execute(_PLAYED, {"round_id": round_id}).all()
    questions = [question_from(row.body, row.other_article_id) for row in rows]
    lines = tuple(map(Line, steps, questions))
    counted = tuple(line for line in lines if line.step.counts)
    shares = [line.step.share for line in counted if line.step.share is not None]
    return Result(
        round_id=round_id,
        set_id=rows[0].set_id,
        title=rows[0].title,
        lines=lines,
        score=score_round(shares, len(counted)),
        by_skill=_by_skill(counted),
        bonus=sum(_bonus(line.step) for line in counted),
    )


def open_round_of(
    session: Session, player_id: uuid.UUID, now: datetime
) -> OpenRound | None:
    """The round that was begun last and has both answered and open questions."""
    asked = {"player_id": player_id, "now": now}
    row = session.connection().execute(_BEGUN, asked).first()
    return OpenRound(*row) if row else None


def _pointing_at(rows: Sequence[Row[*tuple[Any, ...]]]) -> int | None:
    """The question answered last, if it is one at which to point, and none did yet."""
    answered = [row for row in rows if row.share is not None]
    if not answered or answered[-1].found is not None:
        return None
    number: int = answered[-1].number
    return number if number in asked_at(rows[0].seed, rows[-1].number) else None


def _placed(row: Row[*tuple[Any, ...]]) -> Placed | None:
    if row.found is None:
        return None
    return Placed(row.begin, row.end, row.found, row.hinted)


def _bonus(step: Step) -> int:
    if step.placed is None or not step.placed.found:
        return 0
    return points_for_a_place(step.share or 0.0)


def _by_skill(lines: tuple[Line, ...]) -> tuple[tuple[Skill, float], ...]:
    found = []
    for skill in Skill:
        shares = [
            line.step.share or 0.0 for line in lines if line.question.skill is skill
        ]
        if shares:
            found.append((skill, fmean(shares)))
    return tuple(found)
