"""Whose wrong codes are counted when pupils take their seats.

Each number with its reason: docs/decisions/0006-right-ones-are-let-in.md.
"""

from flask import request

from quiz.classroom import codes
from quiz.web.limits import (
    Attempts,
    Delay,
    Limit,
    both,
    by_address,
    by_browser,
    by_text,
)


def by_class() -> str:
    """Which class is tried: the half of its codes that all its seats share."""
    class_code, _seat_code = codes.halves(request.form.get("code", ""))
    return f"class {by_text(class_code)}"


TAKE_SEAT = Attempts(
    delays=(Delay(by_browser),),
    soft=(
        Limit("200/hour", by_address),
        Limit("60/10 minutes", by_class),
    ),
    hard=(
        Limit("3000/hour", by_address),
        Limit("300/hour", both(by_class, by_address)),
    ),
)
