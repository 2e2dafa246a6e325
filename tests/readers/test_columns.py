"""Pages of several columns are read column by column."""

import textwrap

import pytest

from quiz.engine.claims.extract import extract
from quiz.readers.reading import read_file
from tests.readers.files import CASES, HEADLINE, PARAGRAPHS, TEXT, pdf_of_columns

pytestmark = pytest.mark.slow  # PDFs and Word files made and read

ARTICLE = " ".join(PARAGRAPHS)
LINES = textwrap.wrap(ARTICLE, 40, break_on_hyphens=False)
HALF = (len(LINES) + 1) // 2


@pytest.mark.parametrize("by_row", [True, False])
def test_two_columns_are_read_one_behind_the_other(by_row):
    raw = pdf_of_columns(LINES[:HALF], LINES[HALF:], by_row=by_row)
    found = read_file(raw)
    assert found.title == HEADLINE
    assert " ".join(found.text.split()) == " ".join(TEXT.split())


@pytest.mark.parametrize("by_row", [True, False])
def test_three_columns_are_read_one_behind_the_other(by_row):
    lines = textwrap.wrap(ARTICLE, 28, break_on_hyphens=False)
    third = -(-len(lines) // 3)
    columns = [lines[at : at + third] for at in range(0, len(lines), third)]
    raw = pdf_of_columns(*columns, by_row=by_row, at=(40, 220, 400))
    assert " ".join(read_file(raw).text.split()) == " ".join(TEXT.split())


def test_a_table_of_names_and_numbers_keeps_its_rows():
    names = ["Anna Lenk", "Bernd Ott", "Clara Moor", "Dora Kern"]
    raw = pdf_of_columns(LINES, [], by_row=True)
    assert " ".join(read_file(raw).text.split()) == " ".join(TEXT.split())
    table = pdf_of_columns(names, ["12", "9", "7", "5"], by_row=False)
    assert "Anna Lenk Bernd Ott" in " ".join(read_file(table).text.split())


def test_words_and_claims_of_mixed_columns_are_whole_again():
    found = read_file((CASES / "two-columns-row-by-row.pdf").read_bytes())
    assert "sagte Wessels am Mittwoch vor Journalisten. Die Deichgräfin" in found.text
    assert "der Wremersieler Zeitung. Der Landkreis" in found.text
    assert found.text.endswith("17. Dezember über den Antrag.")
    assert found.left_out == ("Seite 1",)
    claims = extract(found.text)
    said = {
        " ".join(piece.of(found.text) for piece in claim.content): claims.entity(
            claim.speaker_entity
        ).name
        for claim in claims.claims
        if claim.sure
    }
    assert said["Wer hier baggert, zerstört ihre Nester"] == "Merle Popken"
    assert said["das Geld sei da"] == "Enno Saathoff"


def test_a_compound_cut_at_its_own_hyphen_is_one_word():
    found = read_file((CASES / "compound-cut-at-line-end.pdf").read_bytes())
    for word in ("CDU-Chef", "SPD-Fraktionsvorsitzende", "Süd-West-Bote", "Hans-Peter"):
        assert word in found.text
    assert "Die Verkehrs- und Bauministerin" in found.text


def test_a_line_break_of_word_is_a_blank():
    found = read_file((CASES / "docx-line-break.docx").read_bytes())
    assert "Die Mensa am Markt schließt im Mai." in found.text
    assert (
        "Das sagte Rektorin Mona Riedel. „Wir haben keinen Koch gefunden“" in found.text
    )
