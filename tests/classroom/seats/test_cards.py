"""The picture on a card says the same as its code."""

import re
from io import BytesIO
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader

from quiz.classroom.models import Classroom, Seat
from quiz.classroom.seats.cards import cards_of
from quiz.printing.pdf import as_pdf
from quiz.web.addresses import lasting
from tests.browser import text_of
from tests.classroom.people import EN, make_class

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


def test_a_host_that_somebody_claims_stands_on_no_card(teacher, app):
    made = make_class(teacher, seats=1)
    with teacher.session_transaction() as signed_in:
        known = dict(signed_in)
    with teacher.session_transaction(base_url="http://evil.example") as elsewhere:
        elsewhere.update(known)
    forged = teacher.get(f"{made}/cards", base_url="http://evil.example", headers=EN)
    assert forged.status_code == 200
    assert "evil.example/join" not in forged.text
    assert "QUIZ_HOSTS" in text_of(forged)
    assert "seat-card__picture" not in forged.text
    assert "localhost/join" in teacher.get(f"{made}/cards").text


@pytest.mark.parametrize("near", ["127.0.0.1:8000", "192.168.7.20", "[fd00::1]"])
def test_addresses_of_a_local_network_are_printed(app, near):
    with app.test_request_context(base_url=f"http://{near}"):
        assert lasting("seats.join") == f"http://{near}/join"


def test_with_names_of_its_own_a_server_prints_them(app):
    app.config["TRUSTED_HOSTS"] = ["quiz.example"]
    try:
        with app.test_request_context(base_url="https://quiz.example"):
            assert lasting("seats.join") == "https://quiz.example/join"
        forged = app.test_client().get("/", base_url="http://evil.example")
        assert forged.status_code == 400
    finally:
        app.config["TRUSTED_HOSTS"] = None
