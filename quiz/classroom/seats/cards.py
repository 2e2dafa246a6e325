"""The cards that a teacher cuts out: a code, and the same as a picture to scan."""

from dataclasses import dataclass

from quiz.accounts.qr import drawn
from quiz.classroom.codes import whole
from quiz.classroom.models import Classroom


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


def _card(number: int, code: str, address: str | None) -> Card:
    if address is None:
        return Card(number, code, 0, "")
    size, path = drawn(f"{address}?code={code}")
    return Card(number, code, size, path)
