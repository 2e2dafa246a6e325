"""The cards that a teacher cuts out: a code, and the same as a picture to scan."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import segno

from quiz.classroom.codes import whole
from quiz.classroom.models import Classroom

_BORDER = 2  # modules; with the white of the card around it more than the four needed


@dataclass(frozen=True, slots=True)
class Card:
    """One seat's card.

    Attributes:
        number: as on the teacher's list.
        code: to be typed.
        size: how many modules the QR code has each way, its white border included.
        path: its dark modules as an SVG path, one line for each run of them.
    """

    number: int
    code: str
    size: int
    path: str


def cards_of(classroom: Classroom, address: str | None) -> tuple[Card, ...]:
    """A card for each seat, in order; the address is that of the page to join on.

    Where it is not known the cards have no picture.
    """
    return tuple(
        _card(seat.number, whole(classroom.code, seat.code), address)
        for seat in classroom.seats
    )


def drawn_as_path(address: str) -> tuple[int, str]:
    """A QR code of that address: how many modules each way, and its dark ones."""
    drawn = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in drawn.matrix_iter(border=_BORDER)]
    return len(rows), "".join(
        run for y, row in enumerate(rows) for run in _runs(row, y)
    )


def _card(number: int, code: str, address: str | None) -> Card:
    if address is None:
        return Card(number, code, 0, "")
    return Card(number, code, *drawn_as_path(f"{address}?code={code}"))


def _runs(row: Iterable[int], y: int) -> Iterable[str]:
    x = 0
    for is_dark, modules in groupby(row, key=bool):
        length = len(list(modules))
        if is_dark:
            yield f"M{x} {y}.5h{length}"
        x += length
