"""Who plays, what is asked in a round, what was answered, pointed at, put right.

Whether a round is finished and what it scored is never stored: it follows from
its items and answers.
"""

import uuid
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ColumnElement,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    and_,
)
from sqlalchemy.orm import Mapped, mapped_column

from quiz.db import Base, HasId, UtcDateTime


class Player(HasId, Base):
    """Somebody who plays: one browser, or one account on all its browsers.

    Attributes:
        user_id: the account; None for a guest, known by a signed cookie only.
    """

    __tablename__ = "players"

    user_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), unique=True
    )
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Round(HasId, Base):
    """One round of one player on one question set.

    Attributes:
        seed: from which its questions and the order of options were drawn.
        feedback: "each" after each answer; "end" once the round is over; "held" until
            another round is over, too, that this one is compared with.
        closes_at: when it takes no more answers; None for never.
    """

    __tablename__ = "rounds"
    __table_args__ = (
        CheckConstraint("feedback IN ('each', 'end', 'held')", name="feedback"),
    )

    player_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("players.id", ondelete="CASCADE"), index=True
    )
    set_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("question_sets.id", ondelete="CASCADE"), index=True
    )
    seed: Mapped[int] = mapped_column(BigInteger)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    feedback: Mapped[str] = mapped_column(String(4), default="each")
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class RoundItem(Base):
    """One question of a round.

    Attributes:
        number: its place in the round, from 1.
        option_order: ids of the options in the order shown. A browser sees and
            sends positions in this list, never the ids.
    """

    __tablename__ = "round_items"
    __table_args__ = (CheckConstraint("number >= 1", name="number"),)

    round_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    item_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("bank_items.id", ondelete="CASCADE"), index=True
    )
    option_order: Mapped[list[str]] = mapped_column(JSON)


class Answer(Base):
    """The first answer to one question of a round; the key allows no second.

    Attributes:
        reply: ids of the chosen options, in the chosen order.
        share: how much of it is right, 0–1, as graded when it came.
        confidence: how sure they said to be, 1–3; None where they did not say.
    """

    __tablename__ = "answers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name="fk_answers_round_item",
            ondelete="CASCADE",
        ),
        CheckConstraint("share >= 0 AND share <= 1", name="share"),
        CheckConstraint("confidence IN (1, 2, 3)", name="confidence"),
    )

    round_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    reply: Mapped[list[str]] = mapped_column(JSON)
    share: Mapped[float] = mapped_column(Float)
    confidence: Mapped[int | None]
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Pointing(Base):
    """The first sentence pointed at to show an answer; the key allows no second.

    It is for the player alone: what competes or is reported is worked out from answers.

    Attributes:
        begin, end: where the sentence stands in the article; None where none was
            pointed at.
        found: whether it shows the answer.
        hinted: whether they had the paragraph shown while the question was open.
    """

    __tablename__ = "pointings"
    __table_args__ = (
        ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name="fk_pointings_round_item",
            ondelete="CASCADE",
        ),
        CheckConstraint('("begin" IS NULL) = ("end" IS NULL)', name="place"),
        CheckConstraint('NOT found OR "begin" IS NOT NULL', name="found"),
    )

    round_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    begin: Mapped[int | None]
    end: Mapped[int | None]
    found: Mapped[bool]
    hinted: Mapped[bool] = mapped_column(default=False)
    pointed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Righted(Base):
    """A missed question that was answered right when it was tried again.

    It is for the player alone, and changes no answer.
    """

    __tablename__ = "righted"
    __table_args__ = (
        ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name="fk_righted_round_item",
            ondelete="CASCADE",
        ),
    )

    round_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    righted_at: Mapped[datetime] = mapped_column(UtcDateTime)


def answers_item() -> ColumnElement[bool]:
    """That an answer is the one to that question of a round: how both are joined."""
    return and_(
        Answer.round_id == RoundItem.round_id, Answer.number == RoundItem.number
    )


def points_for_item() -> ColumnElement[bool]:
    """That a pointing is the one to that question of a round: how both are joined."""
    return and_(
        Pointing.round_id == RoundItem.round_id, Pointing.number == RoundItem.number
    )


def rights_item() -> ColumnElement[bool]:
    """That a question was righted is told of that one: how both are joined."""
    return and_(
        Righted.round_id == RoundItem.round_id, Righted.number == RoundItem.number
    )
