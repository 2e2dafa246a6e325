"""A text is read as people see it, and what is found in it stands in the raw one."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.text.plain import plain, seen
from quiz.engine.text.span import Span

UNSEEN = "\u00ad\u200b\u200d\u2060\ufeff"
ODD = f"{UNSEEN}\u0308\u0301\u00a0\u2011"
PIECES = st.lists(st.sampled_from([*ODD, "a", "u", "O", " ", "ß", "-", "."]))
WORDS = ["Lenk", "Ott", "und", "sagte", "a", "EU", "7", " ", " ", ", ", ". "]
BREAKS = ["-\n", "- \r\n", "\u00ad\n", "\u2010\n ", "\n", "\n\n", "\r\n", "-\n> "]
MARKS = [
    ",,",
    "''",
    "``",
    ">>",
    "<<",
    "*",
    "**",
    "> ",
    ">",
    "\u2212",
    "´",
    "ﬁ",
    "\u2028",
]
MIXED = st.lists(st.sampled_from([*ODD, *WORDS, *BREAKS, *MARKS]))
ENTITIES = ["&amp;", "&auml;", "&bdquo;", "&#8222;", "&nbsp;", "&xyz;", "&", "shy;"]


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Mül\u00adler", "Müller"),
        ("Mu\u0308ller", "Müller"),
        ("\ufeffDie Stadt", "Die Stadt"),
        ("Anna\u00a0Kern", "Anna Kern"),
        ("Nord\u2011Agentur", "Nord-Agentur"),
        ("er\u200bklärte\u2060.", "erklärte."),
        ("Jean\u2212Marc bei \u22125 Grad", "Jean-Marc bei \u22125 Grad"),
        (
            "Sean O´Neill, Rory O`Hara, Amy D\u2018Arcy",
            "Sean O’Neill, Rory O’Hara, Amy D’Arcy",
        ),
        ("eﬃziente Waﬀen", "effiziente Waffen"),
    ],
)
def test_nobody_sees_what_is_left_out(raw, read):
    assert plain(raw).text == seen(raw) == read


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("&bdquo;Ja&ldquo;, sagte M&uuml;ller&#8209;Lenk.", "„Ja“, sagte Müller-Lenk."),
        ("&amp;bdquo;Nein&amp;#x201c;", "„Nein“"),
        ("Sie&nbsp;er&shy;klär&shy;te", "Sie erklärte"),
        ("R&D, AT&T; &xyz;", "R&D, AT&T; &xyz;"),
        ("> Die Halle\n> bleibt zu.\n>\n>> Ja.", "Die Halle\nbleibt zu.\n\nJa."),
        (">Die Halle\n>bleibt zu.", "Die Halle\nbleibt zu."),
        (">Die Halle bleibt zu<, sagte Lenk.", ">Die Halle bleibt zu<, sagte Lenk."),
        ("Es sind > 5 Grad.", "Es sind > 5 Grad."),
        (",,Ja'', sagte Lenk (,,Rose'').", "„Ja“, sagte Lenk („Rose“)."),
        ("``Ja'', >>Nein<<, <<doch>>", "“Ja”, »Nein«, «doch»"),
        ("''Ja'', sagte Lenk.", '"Ja”, sagte Lenk.'),
        ("1,,2 und Rock 'n' Roll", "1,,2 und Rock 'n' Roll"),
        ("**Anna Lenk** sagte *nie* ***so***.", "Anna Lenk sagte nie so."),
        ("* Lehrer*innen und 3*4*5*", "* Lehrer*innen und 3*4*5*"),
    ],
)
def test_marks_are_read_as_what_they_are_typed_for(raw, read):
    assert plain(raw).text == read


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Die Müll-\nabfuhr streikt.", "Müllabfuhr"),
        ("Ulrike Schind- \r\n  helm sprach.", "Schindhelm"),
        ("Das Kranken\u00ad\nhaus bleibt.", "Krankenhaus"),
        ("Uns fehlen Erzie\u2010\nherinnen.", "Erzieherinnen"),
        ("Ob Jean\u2212\nMarc kommt?", "Jean-Marc"),
        ("Der CDU-\nChef kam.", "CDU-Chef"),
        ("Rat Hans\u2011\nPeter Ott kam.", "Hans-Peter"),
        ("Die Nord-\nSüd-\nVerbindung ruht.", "Nord-Süd-Verbindung"),
        ("Der 30-\njährige Ott kam.", "30-jährige"),
        ("Eine E-\nmail kam EU-\nweit an.", "EU-weit"),
        ("Herr Chan-il kam, Chan-\nil ging.", "Chan-il ging"),
        ("GROSSMANN kam, GROSS-\nMANN ging.", "GROSSMANN ging"),
        ("> Der Wider-\n> spruch kam.", "Widerspruch"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_whole_again(raw, word):
    assert word in " ".join(plain(raw).text.split())


@pytest.mark.parametrize(
    "raw",
    [
        "Die Vor-\nund Nachteile sind bekannt.",
        "Die Nord- und\nSüdseite ist gesperrt.",
        "Einkauf:\n- Milch\n- Brot",
        "Er kam - so Lenk -\nnicht.",
        "Die Stadt-\n\nDer Rat",
    ],
)
def test_a_hyphen_that_cuts_no_word_stays(raw):
    assert plain(raw).text == raw


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


@given(MIXED)
def test_no_letter_gets_lost_or_moves(pieces):
    raw = "".join(pieces)
    read = plain(raw)
    letters = [at for at, letter in enumerate(read.text) if letter.isalnum()]
    assert "".join(read.text[at] for at in letters) == "".join(
        letter for letter in _composed(raw) if letter.isalnum()
    )
    for at in letters:
        place = read.in_raw(Span(at, at + 1))
        assert read.text[at] in _composed(place.of(raw))


def _composed(text):
    return unicodedata.normalize("NFKC", re.sub(f"[{UNSEEN}]", "", text))


@given(st.lists(st.sampled_from([*ODD, *WORDS, *BREAKS, *MARKS, *ENTITIES])))
def test_whatever_stretch_is_found_comes_back_from_the_raw_text(pieces):
    raw = "".join(pieces)
    read = plain(raw)
    places = [read.in_raw(Span(at, at + 1)) for at in range(len(read.text))]
    assert all(0 <= each.begin < each.end <= len(raw) for each in places)
    assert all(a.begin <= b.begin and a.end <= b.end for a, b in pairwise(places))
    for begin in range(0, len(read.text), 3):
        span = Span(begin, min(begin + 5, len(read.text)))
        assert read.in_plain(read.in_raw(span)).covers(span)
