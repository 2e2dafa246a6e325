"""What the pages of a round show: a question with its place, and the result."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session

from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.questions.question import Question, Skill
from quiz.engine.questions.registry import kind_of
from quiz.engine.scoring import RoundScore, score_round
from quiz.errors import NotFound
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.service import GRACE, Place
from quiz.play.sheet import Sheet, Step, next_open


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
    """

    round_id: uuid.UUID
    set_id: uuid.UUID
    title: str
    lines: tuple[Line, ...]
    score: RoundScore
    by_skill: tuple[tuple[Skill, float], ...]

    @property
    def is_held(self) -> bool:
        """Whether nothing is told before another round is over, too."""
        return any(line.step.is_hidden for line in self.lines)


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
    wanted = (
        select(
            RoundItem.number,
            Answer.share,
            BankItem.counts,
            Round.feedback,
            Round.closes_at,
        )
        .join(Round, Round.id == RoundItem.round_id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .outerjoin(Answer, answers_item())
        .where(Round.id == round_id, Round.player_id == player_id)
        .order_by(RoundItem.number)
    )
    rows = session.execute(wanted).all()
    if not rows:
        raise NotFound("round")
    _number, _share, _counts, feedback, closes_at = rows[0]
    is_done = all(row.share is not None for row in rows)
    is_closed = closes_at is not None and now is not None and now > closes_at + GRACE
    is_over = is_done or is_closed
    is_hidden = feedback == "held" or (feedback == "end" and not is_over)
    return tuple(
        Step(row.number, row.share, row.counts, is_hidden, is_closed and not is_done)
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
    wanted = (
        select(
            RoundItem.option_order,
            BankItem,
            Answer.reply,
            Answer.share,
            Article,
            QuestionSet.visibility,
        )
        .join(Round, Round.id == RoundItem.round_id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .join(QuestionSet, QuestionSet.id == Round.set_id)
        .join(
            Article,
            Article.id
            == func.coalesce(BankItem.other_article_id, QuestionSet.article_id),
        )
        .outerjoin(Answer, answers_item())
        .where(RoundItem.round_id == place.round_id, RoundItem.number == place.number)
    )
    row = session.execute(wanted).one_or_none()
    if row is None:
        raise NotFound("round")
    return _sheet(place, steps, row)


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
    wanted = (
        select(BankItem)
        .join(RoundItem, RoundItem.item_id == BankItem.id)
        .where(RoundItem.round_id == round_id)
        .order_by(RoundItem.number)
    )
    questions = [item.as_question() for item in session.scalars(wanted)]
    lines = tuple(map(Line, steps, questions))
    played = session.execute(
        select(QuestionSet.id, QuestionSet.title)
        .join(Round, Round.set_id == QuestionSet.id)
        .where(Round.id == round_id)
    ).one()
    counted = tuple(line for line in lines if line.step.counts)
    shares = [line.step.share for line in counted if line.step.share is not None]
    return Result(
        round_id=round_id,
        set_id=played.id,
        title=played.title,
        lines=lines,
        score=score_round(shares, len(counted)),
        by_skill=_by_skill(counted),
    )


def open_round_of(
    session: Session, player_id: uuid.UUID, now: datetime
) -> OpenRound | None:
    """The round that was begun last and has both answered and open questions."""
    answered, questions = count_of(Answer), count_of(RoundItem)
    wanted = (
        select(Round.id, QuestionSet.title, answered, questions)
        .join(QuestionSet, QuestionSet.id == Round.set_id)
        .where(Round.player_id == player_id, answered > 0, answered < questions)
        .where(or_(Round.closes_at.is_(None), Round.closes_at > now))
        .order_by(Round.started_at.desc())
        .limit(1)
    )
    row = session.execute(wanted).first()
    return OpenRound(*row) if row else None


def tells_by(now: datetime) -> ColumnElement[bool]:
    """Whether a round tells by then how its answers went."""
    is_over = or_(is_complete(), Round.closes_at < now - GRACE)
    return or_(Round.feedback == "each", and_(Round.feedback == "end", is_over))


def is_complete() -> ColumnElement[bool]:
    """Whether all questions of a round are answered."""
    return count_of(Answer) == count_of(RoundItem)


def count_of(rows: type[Answer] | type[RoundItem]) -> ScalarSelect[int]:
    """How many of these a round has, as a column beside `Round`."""
    return (
        select(func.count())
        .select_from(rows)
        .where(rows.round_id == Round.id)
        .correlate(Round)
        .scalar_subquery()
    )


def _sheet(place: Place, steps: tuple[Step, ...], row: Row[*tuple[Any, ...]]) -> Sheet:
    item: BankItem = row.BankItem
    kept_back = row.visibility == "school" and row.Article.is_protected
    question = item.as_question()
    options = {option.id: option for option in question.options}
    texts = tuple(row.reply or ()) if question.form.is_typed else ()
    reply = () if texts else row.reply
    return Sheet(
        place=place,
        steps=steps,
        question=question,
        shown=tuple(options[each] for each in row.option_order),
        reply=None if reply is None else tuple(options[each] for each in reply),
        share=row.share,
        article=row.Article,
        beside=() if kept_back else beside(item),
        keeps_text_back=kept_back,
        texts=texts,
        is_void=item.is_void,
    )


def beside(item: BankItem) -> tuple[Article, ...]:
    """The other articles of its set, where a teacher wrote the question."""
    if not kind_of(item.as_question()).is_own:
        return ()
    return tuple(each for each in item.question_set.articles if each != item.article)


def _by_skill(lines: tuple[Line, ...]) -> tuple[tuple[Skill, float], ...]:
    found = []
    for skill in Skill:
        shares = [
            line.step.share or 0.0 for line in lines if line.question.skill is skill
        ]
        if shares:
            found.append((skill, fmean(shares)))
    return tuple(found)
