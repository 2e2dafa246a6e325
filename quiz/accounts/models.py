"""Rows: a teacher's account, its sign-ins, schools, and links passed on by hand."""

from datetime import datetime
from uuid import UUID

from flask_login import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quiz.access import Role
from quiz.db import Base, HasId, UtcDateTime

NAME_MAX = 60
EMAIL_MAX = 254


class User(HasId, Base, UserMixin):
    """Somebody with an account. Pupils have none.

    Attributes:
        name: as typed in Unicode's compatibility form and case-folded, so that
            "Frau Meier" and "frau meier" are one.
        let_in_at: since when somebody vouches that they teach; None for nobody.
        email: optional, and used for nothing.
        language: of the pages, if chosen while signed in.
        token: the sign-in this request came with; not stored.
        is_strong: whether it was proved by a second factor; not stored here.
    """

    __tablename__ = "users"
    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint("role IN ('teacher', 'admin')", name="role"),
        CheckConstraint("language IN ('de', 'en')", name="language"),
    )

    name: Mapped[str] = mapped_column(String(NAME_MAX))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20), default=Role.TEACHER.value)
    let_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    email: Mapped[str | None] = mapped_column(String(EMAIL_MAX))
    language: Mapped[str | None] = mapped_column(String(2))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __allow_unmapped__ = True  # `token` is no column
    token: UUID | None = None
    is_strong: bool = False

    @property
    def standing(self) -> Role:
        """What they are here: a newcomer until somebody lets them in."""
        if self.role == Role.TEACHER.value and self.let_in_at is None:
            return Role.NEWCOMER
        return Role(self.role)

    def get_id(self) -> str:
        """What the cookie carries: the sign-in, which ends with signing out."""
        return str(self.token or "")


class School(HasId, Base):
    """A school as far as its teachers said; whoever founds it looks after it.

    Attributes:
        invitation: with this code colleagues join.
    """

    __tablename__ = "schools"
    __table_args__ = (UniqueConstraint("invitation"),)

    name: Mapped[str] = mapped_column(String(200))
    invitation: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SchoolTeacher(Base):
    """Who teaches at which school; at one at a time.

    Attributes:
        is_head: they look after it: invite, remove, hand on.
    """

    __tablename__ = "school_teachers"

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[UUID] = mapped_column(
        ForeignKey("schools.id", ondelete="CASCADE"), index=True
    )
    is_head: Mapped[bool] = mapped_column(default=False)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SignIn(HasId, Base):
    """One browser in which somebody signed in; gone when they sign out.

    Attributes:
        device: what kind of browser on what kind of system; no version, no address.
        is_strong: it was proved by a second factor, too.
    """

    __tablename__ = "sign_ins"

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    device: Mapped[str | None] = mapped_column(String(40))
    is_strong: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SecondFactor(Base):
    """What an app on somebody's phone makes six digits of, every thirty seconds.

    Attributes:
        secret: shared with the app; base32.
        is_on: a first code has shown that the app has it.
        last_step: the thirty seconds whose code was used last; it opens nothing twice.
    """

    __tablename__ = "second_factors"

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    secret: Mapped[str] = mapped_column(String(64))
    is_on: Mapped[bool] = mapped_column(default=False)
    last_step: Mapped[int] = mapped_column(default=0)


class RecoveryCode(Base):
    """A code on paper for whoever lost the phone; of each a digest, gone once used."""

    __tablename__ = "recovery_codes"

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)


class OneTimeLink(HasId, Base):
    """A link that somebody passes on by hand; what it opens is in `links.py`.

    Attributes:
        digest: of the token, which is kept nowhere.
        purpose: what it opens: "account", "reset", "class" or "article".
        about_id: of which thing; None for a new account.
        made_by_id: who made it; None for the command line.
        uses_left: how many more can use it.
    """

    __tablename__ = "one_time_links"
    __table_args__ = (
        UniqueConstraint("digest"),
        CheckConstraint(
            "purpose IN ('account', 'reset', 'class', 'article')", name="purpose"
        ),
        CheckConstraint("uses_left >= 1", name="uses_left"),
    )

    digest: Mapped[str] = mapped_column(String(64))
    purpose: Mapped[str] = mapped_column(String(20))
    about_id: Mapped[UUID | None] = mapped_column(index=True)
    made_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    uses_left: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
