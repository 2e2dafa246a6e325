"""Leagues of classes, and running totals that the answers alone can rebuild.

Shares are kept as whole hundredths of a percent here, so that sums are exact in
whatever order they were added.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quiz.classroom.models import Classroom
from quiz.db import Base, HasId, UtcDateTime

WHOLE = 10_000
"""A share of 1 in whole numbers."""
NAME_MAX = 60


class CountedRound(Base):
    """A finished round of a seat with enough questions that were new to it.

    Attributes:
        share: how much of those questions is right, 0–10,000.
    """

    __tablename__ = "counted_rounds"
    __table_args__ = (
        CheckConstraint("share >= 0 AND share <= 10000", name="share"),
        Index("ix_counted_rounds_seat", "seat_id", "finished_at"),
    )

    round_id: Mapped[UUID] = mapped_column(
        ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True
    )
    seat_id: Mapped[UUID] = mapped_column(ForeignKey("seats.id", ondelete="CASCADE"))
    finished_at: Mapped[datetime] = mapped_column(UtcDateTime)
    share: Mapped[int]


class SeatWeek(Base):
    """What a seat brings into a week.

    Attributes:
        week: the Monday it begins on.
        best: the best round that counts, 0–10,000.
        gain: against the seat's own rounds before; None with too few of them.
    """

    __tablename__ = "seat_weeks"
    __table_args__ = (Index("ix_seat_weeks_class", "class_id", "week"),)

    seat_id: Mapped[UUID] = mapped_column(
        ForeignKey("seats.id", ondelete="CASCADE"), primary_key=True
    )
    week: Mapped[date] = mapped_column(primary_key=True)
    class_id: Mapped[UUID] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    best: Mapped[int]
    gain: Mapped[int | None]
    rounds: Mapped[int]


class ClassWeek(Base):
    """What a class brings into a week.

    Attributes:
        participants: seats with a round that counts.
        best: the sum of what is best of each.
        gainers: seats with rounds before to measure a gain against.
        gain: the sum of theirs.
    """

    __tablename__ = "class_weeks"

    class_id: Mapped[UUID] = mapped_column(
        ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True
    )
    week: Mapped[date] = mapped_column(primary_key=True)
    participants: Mapped[int] = mapped_column(Integer, default=0)
    best: Mapped[int] = mapped_column(Integer, default=0)
    gainers: Mapped[int] = mapped_column(Integer, default=0)
    gain: Mapped[int] = mapped_column(Integer, default=0)


class League(HasId, Base):
    """Classes that compete week by week, because each of their teachers wants to.

    Attributes:
        code: with which a class enters.
    """

    __tablename__ = "leagues"
    __table_args__ = (UniqueConstraint("code"),)

    name: Mapped[str] = mapped_column(String(NAME_MAX))
    code: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class LeagueClass(Base):
    """A class in a league.

    Attributes:
        looks_after: its teachers freeze the board and renew the code.
    """

    __tablename__ = "league_classes"

    league_id: Mapped[UUID] = mapped_column(
        ForeignKey("leagues.id", ondelete="CASCADE"), primary_key=True
    )
    class_id: Mapped[UUID] = mapped_column(
        ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    looks_after: Mapped[bool] = mapped_column(default=False)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)

    league: Mapped[League] = relationship()
    classroom: Mapped[Classroom] = relationship()


class Freeze(HasId, Base):
    """The totals as they stood when a board was frozen; gone when it is shown again.

    Attributes:
        class_id, league_id: whose boards they are; one of both.
        week: in which; in the next one everything is shown.
        totals: id of the seat or class → what a board is made of.
    """

    __tablename__ = "board_freezes"
    __table_args__ = (
        UniqueConstraint("class_id"),
        UniqueConstraint("league_id"),
        CheckConstraint("(class_id IS NULL) <> (league_id IS NULL)", name="whose"),
    )

    class_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("classes.id", ondelete="CASCADE")
    )
    league_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("leagues.id", ondelete="CASCADE")
    )
    week: Mapped[date]
    frozen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    totals: Mapped[dict[str, Any]] = mapped_column(JSON)
