"""Whose rounds they are: guests by a cookie, people with an account on all browsers."""

import uuid
from datetime import datetime

from sqlalchemy import Uuid, bindparam, delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.events import answers_leave
from quiz.play.models import Player, Round

# Built once: most pages of a round ask this. The type of what points to an account is
# only known once accounts are.
_OWN = select(Player.id).where(
    Player.id == bindparam("player_id"),
    or_(Player.user_id.is_(None), Player.user_id == bindparam("user_id", type_=Uuid)),
)


def own(
    session: Session, actor: Actor, player_id: uuid.UUID | None
) -> uuid.UUID | None:
    """That player, if whoever asks may be it: of no account, or of their own."""
    if player_id is None:
        return None
    asked = {"player_id": player_id, "user_id": actor.user_id}
    found: uuid.UUID | None = session.connection().execute(_OWN, asked).scalar()
    return found


def found(
    session: Session, actor: Actor, known_id: uuid.UUID | None
) -> uuid.UUID | None:
    """The player behind a browser, as `player_of`, but none is made."""
    if own(session, actor, known_id) is not None:
        return known_id
    mine = actor.user_id and _player_of_user(session, actor.user_id)
    return mine.id if mine else None


def player_of(
    session: Session, actor: Actor, known_id: uuid.UUID | None, now: datetime
) -> Player:
    """The player behind a browser, made if there is none yet.

    Args:
        session: where to look.
        actor: who is asking; with an account, their one player is given.
        known_id: what the browser's cookie says; ignored unless it is their `own`.
        now: when they first play.
    """
    if own(session, actor, known_id) is not None:
        return session.get_one(Player, known_id)
    if actor.user_id is not None:
        mine = _player_of_user(session, actor.user_id)
        if mine is not None:
            return mine
    return _new_player(session, actor.user_id, now)


def adopt(
    session: Session, guest_id: uuid.UUID | None, user_id: uuid.UUID
) -> uuid.UUID | None:
    """Take over what somebody played as a guest into their account.

    Gives the id of the account's player; None where neither has played yet.
    """
    guest = _guest(session, guest_id)
    mine = _player_of_user(session, user_id)
    if guest is not None and mine is None and _claim(session, guest, user_id):
        return guest.id
    mine = mine or _player_of_user(session, user_id)
    if guest is None or mine is None:
        return mine.id if mine else None
    session.execute(
        update(Round).where(Round.player_id == guest.id).values(player_id=mine.id)
    )
    session.execute(delete(Player).where(Player.id == guest.id))
    session.expire_all()
    return mine.id


def forget(session: Session, player_id: uuid.UUID) -> None:
    """Delete a player with all rounds and answers; the account, if any, stays."""
    answers_leave.send(session, of="player", id=player_id)
    session.execute(delete(Player).where(Player.id == player_id))
    session.expire_all()


def _new_player(session: Session, user_id: uuid.UUID | None, now: datetime) -> Player:
    player = Player(user_id=user_id, created_at=now)
    if user_id is None:  # whom nobody else can be
        session.add(player)
        session.flush()
        return player
    try:
        with session.begin_nested():
            session.add(player)
    except IntegrityError:
        # The same account began to play in another browser at the same moment.
        mine = _player_of_user(session, user_id)
        if mine is None:
            raise
        return mine
    return player


def _guest(session: Session, guest_id: uuid.UUID | None) -> Player | None:
    guest = session.get(Player, guest_id) if guest_id else None
    return guest if guest is not None and guest.user_id is None else None


def _player_of_user(session: Session, user_id: uuid.UUID) -> Player | None:
    return session.scalars(select(Player).where(Player.user_id == user_id)).first()


def _claim(session: Session, guest: Player, user_id: uuid.UUID) -> bool:
    """Whether the guest is now the account's player; not if another was quicker."""
    try:
        with session.begin_nested():
            guest.user_id = user_id
    except IntegrityError:
        return False
    return True
