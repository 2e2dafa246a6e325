"""The picture on a card says the same as its code."""

import re

import segno

from quiz.classroom.cards import cards_of
from quiz.classroom.models import Classroom, Seat

ADDRESS = "https://quiz.example/join"


def drawn(card):
    """The modules of the picture, row by row, from its path."""
    rows = [[0] * card.size for _ in range(card.size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", card.path):
        for at in range(int(x), int(x) + int(length)):
            rows[int(y)][at] = 1
    return rows


def test_a_card_draws_the_address_with_its_code():
    classroom = Classroom(code="ACDEF")
    classroom.seats = [Seat(number=1, code="GHJKM"), Seat(number=2, code="NPQRT")]
    for card, code in zip(
        cards_of(classroom, ADDRESS), ("ACDEF-GHJKM", "ACDEF-NPQRT"), strict=True
    ):
        assert card.code == code
        wanted = segno.make(f"{ADDRESS}?code={code}", error="m", micro=False)
        assert drawn(card) == [list(row) for row in wanted.matrix_iter(border=2)]


def test_around_the_picture_it_is_white():
    classroom = Classroom(code="ACDEF")
    classroom.seats = [Seat(number=1, code="GHJKM")]
    [card] = cards_of(classroom, ADDRESS)
    rows = drawn(card)
    for row in (rows[0], rows[1], rows[-1], rows[-2], [row[0] for row in rows]):
        assert not any(row)
