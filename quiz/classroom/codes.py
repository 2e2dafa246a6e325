"""Codes to join a class with: the class in the first half, the seat in the second."""

from quiz.accounts.codes import new_code, plain

CLASS_LENGTH, SEAT_LENGTH = 5, 5
"""Together 46 bits; 30 are asked for."""


def new_class_code() -> str:
    """The first half."""
    return new_code(CLASS_LENGTH)


def new_seat_code() -> str:
    """The second half."""
    return new_code(SEAT_LENGTH)


def halves(typed: str) -> tuple[str, str]:
    """Both halves of what was typed."""
    code = plain(typed)
    return code[:CLASS_LENGTH], code[CLASS_LENGTH:]


def whole(class_code: str, seat_code: str) -> str:
    """How a code stands on a card."""
    return f"{class_code}-{seat_code}"
