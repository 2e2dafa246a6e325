"""Teaching a class together."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.accounts.links import Offer, Purpose, link_of, make_link, use_up
from quiz.accounts.models import User
from quiz.accounts.names import folded
from quiz.accounts.schools.service import colleague_of
from quiz.accounts.teachers import tied
from quiz.classroom.models import Classroom, ClassTeacher
from quiz.errors import Invalid, NotFound

MOST_TEACHERS = 10


def teachers_of(session: Session, classroom: Classroom) -> Sequence[tuple[User, bool]]:
    """Who teaches a class and whether they made it, by name."""
    which, account = ClassTeacher.class_id == classroom.id, ClassTeacher.user_id
    ties = tied(session, ClassTeacher, account, which)
    return [(user, tie.is_owner) for user, tie in ties]


def let_in(
    session: Session, classroom: Classroom, actor: Actor, user_id: UUID, now: datetime
) -> None:
    """Let a colleague of one's school teach it, too. Asked again, nothing changes.

    Raises:
        Invalid: "not_a_colleague"; "too_many_class_teachers" with `most`.
    """
    _add(session, classroom.id, colleague_of(session, actor, user_id).id, now)


def link_to(
    session: Session, classroom: Classroom, actor: Actor, now: datetime
) -> UUID:
    """The token of a link by which one person more teaches it."""
    offer = Offer(Purpose.CLASS, classroom.id, actor.user_id)
    return make_link(session, offer, now)


def class_behind(session: Session, token: UUID, now: datetime) -> Classroom:
    """The class that such a link is for.

    Raises:
        NotFound: "link".
    """
    found = link_of(session, Purpose.CLASS, token, now)
    classroom = session.get(Classroom, found.about_id)
    if classroom is None:
        raise NotFound("link")
    return classroom


def come_in(session: Session, actor: Actor, token: UUID, now: datetime) -> Classroom:
    """Teach the class of that link, which is used up; who teaches it keeps the link.

    Raises:
        NotFound: "link".
        Invalid: "too_many_class_teachers" with `most`.
    """
    classroom = class_behind(session, token, now)
    if actor.user_id is None:
        raise NotFound("link")
    if _add(session, classroom.id, actor.user_id, now):
        use_up(session, Purpose.CLASS, token, now)
    return classroom


def _add(session: Session, class_id: UUID, user_id: UUID, now: datetime) -> bool:
    """Whether they are new there."""
    wanted = select(ClassTeacher.user_id).where(ClassTeacher.class_id == class_id)
    known = set(session.scalars(wanted))
    if user_id in known:
        return False
    if len(known) >= MOST_TEACHERS:
        raise Invalid("too_many_class_teachers", most=MOST_TEACHERS)
    session.add(
        ClassTeacher(class_id=class_id, user_id=user_id, is_owner=False, added_at=now)
    )
    session.flush()
    return True


def let_out(session: Session, classroom: Classroom, name: str) -> None:
    """Teach it without that colleague; whoever made the class stays."""
    named = select(User.id).where(User.name == folded(name))
    session.execute(
        delete(ClassTeacher).where(
            ClassTeacher.class_id == classroom.id,
            ClassTeacher.user_id.in_(named),
            ~ClassTeacher.is_owner,
        )
    )
    session.expire_all()


def leave(session: Session, classroom: Classroom, actor: Actor) -> None:
    """Teach it no longer, where a colleague made it."""
    session.execute(
        delete(ClassTeacher).where(
            ClassTeacher.class_id == classroom.id,
            ClassTeacher.user_id == actor.user_id,
            ~ClassTeacher.is_owner,
        )
    )
    session.expire_all()
