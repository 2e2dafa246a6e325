"""A text is read as people see it, and what is found in it stands in the raw one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.text.plain import plain
from quiz.engine.text.span import Span

ODD = "\u00ad\u200b\u200d\u2060\ufeff\u0308\u0301\u00a0\u2011"
PIECES = st.lists(st.sampled_from([*ODD, "a", "u", "O", " ", "ß", "-", "."]))


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Mül\u00adler", "Müller"),
        ("Mu\u0308ller", "Müller"),
        ("\ufeffDie Stadt", "Die Stadt"),
        ("Anna\u00a0Kern", "Anna Kern"),
        ("Nord\u2011Agentur", "Nord-Agentur"),
        ("er\u200bklärte\u2060.", "erklärte."),
    ],
)
def test_nobody_sees_what_is_left_out(raw, read):
    assert plain(raw).text == read


def test_a_name_stands_where_it_stood():
    raw = "Rat Günther Mu\u0308l\u00adler\u00ad sprach."
    read = plain(raw)
    begin = read.text.index("Müller")
    span = read.in_raw(Span(begin, begin + len("Müller")))
    assert span.of(raw) == "Mu\u0308l\u00adler"
    assert read.in_plain(span).of(read.text) == "Müller"


def test_a_text_without_anything_odd_is_the_same_object():
    raw = "Die Stadt öffnet die Brücke."
    assert plain(raw).text is raw


@given(PIECES)
def test_every_character_comes_from_a_place_and_goes_back_to_it(pieces):
    raw = "".join(pieces)
    read = plain(raw)
    assert plain(read.text).text == read.text
    for at, letter in enumerate(read.text):
        span = read.in_raw(Span(at, at + 1))
        assert letter in plain(span.of(raw)).text
        back = read.in_plain(span)
        assert back.begin <= at < back.end
