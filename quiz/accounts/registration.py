"""By what somebody gets an account, and who is let in as a teacher.

Decision 12 (docs/decisions/0012-who-is-let-in.md) says why.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.accounts.codes import plain
from quiz.accounts.links import Purpose, link_of, use_up
from quiz.accounts.models import School, SchoolTeacher, User
from quiz.accounts.schools.service import join
from quiz.errors import Invalid, NotFound


def check(session: Session, rule: str, invitation: str, now: datetime) -> None:
    """Nothing, if somebody may register by that.

    Args:
        session: of the database; nothing is written.
        rule: "open", "invited" or "closed", as the setting says.
        invitation: the token of a link, or a school's code; "" for none.
        now: when.

    Raises:
        Invalid: "invitation_needed"; "invitation_wrong": it is none, or the rule takes
            no codes of schools.
    """
    if not invitation.strip():
        if rule != "open":
            raise Invalid("invitation_needed")
        return
    token = _token(invitation)
    try:
        if token is not None:
            link_of(session, Purpose.ACCOUNT, token, now)
            return
    except NotFound:
        raise Invalid("invitation_wrong") from None
    if rule == "closed" or _vouching_school(session, invitation) is None:
        raise Invalid("invitation_wrong")


def admit(session: Session, user: User, invitation: str, now: datetime) -> None:
    """Let in who came by an invitation; by a school's code they teach there, too.

    Whoever came without one stays a newcomer.

    Raises:
        Invalid: "invitation_wrong": somebody else used it up meanwhile.
    """
    token = _token(invitation)
    try:
        if token is not None:
            use_up(session, Purpose.ACCOUNT, token, now)
            user.let_in_at = now
        elif invitation.strip():
            join(session, Actor(user.id, user.standing), invitation, now)
    except NotFound:
        raise Invalid("invitation_wrong") from None
    session.flush()


def _vouching_school(session: Session, code: str) -> School | None:
    """The school of that code, where somebody who was let in looks after it."""
    vouches = exists().where(
        SchoolTeacher.school_id == School.id,
        SchoolTeacher.is_head,
        SchoolTeacher.user_id == User.id,
        User.let_in_at.is_not(None),
    )
    wanted = select(School).where(School.invitation == plain(code), vouches)
    return session.scalars(wanted).one_or_none()


def _token(invitation: str) -> UUID | None:
    """The token of a link, or of its address; None where it is neither."""
    try:
        return UUID(invitation.strip()[-36:])
    except ValueError:
        return None
