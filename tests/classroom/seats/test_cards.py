"""The picture on a card says the same as its code."""

import re
from io import BytesIO
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader

from quiz.classroom.models import Classroom, Seat
from quiz.classroom.seats.cards import cards_of
from quiz.classroom.seats.pdf import as_pdf
from tests.classroom.people import make_class

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


@pytest.mark.slow
def test_the_cards_are_a_pdf_where_the_server_can_make_one(teacher):
    made = make_class(teacher, seats=28)
    got = teacher.get(f"{made}/cards.pdf")
    assert got.status_code == 200
    assert got.mimetype == "application/pdf"
    pages = PdfReader(BytesIO(got.data)).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert text.count("/join") == 28


@pytest.mark.slow
def test_a_pdf_is_made_of_our_own_files_alone(app):
    page = '<link rel="stylesheet" href="/static/../app.py"><img src="http://[::1]/x">'
    content = as_pdf(page, Path(app.static_folder))
    assert content.startswith(b"%PDF")
    assert "import" not in PdfReader(BytesIO(content)).pages[0].extract_text()
