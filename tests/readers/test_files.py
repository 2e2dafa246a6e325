"""What is read out of the files that teachers have."""

import io
import time
import zipfile

import pytest

from quiz.errors import Invalid
from quiz.readers.reading import MOST_BYTES, read_file
from tests.readers.files import (
    HEADLINE,
    PARAGRAPHS,
    TEXT,
    locked_pdf,
    page,
    pdf_file,
    word_file,
)


def lines_of(text, width=70):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def printed(*paragraphs):
    return [line for each in paragraphs for line in lines_of(each)]


def test_plain_text_is_taken_as_it_is():
    raw = f"{TEXT}\n".encode()
    found = read_file(raw, "faehre.txt")
    assert (found.text, found.title, found.left_out) == (f"{TEXT}\n", HEADLINE, ())


def test_a_first_line_that_is_a_sentence_is_no_title():
    assert read_file(PARAGRAPHS[0].encode()).title == ""


def test_markdown_loses_its_signs_and_keeps_its_words():
    source = f"# {HEADLINE}\n\n{PARAGRAPHS[0]}\n\n**{PARAGRAPHS[1]}**\n"
    linked = source.replace("Ina Wolf", "[Ina Wolf](https://example.org/wolf)")
    assert read_file(linked.encode(), "faehre.md").text == TEXT


def test_a_word_file_gives_its_paragraphs_and_says_that_its_table_is_left_out():
    found = read_file(word_file(table=["Montag", "Dienstag"]))
    assert (found.text, found.title) == (TEXT, HEADLINE)
    assert found.left_out == ("Montag Dienstag",)


def test_a_pdf_gives_paragraphs_instead_of_lines():
    found = read_file(pdf_file([HEADLINE, *printed(*PARAGRAPHS)]))
    assert (found.text, found.title) == (TEXT, HEADLINE)


def test_words_cut_at_the_end_of_a_line_of_a_pdf_are_whole_again():
    lines = [
        "Der Hafen hat für die Repara-",
        "tur der Vor- und Nachteile der",
        "Nord-",
        "Ostsee-Fähre Geld gesammelt.",
    ]
    text = read_file(pdf_file(lines)).text
    assert "Reparatur der Vor- und Nachteile" in text
    assert "Nord-Ostsee-Fähre" in text


def test_running_heads_and_page_numbers_of_a_pdf_are_left_out():
    pages = [
        ["Talpost vom 24. März", *printed(each), f"Seite {number}"]
        for number, each in enumerate(PARAGRAPHS, 1)
    ]
    found = read_file(pdf_file(*pages))
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert found.left_out == ("Talpost vom 24. März", "Seite 1", "Seite 2")


def test_a_saved_web_page_gives_the_article_and_what_the_page_says_about_it():
    found = read_file(page().encode(), "seite.html")
    assert found.text == TEXT
    assert found.title == HEADLINE
    assert (found.author, found.outlet) == ("Rosa Keller", "Talpost")
    assert found.published_on.isoformat() == "2026-03-24"
    assert found.left_out == ("Zur Startseite", "Impressum und Datenschutz")


def test_a_page_in_an_old_encoding_is_read_too():
    source = page().replace('<meta charset="utf-8">', "")
    assert read_file(source.encode("cp1252"), "seite.html").text == TEXT


def zipped(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


BOMB = word_file(extra={f"word/media/{n}.bin": b"0" * 20_000_000 for n in range(4)})
LOGIN = "<html><body><p>Bitte melden Sie sich an, um weiterzulesen.</p></body></html>"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("raw", "name", "reason"),
    [
        (b"", "leer.txt", "empty_file"),
        (b" \n ", "leer.txt", "empty_file"),
        (b"x" * (MOST_BYTES + 1), "gross.txt", "file_too_large"),
        (b"\x89PNG\r\n\x1a\n\x00", "bild.png", "binary_text"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "alt.doc", "old_word_file"),
        (b"{\\rtf1 Hallo}", "alt.rtf", "old_word_file"),
        (zipped(mimetype="application/vnd.oasis"), "text.odt", "old_word_file"),
        (zipped(irgendwas="x"), "tabelle.xlsx", "unknown_file"),
        (word_file()[:900], "halb.docx", "broken_file"),
        (zipped(**{"word/document.xml": "<w:p"}), "kaputt.docx", "broken_file"),
        (word_file(paragraphs=[]), "leer.docx", "no_text_in_file"),
        (BOMB, "bombe.docx", "packed_too_much"),
        (locked_pdf(), "zu.pdf", "encrypted_file"),
        (b"%PDF-1.7\nkaputt", "kaputt.pdf", "broken_file"),
        (pdf_file([]), "scan.pdf", "no_text_in_file"),
        (pdf_file(*[[HEADLINE]] * 61), "buch.pdf", "too_many_pages"),
        (LOGIN.encode(), "seite.html", "no_article"),
        (b"<!-- nichts -->", "seite.html", "no_article"),
        (b"![](bild.png)", "bild.md", "no_text_in_file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_for_its_reason(raw, name, reason):
    with pytest.raises(Invalid) as refused:
        read_file(raw, name)
    assert refused.value.reason == reason


@pytest.mark.slow
def test_a_pdf_that_unpacks_to_gigabytes_ends_the_reader_and_not_the_server():
    import zlib  # noqa: PLC0415

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"(x) Tj " * 150_000) for _ in range(3000))
    packed += packer.flush()
    raw = pdf_file([HEADLINE])
    begin, end = raw.index(b"<< /Length"), raw.index(b"endstream")
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (
        len(packed),
        packed,
    )
    started = time.monotonic()
    with pytest.raises(Invalid) as refused:
        read_file(raw[:begin] + stream + raw[end:], "bombe.pdf")
    assert refused.value.reason in ("unreadable_file", "broken_file", "no_text_in_file")
    assert time.monotonic() - started < 60
