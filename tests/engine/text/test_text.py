"""Paragraphs, sentences and quotations of a text as it was pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.text import Part, read_text


def read(raw):
    return read_text(raw, lexicon("de"))


def sentences(raw):
    return [s.span.of(raw) for s in read(raw).sentences]


@pytest.mark.parametrize(
    "raw",
    [
        "Am 13. September kam der Zug an.",
        "Dr. Lenk und Prof. Arndt kamen.",
        "Der Bau kostet ca. 3 Mio. Euro im Jahr.",
        "J. R. Falk sprach z. B. über Wölfe.",
        "„Das Eis ist dünn. Bleibt am Ufer“, sagte Lenk.",
        "„Wirklich?“ fragte Lenk.",
        "Am 3. Spieltag siegte der Verein.",
        "Dr. An Falk kam mit Prof. Will Sand.",
        "Die Königin Ada II. „war beliebt“.",
    ],
)
def test_what_belongs_together_stays_one_sentence(raw):
    assert sentences(raw) == [raw]


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        ("Es regnet. Der Fluss steigt.", 2),
        ("„Es regnet.“ Der Fluss steigt.", 2),
        ("„Es regnet“, sagte Lenk. „Der Fluss steigt.“", 2),
        ("Das war 2023. Dann kam der Regen.", 2),
        ("Wer war das? Niemand weiß es!", 2),
        ("Das kostet 3 Mio. Die Stadt zahlt alles.", 2),
        ("Lenk schrieb das auf X. Wird sie gewählt?", 2),
        ("Er kam am 13. Die Brücke war zu.", 2),
        ("Es regnet. @moos: Der Fluss steigt.", 2),
    ],
)
def test_sentences_end_where_readers_end_them(raw, count):
    assert len(sentences(raw)) == count


@pytest.mark.parametrize(
    "raw",
    [
        "RA (der Bund) zahlt.",
        pytest.param("PD\n\n\n" * 2000, marks=pytest.mark.slow),
    ],
)
def test_letters_that_could_be_a_degree_stay_words_where_they_are_none(raw):
    first, *_ = read(raw).tokens
    assert raw.startswith(first.text)


def test_a_line_without_a_full_stop_is_a_heading():
    text = read("Brücke öffnet im Mai\n\nDie Stadt hat die Brücke fertig gebaut.")
    assert [p.part for p in text.paragraphs] == [Part.HEADING, Part.BODY]


def test_credit_lines_are_told_from_the_body():
    text = read("Die Brücke ist fertig.\n- Nachrichtenagentur Nordlicht\n(nl/xy)")
    assert [p.part for p in text.paragraphs] == [Part.BODY, Part.CREDIT, Part.CREDIT]


def test_lines_broken_at_a_fixed_width_are_one_paragraph():
    raw = (
        "Die Stadt hat die alte Brücke über den Fluss gesperrt, weil das\n"
        "Hochwasser in der Nacht weiter gestiegen ist. „Niemand darf die\n"
        "Brücke betreten“, sagte Feuerwehrchef Ole Brahms am Morgen dem\n"
        "Sender Radio Delta.\n\nBrücke gesperrt\nEin neuer Absatz folgt hier."
    )
    text = read(raw)
    assert [p.part for p in text.paragraphs] == [Part.BODY, Part.HEADING, Part.BODY]
    assert len(text.paragraphs[0].quotations) == 1


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before():
    assert len(read("Die Brücke bleibt\ngesperrt. Niemand ging.").paragraphs) == 1


@pytest.mark.parametrize(
    "marks", ["„“", "»«", "«»", '""', "“”", "„”"], ids=lambda m: f"{m[0]}…{m[1]}"
)
def test_every_style_of_quotation_marks_is_known(marks):
    raw = f"{marks[0]}Das Wasser steigt{marks[1]}, sagte Lenk."
    (quotation,) = read(raw).paragraphs[0].quotations
    assert quotation.inner.of(raw) == "Das Wasser steigt"
    assert quotation.words == 3


def test_quotation_marks_inside_a_quotation_do_not_end_it():
    raw = "„Wir nennen es ‚die Halle‘ und freuen uns“, sagte Lenk."
    (quotation,) = read(raw).paragraphs[0].quotations
    assert quotation.inner.of(raw).endswith("freuen uns")


@given(st.text(alphabet='Ab c.,„“"»«:!?-\n13', max_size=300))
def test_paragraphs_hold_all_sentences_and_sentences_all_tokens(raw):
    text = read(raw)
    assert sum(p.end - p.first for p in text.paragraphs) == len(text.sentences)
    assert sum(s.end - s.first for s in text.sentences) == len(text.tokens)
