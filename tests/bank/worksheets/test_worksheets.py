"""A set on paper: with the article in numbered lines, as a PDF and as a Word file."""

import re
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from quiz.bank.service import add_set
from quiz.bank.worksheets.lines import WIDTH, lines_with, numbered
from tests.browser import text_of
from tests.classroom.people import EN
from tests.engine.make_questions import SAID, TEXT, make_questions
from tests.make import NOW, make_article, make_set

DE = {"Accept-Language": "de"}


@pytest.fixture
def sheet(session, teacher):
    """The address of an own set's worksheet."""
    made = make_set(session, teacher.user_id)
    session.commit()
    return f"/sets/{made.id}/paper"


def protected(session, teacher, **rights):
    article = make_article(session, teacher.user_id, **rights)
    made = add_set(session, article, make_questions(), teacher.user_id, NOW)
    session.commit()
    return f"/sets/{made.id}/paper"


def read_docx(content):
    return "\n".join(each.text for each in docx.Document(BytesIO(content)).paragraphs)


def read_pdf(content):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_lines_are_short_keep_every_word_and_count_through_the_article():
    found = numbered(TEXT * 3)
    lines = [line for paragraph in found for line in paragraph]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(len(line.text) <= WIDTH for line in lines)
    assert " ".join(line.text for line in lines).split() == (TEXT * 3).split()
    assert all(line.span.of(TEXT * 3).split() == line.text.split() for line in lines)


def test_a_word_longer_than_a_line_has_one_and_no_text_has_none():
    assert [line.text for (line,) in numbered("a\n" + "x" * 99)] == ["a", "x" * 99]
    assert numbered(" \n \n") == ()


def test_a_proof_is_found_in_the_line_in_which_one_reads_it():
    lines = numbered(TEXT)
    proof = make_questions()[0].evidence[0]
    first, last = lines_with(lines, proof)
    read = " ".join(x.text for p in lines for x in p if first <= x.number <= last)
    assert SAID[0][1] in read
    assert lines_with((), proof) is None


def test_it_has_name_date_text_tasks_and_solutions_with_the_line_of_the_proof(
    teacher, sheet
):
    page = text_of(teacher.get(sheet, headers=EN))
    assert "Name:" in page
    assert "Date:" in page
    assert "In Apfelstedt gibt es so viele Äpfel" in page
    number = lines_with(numbered(TEXT), make_questions()[0].evidence[0])[0]
    assert f"Line {number}: „{SAID[0][1]}“, sagte Paula Sander." in page


def test_text_and_solutions_can_be_left_out(teacher, sheet):
    without = text_of(teacher.get(f"{sheet}?text=no&solutions=no", headers=EN))
    assert "In Apfelstedt gibt es so viele" not in without
    assert "points to" not in without
    assert "Who says:" in without


def test_cards_are_numbered_on_a_line_not_ticked(app):
    with app.test_request_context(headers=EN):
        form = app.jinja_env.get_template("answer_forms/ordering.html").module
        drawn = form.paper(make_questions()[0])
    assert "☐" not in drawn
    assert drawn.count("paper__place") == 3


@pytest.mark.slow
def test_the_pdf_is_tagged_has_a_language_and_says_what_the_page_says(teacher, sheet):
    got = teacher.get(f"{sheet}.pdf", headers=DE)
    assert got.mimetype == "application/pdf"
    assert "Arbeitsblatt" in got.headers["Content-Disposition"]
    read = PdfReader(BytesIO(got.data))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("de")
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    text = " ".join(read_pdf(got.data).split())
    for name, content in SAID:
        assert re.sub(r"\s", "", content) in re.sub(r"\s", "", text)
        assert name in text
    assert "Name:" in text
    assert "Datum:" in text
    assert "Wer sagt was?" not in text.split("Aufgaben")[0]  # no furniture
    solutions = [p.extract_text() for p in read.pages][-1]
    assert "Lösungen" in solutions or "zeigt auf" in solutions


@pytest.mark.slow
def test_lines_of_the_pdf_are_those_that_are_counted(teacher, sheet):
    text = read_pdf(teacher.get(f"{sheet}.pdf", headers=DE).data)
    printed = [" ".join(line.split()) for line in text.splitlines()]
    for paragraph in numbered(TEXT):
        for line in paragraph:
            assert any(line.text in each for each in printed), line.text


def test_the_word_file_says_the_same_and_knows_its_language(teacher, sheet):
    got = teacher.get(f"{sheet}.docx", headers=DE)
    assert got.status_code == 200
    document = docx.Document(BytesIO(got.data))
    assert document.core_properties.language == "de"
    text = read_docx(got.data)
    for _name, content in SAID:
        assert text.count(content) >= 3  # in the text, as a task, as its proof
    assert "Name: ____" in text
    assert "1. Wer sagt" in text
    assert "a) ☐ Paula Sander" in text
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Head")]
    assert headings[-2:] == ["Aufgaben", "Lösungen"]
    number = lines_with(numbered(TEXT), make_questions()[0].evidence[0])[0]
    assert f"Zeile {number}: „{SAID[0][1]}“" in text


CONTRACT = {"rights_basis": "school_contract", "school": "Talschule"}


def test_a_protected_text_is_printed_for_the_class_but_not_in_a_file_to_change(
    session, teacher
):
    paper = protected(session, teacher, **CONTRACT)
    page = text_of(teacher.get(paper, headers=EN))
    assert "In Apfelstedt gibt es so viele" in page
    assert "For this class only" in page
    text = read_docx(teacher.get(f"{paper}.docx", headers=EN).data)
    assert "In Apfelstedt gibt es so viele" not in text
    assert "not changed" in text


def test_a_text_that_is_only_linked_stands_nowhere(session, teacher):
    link = {"rights_basis": "link_only", "url": "https://talpost.example/1", "text": ""}
    paper = protected(session, teacher, **link)
    page = text_of(teacher.get(paper, headers=EN))
    assert "Read it at: https://talpost.example/1" in page
    assert "Äpfel wie lange nicht" not in page


def test_strangers_get_no_sheet_in_any_form(stranger, sheet):
    for ending in ("", ".pdf", ".docx"):
        assert stranger.get(sheet + ending).status_code == 404
