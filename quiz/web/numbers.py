"""Whole numbers, and ids, as a form or an address brings them."""

from uuid import UUID

_BEYOND = 2**31
"""No column and no list of ours goes so far; a larger number can only be a mistake."""


def whole(text: str) -> int:
    """The number that was typed; as the `type` of `request.form.get`.

    Raises:
        ValueError: it is none, or one that no column could hold.
    """
    number = int(text) if len(text) < len(str(_BEYOND)) + 2 else _BEYOND
    if abs(number) >= _BEYOND:
        raise ValueError(f"{text[:20]} is too large")
    return number


def chosen(text: str) -> UUID:
    """The id that was chosen; one that nothing has for whatever is none."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
