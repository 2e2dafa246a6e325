"""Switching a second factor on and off, and looking at its codes."""

import hashlib
import hmac
from datetime import datetime
from uuid import UUID

import pyotp
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from quiz.accounts.codes import new_code, plain
from quiz.accounts.models import RecoveryCode, SecondFactor, SignIn, User
from quiz.errors import Invalid

RECOVERY_CODES = 8
_CODE_LENGTH = 25  # 116 bits: a digest without salt is enough
_STEP_S = 30
_NEAR = (-1, 0, 1)  # clocks differ, and typing takes time
_ISSUER = "Wer sagt was?"


def is_on(session: Session, user_id: UUID) -> bool:
    """Whether somebody is asked for a second factor."""
    found = session.get(SecondFactor, user_id)
    return found is not None and found.is_on


def begin(session: Session, user: User) -> None:
    """Give somebody a new secret, which has to be shown to their app.

    Raises:
        Invalid: "factor_is_on": it must be switched off first.
    """
    if is_on(session, user.id):
        raise Invalid("factor_is_on")
    drop(session, user.id)
    session.add(SecondFactor(user_id=user.id, secret=pyotp.random_base32()))
    session.flush()


def address(session: Session, user: User) -> str | None:
    """What the app is shown, as a picture; None where nothing is being set up."""
    found = session.get(SecondFactor, user.id)
    if found is None or found.is_on:
        return None
    told = pyotp.TOTP(found.secret).provisioning_uri(
        name=user.name, issuer_name=_ISSUER
    )
    return str(told)


def switch_on(
    session: Session, user_id: UUID, code: str, here: UUID, now: datetime
) -> list[str]:
    """The recovery codes, told once; from now on a second factor is asked for.

    Raises:
        Invalid: "factor_code": the app shows another one, or nothing is being set up.
    """
    if not _is_of_app(session, user_id, code, now):
        raise Invalid("factor_code")
    session.execute(
        update(SecondFactor).where(SecondFactor.user_id == user_id).values(is_on=True)
    )
    session.execute(update(SignIn).where(SignIn.id == here).values(is_strong=True))
    codes = [new_code(_CODE_LENGTH) for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(user_id=user_id, digest=_digest(c)) for c in codes)
    session.flush()
    return codes


def is_right(session: Session, user_id: UUID, code: str, now: datetime) -> bool:
    """Whether it is a code of the app, or on the paper; each opens once."""
    return _is_of_app(session, user_id, code, now) or _is_on_paper(
        session, user_id, code
    )


def drop(session: Session, user_id: UUID) -> None:
    """Ask somebody for no second factor any more."""
    for rows in (SecondFactor, RecoveryCode):
        session.execute(delete(rows).where(rows.user_id == user_id))
    session.expire_all()


def _is_of_app(session: Session, user_id: UUID, code: str, now: datetime) -> bool:
    found = session.get(SecondFactor, user_id)
    if found is None:
        return False
    totp, typed = pyotp.TOTP(found.secret), plain(code).encode()
    this = int(now.timestamp()) // _STEP_S
    for step in (this + near for near in _NEAR):
        if hmac.compare_digest(totp.generate_otp(step).encode(), typed):
            return _takes(session, user_id, step)
    return False


def _takes(session: Session, user_id: UUID, step: int) -> bool:
    """Whether that step's code was not used yet; of two at once one is refused."""
    used = (
        update(SecondFactor)
        .where(SecondFactor.user_id == user_id, SecondFactor.last_step < step)
        .values(last_step=step)
    )
    return _changed(session.execute(used))


def _is_on_paper(session: Session, user_id: UUID, code: str) -> bool:
    used = delete(RecoveryCode).where(
        RecoveryCode.user_id == user_id, RecoveryCode.digest == _digest(code)
    )
    return _changed(session.execute(used))


def _changed(result: object) -> bool:
    return getattr(result, "rowcount", 0) > 0


def _digest(code: str) -> str:
    return hashlib.sha256(plain(code).encode()).hexdigest()
