"""What a season is for a class together, and for one seat alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.classroom.models import Classroom, Seat
from quiz.db import zone_of
from quiz.engine.leaderboards import placed
from quiz.engine.season import common_goal, days_left, lowest_told
from quiz.leaderboards.board import Measure
from quiz.leaderboards.models import WHOLE, CountedRound, SeatWeek
from quiz.leaderboards.service import SeatTotals, score_of, weeks_before
from quiz.play.models import Answer, RoundItem, answers_item

WEEKS_OF_ONES_OWN = 6


@dataclass(frozen=True, slots=True)
class Together:
    """What a class has done in a week, all of it together.

    Attributes:
        right: right answers in rounds that count; parts of one add up.
        goal: how many it tries to reach.
        days_left: how many days come after today.
    """

    right: int
    goal: int
    days_left: int

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return self.right >= self.goal


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """What a seat brought into a week, 0–1."""

    week: date
    best: float


@dataclass(frozen=True, slots=True)
class Own:
    """What only the seat itself sees.

    Attributes:
        weeks: the latest weeks with a round that counts, the oldest first.
        gain: of this week; None without enough before.
        rank: the own place, where it is in the first half; None elsewhere.
        to_next: how much is missing to the one just ahead; None without one.
    """

    weeks: tuple[OwnWeek, ...]
    gain: float | None
    rank: int | None
    to_next: float | None


def together(
    session: Session, classroom: Classroom, week: date, now: datetime
) -> Together:
    """The common goal of a class in a week, counted from the answers. One query."""
    zone = zone_of(session)
    begins = datetime.combine(week, time(), zone)
    wanted = (
        select(func.sum(Answer.share))
        .select_from(CountedRound)
        .join(Seat, Seat.id == CountedRound.seat_id)
        .join(RoundItem, RoundItem.round_id == CountedRound.round_id)
        .join(Answer, answers_item())
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .where(Seat.class_id == classroom.id, BankItem.counts)
        .where(CountedRound.finished_at >= begins)
        .where(CountedRound.finished_at < begins + timedelta(weeks=1))
    )
    joined = sum(seat.player_id is not None for seat in classroom.seats)
    right = session.scalar(wanted) or 0.0
    return Together(int(right + 1e-6), common_goal(joined), days_left(now, zone))


def own_season(session: Session, seat: Seat, totals: SeatTotals, week: date) -> Own:
    """How one seat is doing, for itself alone. One query."""
    wanted = select(SeatWeek).where(
        SeatWeek.seat_id == seat.id, SeatWeek.week.in_((week, *weeks_before(week)))
    )
    rows = session.scalars(wanted.order_by(SeatWeek.week)).all()
    rank, to_next = _place(seat, totals)
    gains = [row.gain for row in rows if row.week == week and row.gain is not None]
    return Own(
        weeks=_weeks(rows),
        gain=gains[0] / WHOLE if gains else None,
        rank=rank,
        to_next=to_next,
    )


def _weeks(rows: Sequence[SeatWeek]) -> tuple[OwnWeek, ...]:
    found = [OwnWeek(row.week, row.best / WHOLE) for row in rows]
    return tuple(found[-WEEKS_OF_ONES_OWN:])


def _place(seat: Seat, totals: SeatTotals) -> tuple[int | None, float | None]:
    """The rank in the first half, and how far the next one ahead is."""
    found = [
        (total.seat.id, score)
        for total in totals.seats
        if total.seat is seat or not total.seat.is_hidden
        if (score := score_of(total, Measure.ACCURACY)) is not None
    ]
    lines = placed(found)
    mine = next((line for line in lines if line.who == seat.id), None)
    if mine is None or mine.rank is None or mine.score is None:
        return None, None
    ahead = [e.score for e in lines if e.score is not None and e.score > mine.score]
    rank = mine.rank if mine.rank <= lowest_told(lines) else None
    return rank, min(ahead) - mine.score if ahead else None
