"""Teaching a class together."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.accounts.models import User
from quiz.accounts.names import folded
from quiz.accounts.service import teacher_named
from quiz.accounts.teachers import tied
from quiz.classroom.models import Classroom, ClassTeacher
from quiz.errors import Invalid

MOST_TEACHERS = 10


def teachers_of(session: Session, classroom: Classroom) -> Sequence[tuple[User, bool]]:
    """Who teaches a class and whether they made it, by name."""
    which, account = ClassTeacher.class_id == classroom.id, ClassTeacher.user_id
    ties = tied(session, ClassTeacher, account, which)
    return [(user, tie.is_owner) for user, tie in ties]


def let_in(session: Session, classroom: Classroom, name: str, now: datetime) -> str:
    """Let a colleague teach it, too; gives their name. Asked again, nothing changes.

    Raises:
        Invalid: "no_such_teacher" with `name`; "too_many_class_teachers" with `most`.
    """
    found = teacher_named(session, name)
    known = {user.id for user, _is_owner in teachers_of(session, classroom)}
    if found.id not in known:
        if len(known) >= MOST_TEACHERS:
            raise Invalid("too_many_class_teachers", most=MOST_TEACHERS)
        session.add(
            ClassTeacher(
                class_id=classroom.id, user_id=found.id, is_owner=False, added_at=now
            )
        )
        session.flush()
    return found.name


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
