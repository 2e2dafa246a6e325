"""The accounts of a server, for its administrators."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.access import Action, Actor
from quiz.accounts import service
from quiz.accounts.links import Offer, Purpose, make_link
from quiz.accounts.models import User
from quiz.errors import Invalid, NotFound

MOST_LISTED = 100
MOST_USES = 100


def accounts_of(session: Session, actor: Actor, words: str = "") -> Sequence[User]:
    """Those whose name holds the words: who waits to be let in first, then by name.

    Raises:
        NotAllowed: it is no administrator.
    """
    actor.must(Action.MANAGE_PEOPLE)
    wanted = (
        select(User)
        .where(User.name.icontains(words.strip(), autoescape=True))
        .order_by(User.let_in_at.is_not(None), User.name)
        .limit(MOST_LISTED)
    )
    return session.scalars(wanted).all()


def invite(session: Session, actor: Actor, uses: int, now: datetime) -> UUID:
    """The token of an invitation for so many.

    Raises:
        NotAllowed: it is no administrator.
        Invalid: "invitation_uses" with `most`.
    """
    actor.must(Action.MANAGE_PEOPLE)
    if not 1 <= uses <= MOST_USES:
        raise Invalid("invitation_uses", most=MOST_USES)
    offer = Offer(Purpose.ACCOUNT, made_by_id=actor.user_id, uses=uses)
    return make_link(session, offer, now)


def let_in(session: Session, actor: Actor, user_id: UUID, now: datetime) -> User:
    """That account, let in.

    Raises:
        NotAllowed: it is no administrator.
        NotFound: "account".
    """
    return service.let_in(session, _account(session, actor, user_id).name, now)


def offer_reset(session: Session, actor: Actor, user_id: UUID, now: datetime) -> UUID:
    """The token of a link by which somebody chooses a new password.

    Raises:
        NotAllowed: it is no administrator.
        NotFound: "account".
    """
    user = _account(session, actor, user_id)
    return service.reset_link(session, user, now, actor.user_id)


def _account(session: Session, actor: Actor, user_id: UUID) -> User:
    actor.must(Action.MANAGE_PEOPLE)
    user = session.get(User, user_id)
    if user is None:
        raise NotFound("account")
    return user
