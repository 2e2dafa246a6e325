import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import Invalid
from quiz.readers.decoding import has_controls, text_of_upload

WORDS = "Die Möwe sagte: „Größer als 5 €!“"


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode("utf-8"),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "windows"],
)
def test_a_text_file_of_any_usual_encoding_is_read(raw):
    assert text_of_upload(raw) == WORDS


def test_latin_1_is_the_last_resort():
    assert text_of_upload("Größe \x81".encode("latin-1")) == "Größe \x81"


def test_line_ends_of_every_system_become_plain_ones():
    assert text_of_upload(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04word/document.xml",
        b"\xd0\xcf\x11\xe0 old word",
        b"{\\rtf1 hallo}",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\x00a\x00\x00\x00",
        b"Text \x00 mit Null",
    ],
    ids=["pdf", "docx", "doc", "rtf", "png", "half utf-16", "utf-32", "zero byte"],
)
def test_what_is_no_text_is_refused(raw):
    with pytest.raises(Invalid, match="binary_text"):
        text_of_upload(raw)


def test_an_empty_file_is_an_empty_text():
    assert text_of_upload(b"") == ""


@given(st.binary(max_size=80))
def test_any_bytes_give_a_text_without_controls_or_are_refused(raw):
    try:
        text = text_of_upload(raw)
    except Invalid as refused:
        text = refused.reason
    assert not has_controls(text)
    assert text.encode("utf-8").decode("utf-8") == text
