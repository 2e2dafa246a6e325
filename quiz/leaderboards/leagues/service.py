"""Leagues: made for a class, entered by others with a code, left at any time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.accounts.codes import new_code, plain
from quiz.accounts.names import name_given
from quiz.classroom.models import Classroom, Seat
from quiz.classroom.service import taught_by
from quiz.errors import Conflict, Invalid, NotAllowed, NotFound
from quiz.leaderboards.models import NAME_MAX, League, LeagueClass

MOST_CLASSES = 40
MOST_LEAGUES = 5
_CODE_LENGTH = 10


def leagues_of(session: Session, class_id: UUID) -> Sequence[League]:
    """The leagues of a class, by name."""
    wanted = (
        select(League)
        .join(LeagueClass, LeagueClass.league_id == League.id)
        .where(LeagueClass.class_id == class_id)
        .order_by(League.name, League.id)
    )
    return session.scalars(wanted).all()


def make_league(
    session: Session, classroom: Classroom, name: str, now: datetime
) -> League:
    """A league that this class looks after.

    Raises:
        Invalid: "league_name" with `longest`.
        Conflict: "too_many_leagues" with `most`.
    """
    name = name_given(name, "league_name", NAME_MAX)
    made = League(name=name, code=new_code(_CODE_LENGTH), created_at=now)
    session.add(made)
    session.flush()
    _enter(session, made, classroom, now, looks_after=True)
    return made


def enter(session: Session, classroom: Classroom, code: str, now: datetime) -> League:
    """Have a class take part; case, blanks and hyphens of the code do not matter.

    Raises:
        Invalid: "no_such_league".
        Conflict: "too_many_leagues"; "league_is_full" with `most`.
    """
    wanted = select(League).where(League.code == plain(code)).with_for_update()
    league = session.scalars(wanted).one_or_none()
    if league is None:
        raise Invalid("no_such_league")
    if session.get(LeagueClass, (league.id, classroom.id)) is None:
        _enter(session, league, classroom, now, looks_after=False)
    return league


def leave(session: Session, classroom: Classroom, league_id: UUID) -> None:
    """Take part no longer, at once and without a trace.

    With its last class a league is gone; where nobody looks after it any more, the
    class does that entered first.

    Raises:
        NotFound: the class is not in it.
    """
    own = session.get(LeagueClass, (league_id, classroom.id))
    if own is None:
        raise NotFound("league")
    session.delete(own)
    session.flush()
    rest = session.scalars(
        select(LeagueClass)
        .where(LeagueClass.league_id == league_id)
        .order_by(LeagueClass.entered_at, LeagueClass.class_id)
    ).all()
    if not rest:
        session.execute(delete(League).where(League.id == league_id))
    elif not any(each.looks_after for each in rest):
        rest[0].looks_after = True
    session.flush()


def own_classes(
    session: Session, actor: Actor, seat: Seat | None, league_id: UUID
) -> Sequence[LeagueClass]:
    """The classes in a league that this teacher teaches, or where this pupil sits."""
    wanted = (
        select(LeagueClass)
        .where(LeagueClass.league_id == league_id)
        .order_by(LeagueClass.looks_after.desc(), LeagueClass.class_id)
    )
    if actor.is_signed_in:
        wanted = wanted.where(taught_by(actor, LeagueClass.class_id))
    elif seat is not None:
        wanted = wanted.where(LeagueClass.class_id == seat.class_id)
    else:
        return ()
    return session.scalars(wanted).all()


def must_look_after(own: Sequence[LeagueClass]) -> None:
    """Nothing, if one of these classes looks after its league.

    Raises:
        NotAllowed: "not_your_league".
    """
    if not any(each.looks_after for each in own):
        raise NotAllowed("not_your_league")


def _enter(
    session: Session,
    league: League,
    classroom: Classroom,
    now: datetime,
    *,
    looks_after: bool,
) -> None:
    if len(leagues_of(session, classroom.id)) >= MOST_LEAGUES:
        raise Conflict("too_many_leagues", most=MOST_LEAGUES)
    counting = select(func.count()).where(LeagueClass.league_id == league.id)
    if session.scalars(counting).one() >= MOST_CLASSES:
        raise Conflict("league_is_full", most=MOST_CLASSES)
    session.add(
        LeagueClass(
            league_id=league.id,
            class_id=classroom.id,
            looks_after=looks_after,
            entered_at=now,
        )
    )
    session.flush()
