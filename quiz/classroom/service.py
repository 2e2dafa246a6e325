"""Making classes and giving out seats."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quiz.access import Action, Actor
from quiz.accounts.names import name_given
from quiz.articles.retention import school_year_end
from quiz.classroom import codes
from quiz.classroom.models import NAME_MAX, Classroom, ClassTeacher, Seat
from quiz.classroom.seats.service import forget_players
from quiz.errors import Invalid, NotAllowed, NotFound

MOST_SEATS = 40
LONGEST = timedelta(days=500)


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class as a list shows it."""

    id: UUID
    name: str
    ends_on: date
    seats: int
    joined: int


def make_class(
    session: Session, actor: Actor, name: str, seats: int, now: datetime
) -> Classroom:
    """A class of one's own with that many seats, until the school year's end.

    Raises:
        NotAllowed: a guest tried.
        Invalid: "class_name" with `longest`; "seat_count" with `most`.
    """
    actor.must(Action.RUN_CLASSES)
    classroom = Classroom(
        name=name_given(name, "class_name", NAME_MAX),
        code=codes.new_class_code(),
        ends_on=school_year_end(now.date()),
        created_at=now,
    )
    session.add(classroom)
    session.flush()
    session.add(
        ClassTeacher(
            class_id=classroom.id, user_id=actor.user_id, is_owner=True, added_at=now
        )
    )
    _seat(session, classroom, seats)
    return classroom


def taught_by(
    actor: Actor, class_id: InstrumentedAttribute[UUID]
) -> ColumnElement[bool]:
    """Whether this person teaches the class that the column names."""
    return (
        exists()
        .where(ClassTeacher.class_id == class_id)
        .where(ClassTeacher.user_id == actor.user_id)
    )


def class_of(session: Session, actor: Actor, class_id: UUID) -> Classroom:
    """A class that one teaches.

    Raises:
        NotFound: there is none, or others teach it.
    """
    wanted = select(Classroom).where(
        Classroom.id == class_id, taught_by(actor, Classroom.id)
    )
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound("class")
    return found


def owned_class_of(session: Session, actor: Actor, class_id: UUID) -> Classroom:
    """A class that one made.

    Raises:
        NotFound: as `class_of`.
        NotAllowed: "shared_class": a colleague made it.
    """
    found = class_of(session, actor, class_id)
    if not session.get_one(ClassTeacher, (found.id, actor.user_id)).is_owner:
        raise NotAllowed("shared_class")
    return found


def classes_of(session: Session, actor: Actor) -> Sequence[ClassLine]:
    """The classes that one teaches, by name."""
    wanted = (
        select(
            Classroom.id,
            Classroom.name,
            Classroom.ends_on,
            func.count(Seat.id),
            func.count(Seat.player_id),
        )
        .outerjoin(Seat, Seat.class_id == Classroom.id)
        .where(taught_by(actor, Classroom.id))
        .group_by(Classroom.id, Classroom.name, Classroom.ends_on)
        .order_by(Classroom.name, Classroom.id)
    )
    return [ClassLine(*row) for row in session.execute(wanted)]


def change_class(
    session: Session, classroom: Classroom, name: str, ends_on: date, now: datetime
) -> None:
    """Call it otherwise, or keep it until another day.

    Raises:
        Invalid: "class_name"; "class_end" with `latest`: the day is past, or more than
            500 days ahead.
    """
    latest = now.date() + LONGEST
    if not now.date() <= ends_on <= latest:
        raise Invalid("class_end", latest=latest)
    classroom.name = name_given(name, "class_name", NAME_MAX)
    classroom.ends_on = ends_on
    session.flush()


def add_seats(session: Session, classroom: Classroom, seats: int) -> None:
    """More seats, numbered on.

    Raises:
        Invalid: "seat_count" with `most`.
    """
    _seat(session, classroom, seats)


def seat_of(classroom: Classroom, number: int) -> Seat:
    """The seat of that number.

    Raises:
        NotFound: there is none.
    """
    for seat in classroom.seats:
        if seat.number == number:
            return seat
    raise NotFound("seat")


def delete_class(session: Session, classroom: Classroom) -> str:
    """Delete a class with all that was played there; gives its name."""
    name = classroom.name
    forget_players(session, Seat.class_id == classroom.id)
    session.execute(delete(Classroom).where(Classroom.id == classroom.id))
    session.expire_all()
    return name


def delete_ended(session: Session, today: date) -> int:
    """Delete all classes whose last day is over; gives how many."""
    ended = session.scalars(select(Classroom).where(Classroom.ends_on < today)).all()
    for classroom in ended:
        delete_class(session, classroom)
    return len(ended)


def _seat(session: Session, classroom: Classroom, seats: int) -> None:
    known = {seat.code for seat in classroom.seats}
    teams = Counter(seat.team for seat in classroom.seats if seat.team)
    last = max((seat.number for seat in classroom.seats), default=0)
    if not seats >= 1 or len(classroom.seats) + seats > MOST_SEATS:
        raise Invalid("seat_count", most=MOST_SEATS)
    for number in range(last + 1, last + seats + 1):
        code = codes.new_seat_code()
        while code in known:
            code = codes.new_seat_code()
        known.add(code)
        team = min(teams, key=lambda each: (teams[each], each), default=None)
        if team is not None:
            teams[team] += 1
        classroom.seats.append(Seat(number=number, code=code, team=team))
    session.flush()
