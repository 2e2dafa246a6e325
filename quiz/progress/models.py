"""How hard questions turned out to be: estimated now and then from the answers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quiz.db import Base, UtcDateTime


class ItemDifficulty(Base):
    """The difficulty of a question; the answers alone can give it again.

    Attributes:
        value: in logits; 0 is usual.
        answers: from how many first attempts. From a hundred on it stays.
    """

    __tablename__ = "item_difficulties"
    __table_args__ = (CheckConstraint("answers >= 1", name="answers"),)

    item_id: Mapped[UUID] = mapped_column(
        ForeignKey("bank_items.id", ondelete="CASCADE"), primary_key=True
    )
    value: Mapped[float] = mapped_column(Float)
    answers: Mapped[int]
    estimated_at: Mapped[datetime] = mapped_column(UtcDateTime)
