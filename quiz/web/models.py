"""What happened that matters for security, and what somebody waits for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quiz.db import Base, HasId, UtcDateTime


class SecurityEvent(HasId, Base):
    """One line of the security log.

    Attributes:
        kind: what happened, such as "sign_in_failed".
        user_id: whose account did it; None for nobody's, or one that is gone.
        times: how often within the hour, of what anybody can bring about.
    """

    __tablename__ = "security_events"

    happened_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    kind: Mapped[str] = mapped_column(String(40))
    user_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
    times: Mapped[int] = mapped_column(default=1)


class Job(HasId, Base):
    """A form whose answer takes long: what was typed, and later what came of it.

    Attributes:
        user_id: who sent it; nobody else sees it.
        path: where to.
        typed: names and values of its fields, without files and tokens; empty once an
            answer that leads on is there.
        alive_at: when the process that works on it last said so.
        status: of the answer; None as long as there is none.
        location: where it leads; None for a page.
        body: the page; None where it leads on.
        said: what the next page has to tell, each with its category.
    """

    __tablename__ = "jobs"

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    path: Mapped[str] = mapped_column(Text)
    typed: Mapped[list[list[str]]] = mapped_column(JSON)
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    alive_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    status: Mapped[int | None]
    location: Mapped[str | None] = mapped_column(Text)
    body: Mapped[str | None] = mapped_column(Text)
    said: Mapped[list[list[str]]] = mapped_column(JSON)
