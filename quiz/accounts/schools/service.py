"""Teachers of one school: found it, invite colleagues, leave."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session

from quiz.access import Action, Actor, Role
from quiz.accounts.codes import new_code, plain
from quiz.accounts.models import School, SchoolTeacher, User
from quiz.accounts.names import name_given
from quiz.accounts.teachers import tied
from quiz.errors import Conflict, Invalid, NotAllowed, NotFound

LONGEST_SCHOOL = 200
_CODE_LENGTH = 10  # 46 bits


def school_of(session: Session, actor: Actor) -> School | None:
    """The school where this person teaches; None for one without."""
    wanted = (
        select(School)
        .join(SchoolTeacher, SchoolTeacher.school_id == School.id)
        .where(SchoolTeacher.user_id == actor.user_id)
    )
    return session.scalars(wanted).one_or_none()


def teachers_of(session: Session, school: School) -> Sequence[tuple[User, bool]]:
    """Who teaches there and whether they look after it, by name."""
    which, account = SchoolTeacher.school_id == school.id, SchoolTeacher.user_id
    ties = tied(session, SchoolTeacher, account, which)
    return [(user, tie.is_head) for user, tie in ties]


def colleagues_of(session: Session, actor: Actor) -> Sequence[User]:
    """Who else teaches at this person's school, by name."""
    school = school_of(session, actor)
    known = teachers_of(session, school) if school else ()
    return [user for user, _heads in known if user.id != actor.user_id]


def colleague_of(session: Session, actor: Actor, user_id: UUID) -> User:
    """That colleague.

    Raises:
        Invalid: "not_a_colleague": no account, or of somebody at another school.
    """
    for user in colleagues_of(session, actor):
        if user.id == user_id:
            return user
    raise Invalid("not_a_colleague")


def found(session: Session, actor: Actor, name: str, now: datetime) -> School:
    """A school that this person looks after from now on.

    Raises:
        NotAllowed: a guest tried.
        Invalid: "school_name": it has none, or one longer than 200 characters.
        Conflict: "has_school": they teach at one already.
    """
    actor.must(Action.BRING_ARTICLES)
    name = name_given(name, "school_name", LONGEST_SCHOOL)
    school = School(name=name, invitation=new_code(_CODE_LENGTH), created_at=now)
    session.add(school)
    session.flush()
    _enter(session, actor, school, now, is_head=True)
    return school


def join(session: Session, actor: Actor, code: str, now: datetime) -> School:
    """The school with this invitation, where this person teaches from now on.

    Case, blanks and hyphens of the code do not matter. Where somebody who was let in
    looks after the school, they are let in, too.

    Raises:
        NotAllowed: a guest tried.
        Invalid: "no_such_invitation".
        Conflict: "has_school".
    """
    actor.must(Action.BRING_ARTICLES)
    wanted = select(School).where(School.invitation == plain(code))
    school = session.scalars(wanted).one_or_none()
    if school is None:
        raise Invalid("no_such_invitation")
    _enter(session, actor, school, now, is_head=False)
    _vouch(session, school, actor, now)
    return school


def leave(session: Session, actor: Actor) -> None:
    """Teach there no longer. With its last teacher a school is gone.

    Raises:
        NotFound: "school": they teach at none.
        Invalid: "last_head": nobody else looks after it, and others teach there.
    """
    membership = _membership(session, actor)
    school_id = membership.school_id
    is_last = _count(session, school_id) == 1
    if membership.is_head and _heads(session, school_id) == 1 and not is_last:
        raise Invalid("last_head")
    session.delete(membership)
    session.flush()
    if is_last:
        session.delete(session.get_one(School, school_id))
        session.flush()


def renew_invitation(session: Session, actor: Actor) -> None:
    """Have the old code let nobody in any more.

    Raises:
        NotFound, NotAllowed: as `_headed`.
    """
    _headed(session, actor).invitation = new_code(_CODE_LENGTH)
    session.flush()


def set_head(session: Session, actor: Actor, user_id: UUID, *, is_head: bool) -> None:
    """Let a colleague look after the school, or no longer.

    Raises:
        NotFound: "school", or "no_such_colleague".
        NotAllowed: "not_head".
        Invalid: "last_head".
    """
    colleague = _colleague(session, _headed(session, actor), user_id)
    if colleague.is_head and not is_head and _heads(session, colleague.school_id) == 1:
        raise Invalid("last_head")
    colleague.is_head = is_head
    session.flush()


def remove(session: Session, actor: Actor, user_id: UUID) -> None:
    """Have somebody teach there no longer; their articles and sets stay theirs.

    Raises:
        NotFound, NotAllowed: as `set_head`.
        Invalid: "leave_yourself".
    """
    colleague = _colleague(session, _headed(session, actor), user_id)
    if user_id == actor.user_id:
        raise Invalid("leave_yourself")
    session.delete(colleague)
    session.flush()


def looks_after(session: Session, actor: Actor) -> bool:
    """Whether this person looks after the school where they teach."""
    membership = session.get(SchoolTeacher, actor.user_id) if actor.user_id else None
    return membership is not None and membership.is_head


def is_colleague(
    actor: Actor, user_id: InstrumentedAttribute[UUID | None]
) -> ColumnElement[bool]:
    """Whether that account teaches at the same school as this person."""
    own = select(SchoolTeacher.school_id).where(SchoolTeacher.user_id == actor.user_id)
    colleagues = select(SchoolTeacher.user_id).where(SchoolTeacher.school_id.in_(own))
    return user_id.in_(colleagues)


def hand_on(session: Session, user: User) -> None:
    """Before an account goes: the longest-serving colleague takes its school over."""
    membership = session.get(SchoolTeacher, user.id)
    if membership is None:
        return
    others = (
        select(SchoolTeacher)
        .where(
            SchoolTeacher.school_id == membership.school_id,
            SchoolTeacher.user_id != user.id,
        )
        .order_by(SchoolTeacher.is_head.desc(), SchoolTeacher.joined_at)
    )
    heir = session.scalars(others).first()
    if heir is None:
        session.delete(session.get_one(School, membership.school_id))
    elif membership.is_head:
        heir.is_head = True
    session.flush()


def _enter(
    session: Session, actor: Actor, school: School, now: datetime, *, is_head: bool
) -> None:
    if actor.user_id is None:
        raise NotAllowed("not_your_role")
    there = SchoolTeacher(
        user_id=actor.user_id, school_id=school.id, is_head=is_head, joined_at=now
    )
    try:
        with session.begin_nested():
            session.add(there)
    except IntegrityError:
        raise Conflict("has_school") from None


def _vouch(session: Session, school: School, actor: Actor, now: datetime) -> None:
    user = session.get_one(User, actor.user_id)
    if user.let_in_at is None and any(
        heads and teacher.standing is not Role.NEWCOMER
        for teacher, heads in teachers_of(session, school)
    ):
        user.let_in_at = now
        session.flush()


def _membership(session: Session, actor: Actor) -> SchoolTeacher:
    there = session.get(SchoolTeacher, actor.user_id) if actor.user_id else None
    if there is None:
        raise NotFound("school")
    return there


def _headed(session: Session, actor: Actor) -> School:
    """The school that this person looks after.

    Raises:
        NotFound: "school": they teach at none.
        NotAllowed: "not_head": others look after it.
    """
    membership = _membership(session, actor)
    if not membership.is_head:
        raise NotAllowed("not_head")
    return session.get_one(School, membership.school_id)


def _colleague(session: Session, school: School, user_id: UUID) -> SchoolTeacher:
    there = session.get(SchoolTeacher, user_id)
    if there is None or there.school_id != school.id:
        raise NotFound("no_such_colleague")
    return there


def _count(session: Session, school_id: UUID) -> int:
    wanted = select(func.count()).where(SchoolTeacher.school_id == school_id)
    return session.scalars(wanted).one()


def _heads(session: Session, school_id: UUID) -> int:
    wanted = select(func.count()).where(
        SchoolTeacher.school_id == school_id, SchoolTeacher.is_head
    )
    return session.scalars(wanted).one()
