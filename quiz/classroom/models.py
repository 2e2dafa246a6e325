"""Classes, who teaches them, and seats. No name of a child is kept anywhere."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quiz.bank.models import QuestionSet
from quiz.classroom.crests import drawn_for
from quiz.db import Base, HasId, UtcDateTime

NAME_MAX = 60
CREST_MAX = 12
MODES = ("practice", "homework", "test")


class Classroom(HasId, Base):
    """A class.

    Attributes:
        name: as its teacher calls it, such as "7b".
        code: the first half of each code to join with.
        ends_on: the day after which all of it is deleted.
        crest: a key of the list of crests; None for the one drawn by lot.
        shows_seats: whether its seats are on a leaderboard, too, by their aliases.
    """

    __tablename__ = "classes"
    __table_args__ = (UniqueConstraint("code"),)

    name: Mapped[str] = mapped_column(String(NAME_MAX))
    code: Mapped[str] = mapped_column(String(12))
    ends_on: Mapped[date] = mapped_column(index=True)
    crest: Mapped[str | None] = mapped_column(String(CREST_MAX))
    shows_seats: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    seats: Mapped[list["Seat"]] = relationship(
        back_populates="classroom",
        order_by="Seat.number",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    @property
    def emblem(self) -> str:
        """Its crest: the chosen one, or that by lot."""
        return self.crest or drawn_for(self.id)


class ClassTeacher(Base):
    """Who teaches a class.

    Attributes:
        is_owner: they made it; only they delete it and let others in.
    """

    __tablename__ = "class_teachers"

    class_id: Mapped[UUID] = mapped_column(
        ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    is_owner: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Team(Base):
    """A team of a class. Who is in it, its seats tell.

    Attributes:
        number: as in `Seat.team`.
        crest: a key of the list of crests; by it the team is called.
    """

    __tablename__ = "teams"
    __table_args__ = (
        UniqueConstraint("class_id", "crest"),
        CheckConstraint("number >= 1 AND number <= 8", name="number"),
    )

    class_id: Mapped[UUID] = mapped_column(
        ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    crest: Mapped[str] = mapped_column(String(CREST_MAX))


class Seat(HasId, Base):
    """One place in a class. Who sits there stands on the teacher's paper only.

    Attributes:
        number: as on the paper, from 1.
        code: the second half of the code to join with.
        alias: what the pupil chose to be called, a key of the word lists; None before.
        player_id: whose rounds are played here; None before anybody joined.
        time_factor: how much longer than others; None for as long as they like.
        large_type, less_motion, easy_reading: how pages look here.
        team: with whom it plays, from 1; None for nobody.
        is_hidden: it shows on no leaderboard; that can be told from none.
    """

    __tablename__ = "seats"
    __table_args__ = (
        UniqueConstraint("class_id", "number"),
        UniqueConstraint("class_id", "code"),
        UniqueConstraint("class_id", "alias"),
        UniqueConstraint("player_id"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("team >= 1 AND team <= 8", name="team"),
        CheckConstraint("time_factor IN (1, 1.25, 1.5, 2)", name="time_factor"),
    )

    class_id: Mapped[UUID] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    number: Mapped[int]
    code: Mapped[str] = mapped_column(String(12))
    alias: Mapped[str | None] = mapped_column(String(40))
    player_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("players.id", ondelete="SET NULL")
    )
    time_factor: Mapped[float | None] = mapped_column(default=1.0)
    large_type: Mapped[bool] = mapped_column(default=False)
    less_motion: Mapped[bool] = mapped_column(default=False)
    easy_reading: Mapped[bool] = mapped_column(default=False)
    team: Mapped[int | None]
    is_hidden: Mapped[bool] = mapped_column(default=False)

    classroom: Mapped[Classroom] = relationship(back_populates="seats")


class Assignment(HasId, Base):
    """A set that a class plays.

    Attributes:
        mode: what it is called: practice, homework, or a test of oneself.
        opens_at: from when it can be played.
        due_at: until when; None for as long as the class exists.
        takes_late: rounds may begin after that, too, and are marked.
        attempts: how many rounds a seat has; None for any number.
        feedback: as `Round.feedback`.
        goal: which share of a round shall be right, 0–1; None for no goal.
        comparison_id: the same for both rounds of a comparison; None for others.
        stage: "before" or "after" of a comparison; None for others.
    """

    __tablename__ = "assignments"
    __table_args__ = (
        CheckConstraint("mode IN ('practice', 'homework', 'test')", name="mode"),
        CheckConstraint("feedback IN ('each', 'end', 'held')", name="feedback"),
        CheckConstraint("stage IN ('before', 'after')", name="stage"),
        CheckConstraint("due_at > opens_at", name="window"),
        CheckConstraint("attempts >= 1", name="attempts"),
        CheckConstraint("goal > 0 AND goal <= 1", name="goal"),
    )

    class_id: Mapped[UUID] = mapped_column(
        ForeignKey("classes.id", ondelete="CASCADE"), index=True
    )
    set_id: Mapped[UUID] = mapped_column(
        ForeignKey("question_sets.id", ondelete="CASCADE"), index=True
    )
    mode: Mapped[str] = mapped_column(String(10))
    opens_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    takes_late: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int | None]
    feedback: Mapped[str] = mapped_column(String(4), default="each")
    goal: Mapped[float | None]
    comparison_id: Mapped[UUID | None] = mapped_column(index=True)
    stage: Mapped[str | None] = mapped_column(String(6))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    question_set: Mapped[QuestionSet] = relationship()


class AssignmentRound(Base):
    """A round that was played for an assignment."""

    __tablename__ = "assignment_rounds"

    round_id: Mapped[UUID] = mapped_column(
        ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True
    )
    assignment_id: Mapped[UUID] = mapped_column(
        ForeignKey("assignments.id", ondelete="CASCADE"), index=True
    )
    is_late: Mapped[bool] = mapped_column(default=False)


class UsedAttempt(Base):
    """How many rounds a seat began for an assignment that are deleted since.

    A bare mark, so that deleting gives no attempt back: nothing of what was answered,
    and no moment.
    """

    __tablename__ = "used_attempts"
    __table_args__ = (CheckConstraint("number >= 1", name="number"),)

    assignment_id: Mapped[UUID] = mapped_column(
        ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True
    )
    seat_id: Mapped[UUID] = mapped_column(
        ForeignKey("seats.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    number: Mapped[int]


class Doubt(HasId, Base):
    """A pupil says of a question that the text does not say this.

    Attributes:
        outcome: "answered", "mended" (there is another key) or "left_out"; None while
            nobody has looked at it.
        reply: what a teacher says to it.
    """

    __tablename__ = "doubts"
    __table_args__ = (
        UniqueConstraint("round_id", "number"),
        ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name="fk_doubts_round_item",
            ondelete="CASCADE",
        ),
        CheckConstraint(
            "outcome IN ('answered', 'mended', 'left_out')", name="outcome"
        ),
    )

    round_id: Mapped[UUID]
    number: Mapped[int]
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(String(10))
    reply: Mapped[str | None] = mapped_column(String(600))
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
