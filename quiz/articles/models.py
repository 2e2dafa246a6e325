"""The articles that people brought, and those that come with the game."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quiz.db import Base, HasId, UtcDateTime

LONG_EXTRACT_SHARE = 0.15
"""§ 60a(1) UrhG names 15 % of a published work; the page warns above it."""


def is_protected(rights_basis: str) -> bool:
    """Whether the text of an article that may be used for that reason stays inside."""
    return rights_basis not in ("own_text", "open_licence")


class Article(HasId, Base):
    """A text as it was brought, and where it is from.

    The text never changes: a trigger of the database refuses it, because every
    claim and every question points into it by character offsets.

    Attributes:
        owner_id: whose it is; None for an article that comes with the game.
        slug: its name in the bundled library; None for all others and for an
            edition that a newer one has replaced.
        rights_basis: why it may be used here.
        work_share: how much of the whole work it is, 0–1, for an extract.
        subtitle: what a list says about it below the title.
        label: what the source line says about it, by language, such as
            "Written for this game".
        content_note: what to know before showing it to a class, by language.
        age: from which age it is meant to be read.
        topic: what it is about, one of a few.
        school_year: how hard it is to read, as `readability` says of its text; None
            for a short one.
        glossary: hard words of the text with what they mean, in order; None for none.
        reading_minutes: how long reading it takes; None for a short one.
        form: what kind of text it is, one of a few; None where nobody said.
        trains: what a class can learn by it, for teachers, by language.
        roundless_rules: fingerprint of the engine that could make no round of it; None
            where none is needed, or it did.
    """

    __tablename__ = "articles"
    __table_args__ = (
        CheckConstraint(
            "rights_basis IN ('own_text', 'open_licence', 'school_contract',"
            " 's60a_extract', 'link_only')",
            name="rights_basis",
        ),
        CheckConstraint(
            "rights_basis <> 'open_licence'"
            " OR (licence_name IS NOT NULL AND licence_url IS NOT NULL)",
            name="licence_named",
        ),
        CheckConstraint(
            "rights_basis <> 'school_contract' OR school IS NOT NULL",
            name="school_named",
        ),
        CheckConstraint(
            "rights_basis <> 's60a_extract' OR work_share IS NOT NULL",
            name="share_named",
        ),
        CheckConstraint(
            "rights_basis <> 'link_only' OR (url IS NOT NULL AND text = '')",
            name="link_keeps_no_text",
        ),
        CheckConstraint(
            "topic IN ('politics', 'world', 'economy', 'science', 'environment',"
            " 'culture', 'sport', 'everyday')",
            name="topic",
        ),
        CheckConstraint("work_share > 0 AND work_share <= 1", name="work_share"),
        CheckConstraint("visibility IN ('private', 'library')", name="visibility"),
        CheckConstraint(
            "owner_id IS NOT NULL OR visibility = 'library'", name="private_is_owned"
        ),
    )

    owner_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    slug: Mapped[str | None] = mapped_column(String(80), unique=True)
    title: Mapped[str] = mapped_column(String(300))
    outlet: Mapped[str] = mapped_column(String(120))
    published_on: Mapped[date]
    url: Mapped[str | None] = mapped_column(String(2000))
    language: Mapped[str] = mapped_column(String(8))
    rights_basis: Mapped[str] = mapped_column(String(20))
    licence_name: Mapped[str | None] = mapped_column(String(120))
    licence_url: Mapped[str | None] = mapped_column(String(2000))
    school: Mapped[str | None] = mapped_column(String(200))
    work_share: Mapped[float | None]
    author: Mapped[str | None] = mapped_column(String(120))
    subtitle: Mapped[str | None] = mapped_column(String(300))
    label: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    content_note: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    age: Mapped[int | None]
    topic: Mapped[str | None] = mapped_column(String(20))
    school_year: Mapped[float | None]
    glossary: Mapped[list[list[str]] | None] = mapped_column(JSON(none_as_null=True))
    reading_minutes: Mapped[int | None]
    form: Mapped[str | None] = mapped_column(String(20))
    trains: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    roundless_rules: Mapped[str | None] = mapped_column(String(64))
    visibility: Mapped[str] = mapped_column(String(10), default="private")
    text: Mapped[str] = mapped_column(Text)
    text_sha256: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    log: Mapped[list["ClaimCorrection"]] = relationship(
        order_by="ClaimCorrection.number",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    @property
    def is_protected(self) -> bool:
        """Whether its text may not leave the class."""
        return is_protected(self.rights_basis)

    @property
    def is_long_extract(self) -> bool:
        """Whether more of the work is kept than teaching may usually use."""
        return self.work_share is not None and self.work_share > LONG_EXTRACT_SHARE


class ArticleTeacher(Base):
    """Somebody who works on an article together with the one whose it is.

    They may do all but delete it and let others in.
    """

    __tablename__ = "article_teachers"

    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ClaimCorrection(HasId, Base):
    """One entry of the log of what people decided about an article's claims.

    Entries are only ever added; "undo" takes the last decision back and "redo" brings
    it again. Two who add one at the same time cannot both have the same number.

    Attributes:
        number: its place in the log, from 1.
        act: an `Act`, "undo" or "redo".
        body: the decision as JSON; empty for "undo" and "redo".
        user_id: who decided; None once that account is gone.
    """

    __tablename__ = "claim_corrections"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint(
            "act IN ('accept', 'reject', 'change', 'add', 'rename', 'merge', 'split',"
            " 'undo', 'redo')",
            name="act",
        ),
    )

    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE")
    )
    number: Mapped[int]
    act: Mapped[str] = mapped_column(String(10))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    user_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
