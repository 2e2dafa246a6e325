"""The cards that a teacher cuts out: a code, and the same as a picture to scan."""

from dataclasses import dataclass

import segno
from markupsafe import Markup

from quiz.classroom.codes import whole
from quiz.classroom.models import Classroom


@dataclass(frozen=True, slots=True)
class Card:
    """One seat's card.

    Attributes:
        number: as on the teacher's list.
        code: to be typed.
        picture: the address with the code, as a QR code; an SVG.
    """

    number: int
    code: str
    picture: Markup


def cards_of(classroom: Classroom, address: str) -> tuple[Card, ...]:
    """A card for each seat, in order; the address is that of the page to join on."""
    return tuple(
        _card(seat.number, whole(classroom.code, seat.code), address)
        for seat in classroom.seats
    )


def _card(number: int, code: str, address: str) -> Card:
    drawn = segno.make(f"{address}?code={code}", error="m", micro=False)
    svg = drawn.svg_inline(scale=3, border=2, svgclass="qr", lineclass="qr__line")
    hidden = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return Card(number, code, Markup(hidden))  # noqa: S704 (made of our own code)
