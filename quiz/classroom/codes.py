"""Codes to join a class with: easy to read from paper, hard to guess."""

import secrets

# Without 0/O, 1/I/L, 5/S, 8/B and U/V: 25 signs that nobody mixes up in handwriting.
SIGNS = "ACDEFGHJKMNPQRTWXYZ234679"
CLASS_LENGTH, SEAT_LENGTH = 5, 5
"""Ten signs of 25 are 46 bits; 30 are asked for."""


def new_class_code() -> str:
    """The first half."""
    return _signs(CLASS_LENGTH)


def new_seat_code() -> str:
    """The second half."""
    return _signs(SEAT_LENGTH)


def halves(typed: str) -> tuple[str, str]:
    """Both halves of what was typed; blanks, hyphens and case do not matter."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum())
    return plain[:CLASS_LENGTH], plain[CLASS_LENGTH:]


def whole(class_code: str, seat_code: str) -> str:
    """How a code stands on a card."""
    return f"{class_code}-{seat_code}"


def _signs(length: int) -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(length))
