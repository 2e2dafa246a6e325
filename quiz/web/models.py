"""What happened that matters for security, without content and without addresses."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.db import Base, HasId, UtcDateTime


class SecurityEvent(HasId, Base):
    """One line of the security log.

    Attributes:
        kind: what happened, such as "sign_in_failed".
        user_id: whose account did it; None for nobody's, or one that is gone.
    """

    __tablename__ = "security_events"

    happened_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    kind: Mapped[str] = mapped_column(String(40))
    user_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
