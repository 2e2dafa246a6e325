"""Codes to type from paper: easy to read, hard to guess."""

import secrets

# Without 0/O, 1/I/L, 5/S, 8/B and U/V: 25 signs that nobody mixes up in handwriting.
SIGNS = "ACDEFGHJKMNPQRTWXYZ234679"

_LONGEST_TYPED = 60


def new_code(length: int) -> str:
    """A code of so many signs; each of them is worth 4.6 bits."""
    return "".join(secrets.choice(SIGNS) for _ in range(length))


def plain(typed: str) -> str:
    """A code as it is compared: blanks, hyphens and case do not matter."""
    return "".join(sign for sign in typed[:_LONGEST_TYPED].upper() if sign.isalnum())
