"""Live games, what is asked in them and who is in them.

What is answered lies in the rounds of the players, one for each game, as if they had
played alone: an answer has one home. So (round, number) decides which one was first.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quiz.bank.models import BankItem, QuestionSet
from quiz.db import Base, HasId, UtcDateTime
from quiz.engine.live.state import Rules, State

CODE_LENGTH = 6


class LiveGame(HasId, Base):
    """A set that is played together.

    Attributes:
        host_id: whose account leads it, from any device.
        code: by which one joins; None once it is dead.
        rules: `Rules` as JSON.
        state: `State` as JSON, as it was when somebody last did something; by its
            clock the game may be further.
        ended_at: when it was over; None before.
    """

    __tablename__ = "live_games"
    __table_args__ = (UniqueConstraint("code"),)

    host_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    set_id: Mapped[UUID] = mapped_column(
        ForeignKey("question_sets.id", ondelete="CASCADE"), index=True
    )
    code: Mapped[str | None] = mapped_column(String(CODE_LENGTH))
    rules: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[dict[str, Any]] = mapped_column(JSON)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    question_set: Mapped[QuestionSet] = relationship()

    @property
    def played_by(self) -> Rules:
        """Its rules."""
        return Rules.from_json(self.rules)

    @property
    def kept_state(self) -> State:
        """Its state when somebody last did something."""
        return State.from_json(self.state)


class LiveItem(Base):
    """One question of a live game; everybody sees its options in the same order.

    Attributes:
        number: its place in the game, from 1.
        option_order: ids of the options in the order shown.
    """

    __tablename__ = "live_items"
    __table_args__ = (CheckConstraint("number >= 1", name="number"),)

    game_id: Mapped[UUID] = mapped_column(
        ForeignKey("live_games.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    item_id: Mapped[UUID] = mapped_column(
        ForeignKey("bank_items.id", ondelete="CASCADE"), index=True
    )
    option_order: Mapped[list[str]] = mapped_column(JSON)

    item: Mapped[BankItem] = relationship()


class LivePlayer(Base):
    """Somebody in a live game.

    Attributes:
        round_id: where their answers lie.
        alias: what they are called there, a key of the word lists.
        standing: "in", "kicked" (they may come back) or "banned".
        first_number: the first question that they could answer, from 1.
        team: from 1; None where the game has no teams.
    """

    __tablename__ = "live_players"
    __table_args__ = (
        UniqueConstraint("round_id"),
        UniqueConstraint("game_id", "alias"),
        CheckConstraint("standing IN ('in', 'kicked', 'banned')", name="standing"),
        CheckConstraint("team >= 1 AND team <= 8", name="team"),
    )

    game_id: Mapped[UUID] = mapped_column(
        ForeignKey("live_games.id", ondelete="CASCADE"), primary_key=True
    )
    player_id: Mapped[UUID] = mapped_column(
        ForeignKey("players.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    round_id: Mapped[UUID] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"))
    alias: Mapped[str] = mapped_column(String(40))
    standing: Mapped[str] = mapped_column(String(6), default="in")
    first_number: Mapped[int]
    team: Mapped[int | None]
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
