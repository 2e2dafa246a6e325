"""Passwords: what is accepted, how they are kept and compared."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore, Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quiz.accounts.names import folded
from quiz.errors import Busy, Invalid

SHORTEST = 8
LONGEST = 200
COMMON = Path(__file__).with_name("common_passwords.txt")

# OWASP's second choice for argon2id: 41-63 ms on the machine it was tuned on.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)

LONGEST_LINE = 6
"""Fewer than a process has threads (8): while passwords wait, others still play."""
_line, _turn = BoundedSemaphore(LONGEST_LINE), Lock()


def check(password: str, name: str) -> None:
    """Nothing, if this may become the password of the account of that name.

    Raises:
        Invalid: "password_short", "password_long", "password_common" or
            "password_is_name".
    """
    if len(password) < SHORTEST:
        raise Invalid("password_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Invalid("password_long", longest=LONGEST)
    # As a name is: whoever guesses need not know how it was written.
    levelled = folded(password)
    if levelled in _common():
        raise Invalid("password_common")
    if name and levelled == folded(name):
        raise Invalid("password_is_name")


def hashed(password: str) -> str:
    """The password as it is kept: argon2id with its parameters and salt.

    Raises:
        Busy: "passwords": too many are being hashed.
    """
    with _one_at_a_time():
        return _hasher.hash(_normal(password))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether it is the password; for no hash at all, False after equal work.

    Raises:
        Busy: "passwords": too many are being hashed.
    """
    with _one_at_a_time():
        try:
            _hasher.verify(password_hash or _nobody(), _normal(password))
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Wait for one's turn, so that passwords never take more than a core."""
    if not _line.acquire(blocking=False):
        raise Busy("passwords")
    try:
        with _turn:
            yield
    finally:
        _line.release()


def _normal(password: str) -> str:
    # The same keys give the same password on every keyboard and system.
    return unicodedata.normalize("NFKC", password[: LONGEST + 1])


@cache
def _nobody() -> str:
    return _hasher.hash("a password that nobody has")


@cache
def _common() -> frozenset[str]:
    """Passwords that are tried first: the commonest of the world, and German ones.

    ASVS 5.0 (6.2.4) asks for the top 3,000 that are long enough; those of zxcvbn
    (MIT licence), counted in leaked lists, have more than 11,000.
    """
    # Lists of 14 MB, for which only a process that is asked has to find the room.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415

    ours = COMMON.read_text(encoding="utf-8").split()
    known = (*ours, *FREQUENCY_LISTS["passwords"])
    return frozenset(folded(word) for word in known if len(word) >= SHORTEST)
