"""Questions that were made from an article and kept for playing."""

import uuid
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    String,
    UniqueConstraint,
    and_,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quiz.articles.models import Article
from quiz.db import Base, HasId, UtcDateTime
from quiz.engine.questions.question import Question, QuestionKind


class QuestionSet(HasId, Base):
    """The questions of an article, or of several, ready to be played.

    Attributes:
        article_id: what it is about first of all; some questions may be about another.
        owner_id: whose it is; None for a set that comes with the game.
        rules: fingerprint of the engine that made it, or last made the same.
        published_at: since when it can be played and stays as it is; None for a
            draft.
        retired_at: when a newer set took its place; rounds that began before play
            on with it.
        visibility: "private": whose it is and who works on the article with them;
            "school": also colleagues of the owner's school, who find it in the library;
            "link": whoever has its address can play it; "public": and all teachers find
            it. A class plays what it is given, whatever this says.
        previous_id: the version that this one follows or, as a draft, shall follow.
        version: 1 for the first.
        plays_all: whether whoever chose its questions wants all of them, in their
            order, in every round; `offering` says when that can be. None where nobody
            chose them: the rules made it, and rounds are drawn.
        changes: how often the draft was changed; a page that changes it says what
            it saw.
    """

    __tablename__ = "question_sets"
    __table_args__ = (
        UniqueConstraint("previous_id"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint(
            "visibility IN ('private', 'link', 'school', 'public')", name="visibility"
        ),
        CheckConstraint(
            "published_at IS NOT NULL OR plays_all IS NOT NULL", name="plays_all"
        ),
    )

    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), index=True
    )
    owner_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str] = mapped_column(String(300))
    rules: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    visibility: Mapped[str] = mapped_column(String(10), default="private")
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    previous_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("question_sets.id", ondelete="SET NULL")
    )
    version: Mapped[int] = mapped_column(default=1)
    plays_all: Mapped[bool | None]
    changes: Mapped[int] = mapped_column(default=0)

    article: Mapped[Article] = relationship()
    items: Mapped[list["BankItem"]] = relationship(
        back_populates="question_set",
        order_by="BankItem.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    def copied_items(self) -> list["BankItem"]:
        """The same questions in the same order, for another set; not the unfair."""
        return [
            BankItem(
                position=item.position,
                kind=item.kind,
                body=item.body,
                place=item.place,
                other_article=item.other_article,
            )
            for item in self.items
            if not item.is_void
        ]

    @property
    def articles(self) -> tuple[Article, ...]:
        """What its questions are about, its own article first, each once."""
        others = (item.named_article for item in self.items)
        return tuple(dict.fromkeys((self.article, *filter(None, others))))

    def questions(self) -> tuple[Question, ...]:
        """Its questions, in order of the article."""
        return tuple(item.as_question() for item in self.items if item.is_kept)


class Favourite(Base):
    """A set that somebody wants to find again."""

    __tablename__ = "favourites"

    user_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    set_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("question_sets.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class BankItem(HasId, Base):
    """One kept question.

    Attributes:
        position: its place in the set, from 0.
        kind: what it asks for; also in `body`, here for counting.
        body: the question as JSON.
        is_kept: whether it is in the set; a draft also has questions left out.
        place: where it comes in a round of all questions; None where nobody said.
        other_article_id: what it is about, where that is not its set's own article.
        mended_id: the item of a later version that asks it with the right key.
        is_void: it was found to be unfair and counts for nobody.
    """

    __tablename__ = "bank_items"
    __table_args__ = (
        UniqueConstraint("set_id", "position"),
        CheckConstraint("position >= 0", name="position"),
    )

    set_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("question_sets.id", ondelete="CASCADE")
    )
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    is_kept: Mapped[bool] = mapped_column(default=True)
    place: Mapped[int | None]
    other_article_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), index=True
    )
    mended_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("bank_items.id", ondelete="SET NULL"), index=True
    )
    is_void: Mapped[bool] = mapped_column(default=False)

    question_set: Mapped[QuestionSet] = relationship(back_populates="items")
    other_article: Mapped[Article | None] = relationship()
    mended: Mapped["BankItem | None"] = relationship(remote_side="BankItem.id")

    @hybrid_property
    def counts(self) -> bool:
        """Whether an answer to it can be right or wrong."""
        return self.kind != QuestionKind.POLL.value and not self.is_void

    @counts.inplace.expression
    @classmethod
    def _counts(cls) -> ColumnElement[bool]:
        return and_(cls.kind != QuestionKind.POLL.value, ~cls.is_void)

    # The question as it was read last, and of what.
    _read = cast("tuple[object, uuid.UUID | None, Question] | None", None)

    @property
    def article(self) -> Article:
        """What it is about."""
        return self.named_article or self.question_set.article

    @property
    def named_article(self) -> Article | None:
        """The other article it is about, where it is about another one."""
        found: Article | None = _there(self, self.other_article_id, "other_article")
        return found

    def as_question(self) -> Question:
        """The question as it is now, which knows the other article it is about.

        Where it was put right, that is the question of the later version; the ids of
        its options stay.
        """
        mended = _there(self, self.mended_id, "mended")
        body = self.body if mended is None else mended.body
        if self._read is None or self._read[:2] != (body, self.other_article_id):
            question = Question.from_json(body)
            if self.other_article_id is not None:
                question = replace(question, text=str(self.other_article_id))
            self._read = body, self.other_article_id, question
        return self._read[2]


def _there(item: BankItem, known_id: uuid.UUID | None, name: str) -> Any:  # noqa: ANN401
    """What an item points to; nothing is looked up where it points to nothing."""
    is_known = known_id is not None or name in vars(item)
    return getattr(item, name) if is_known else None
