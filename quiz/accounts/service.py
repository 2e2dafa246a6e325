"""What people can do with accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.access import Actor, Role
from quiz.accounts import passwords
from quiz.accounts.links import Offer, Purpose, end_links, link_of, make_link
from quiz.accounts.models import NAME_MAX, SignIn, User
from quiz.accounts.names import folded
from quiz.accounts.schools.service import hand_on
from quiz.config import LANGUAGES
from quiz.errors import Conflict, Invalid, NotFound
from quiz.events import account_leaves, answers_leave

# A teacher's browser stays signed in for a fortnight of holidays, not for ever.
SIGN_IN_LASTS = timedelta(days=30)
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody gives to get an account.

    Attributes:
        is_let_in: whether it is known already that they teach.
    """

    name: str
    password: str
    role: Role = Role.TEACHER
    email: str | None = None
    is_let_in: bool = False


def register(session: Session, newcomer: Newcomer, now: datetime) -> User:
    """Their new account.

    Raises:
        Invalid: "name_short", "name_long", or what `passwords.check` says.
        Conflict: "name_taken".
    """
    name = folded(newcomer.name)
    if len(name) < SHORTEST_NAME:
        raise Invalid("name_short", shortest=SHORTEST_NAME)
    if len(name) > NAME_MAX:
        raise Invalid("name_long", longest=NAME_MAX)
    passwords.check(newcomer.password, name)
    # Hashing comes before the first query: it must not hold up other writers.
    user = User(
        name=name,
        password_hash=passwords.hashed(newcomer.password),
        role=newcomer.role.value,
        email=newcomer.email or None,
        let_in_at=now if newcomer.is_let_in else None,
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError:
        raise Conflict("name_taken") from None
    return user


def with_name(session: Session, name: str) -> User | None:
    """The account of that name, if there is one."""
    user: User | None = session.scalar(select(User).where(User.name == folded(name)))
    return user


@dataclass(frozen=True, slots=True)
class Made:
    """How somebody signed in.

    Attributes:
        at: when.
        device: with what kind of browser, in words that point to nobody.
        is_strong: whether a second factor proved it, too.
    """

    at: datetime
    device: str | None = None
    is_strong: bool = False


def begin_sign_in(session: Session, user: User, made: Made) -> User:
    """The account with a fresh token; old ones of it that ran out are gone."""
    over = SignIn.created_at < made.at - SIGN_IN_LASTS
    session.execute(delete(SignIn).where(SignIn.user_id == user.id, over))
    sign_in = SignIn(
        user_id=user.id,
        created_at=made.at,
        device=made.device,
        is_strong=made.is_strong,
    )
    session.add(sign_in)
    session.flush()
    user.token, user.is_strong = sign_in.id, made.is_strong
    return user


def signed_in(session: Session, token: UUID, now: datetime) -> User | None:
    """Whose sign-in that is; None once it ended or ran out."""
    wanted = (
        select(User, SignIn.is_strong)
        .join(SignIn, SignIn.user_id == User.id)
        .where(SignIn.id == token, SignIn.created_at >= now - SIGN_IN_LASTS)
    )
    found = session.execute(wanted).one_or_none()
    if found is None:
        return None
    user: User = found[0]
    user.token, user.is_strong = token, found[1]
    return user


def end_sign_in(session: Session, token: UUID) -> None:
    """End it; a copy of the cookie is worth nothing from now on."""
    session.execute(delete(SignIn).where(SignIn.id == token))


def set_password(session: Session, name: str, password: str) -> User:
    """The account with that password, signed out everywhere.

    Raises:
        NotFound: "no_account".
        Invalid: what `passwords.check` says.
    """
    return change_password(session, name, password, here=None)


def change_password(
    session: Session, name: str, password: str, here: UUID | None
) -> User:
    """The account with that password, signed out everywhere but here.

    Raises:
        NotFound: "no_account".
        Invalid: what `passwords.check` says.
    """
    user = named(session, name)
    passwords.check(password, user.name)
    user.password_hash = passwords.hashed(password)
    session.execute(
        delete(SignIn).where(
            SignIn.user_id == user.id, SignIn.id.is_distinct_from(here)
        )
    )
    end_links(session, Purpose.RESET, user.id)
    session.flush()
    return user


def sign_ins_of(session: Session, user_id: UUID, now: datetime) -> Sequence[SignIn]:
    """The browsers in which somebody is signed in, the latest first."""
    wanted = (
        select(SignIn)
        .where(SignIn.user_id == user_id, SignIn.created_at >= now - SIGN_IN_LASTS)
        .order_by(SignIn.created_at.desc())
    )
    return session.scalars(wanted).all()


def end_other_sign_ins(session: Session, user_id: UUID, token: UUID) -> None:
    """Sign somebody out everywhere but here."""
    others = SignIn.user_id == user_id, SignIn.id != token
    session.execute(delete(SignIn).where(*others))


def end_own_sign_in(session: Session, user_id: UUID, sign_in_id: UUID) -> None:
    """Sign somebody out in one browser.

    Raises:
        NotFound: "sign_in": there is none of theirs.
    """
    found = session.get(SignIn, sign_in_id)
    if found is None or found.user_id != user_id:
        raise NotFound("sign_in")
    session.delete(found)
    session.flush()


def reset_link(
    session: Session, user: User, now: datetime, by: UUID | None = None
) -> UUID:
    """The token of a link by which they choose a new password; an older one is void."""
    end_links(session, Purpose.RESET, user.id)
    return make_link(session, Offer(Purpose.RESET, user.id, by), now)


def whose_reset(session: Session, token: UUID, now: datetime) -> User:
    """Whose password that link renews.

    Raises:
        NotFound: "link".
    """
    link = link_of(session, Purpose.RESET, token, now)
    user = session.get(User, link.about_id)
    if user is None:
        raise NotFound("link")
    return user


def remove(session: Session, name: str) -> None:
    """Delete the account with everything that belongs to it, at once and for good.

    Raises:
        NotFound: "no_account".
    """
    user = named(session, name)
    hand_on(session, user)
    account_leaves.send(session, user_id=user.id)
    answers_leave.send(session, of="user", id=user.id)
    session.delete(user)
    session.flush()


def named(session: Session, name: str) -> User:
    """The account of that name.

    Raises:
        NotFound: "no_account".
    """
    user = with_name(session, name)
    if user is None:
        raise NotFound("no_account")
    return user


def let_in(session: Session, name: str, now: datetime) -> User:
    """The account of that name, whose teacher may read the keys of others from now on.

    Raises:
        NotFound: "no_account".
    """
    user = named(session, name)
    user.let_in_at = user.let_in_at or now
    session.flush()
    return user


def choose_language(session: Session, actor: Actor, code: str) -> None:
    """Remember the language of their pages for every browser of theirs.

    Nothing is kept for a guest, nor of a language there is not.
    """
    if actor.is_signed_in and code in LANGUAGES:
        session.execute(
            update(User).where(User.id == actor.user_id).values(language=code)
        )
