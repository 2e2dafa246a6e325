"""Questions that a teacher writes, as lines of text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.answers.typed import as_number, same_number, same_words
from quiz.engine.questions.editing.line_format import (
    OwnForm,
    lines_of,
    options_of,
    pieces_of,
)
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.errors import Invalid

GOOD = {
    OwnForm.SINGLE: "* Rom\nParis\nBonn",
    OwnForm.MULTIPLE: "* Rom\n* Paris\nBonn",
    OwnForm.TRUE_FALSE: "falsch",
    OwnForm.TYPED: "Seepferdchen\nFrühschwimmer",
    OwnForm.NUMBER: "42 ± 3",
    OwnForm.ORDER: "eins\nzwei\ndrei",
    OwnForm.MATCH: "Neumark = Rathaus\nWilke = Bad\n= Schule",
    OwnForm.CATEGORISE: "Wal = Tier\nFarn = Pflanze\nHai = Tier",
    OwnForm.CLOZE: "Das Bad hat [drei|3] Becken und [einen] Turm.",
    OwnForm.MARK: "Es [könnte] morgen [vielleicht] regnen und schneien.",
    OwnForm.POLL: "ja\nnein\nweiß nicht",
}


def question(form, lines):
    is_poll = form is OwnForm.POLL
    return Question(
        id="own-1",
        kind=QuestionKind.POLL if is_poll else QuestionKind.OWN,
        claim="",
        stem=Localised("Was stimmt?", "What is right?"),
        passage="",
        options=options_of(form, lines),
        explanation=Localised("", ""),
        evidence=(),
        marks=(),
        answered_by=form.form,
        written=lines if form in (OwnForm.CLOZE, OwnForm.MARK) else "",
    )


@pytest.mark.parametrize("form", OwnForm)
def test_every_form_has_an_example_that_survives_there_and_back(form):
    made = question(form, GOOD[form])
    assert Question.from_json(made.as_json()) == made
    again, lines = lines_of(made)
    assert again is (OwnForm.MATCH if form is OwnForm.CATEGORISE else form)
    assert options_of(form, lines) == made.options


@pytest.mark.parametrize(
    ("form", "lines", "why"),
    [
        (OwnForm.SINGLE, "Rom", "few"),
        (OwnForm.SINGLE, "\n \n", "few"),
        (OwnForm.SINGLE, "Rom\nParis", "no_right"),
        (OwnForm.SINGLE, "* Rom\n* Paris\nBonn", "one_right"),
        (OwnForm.SINGLE, "* Rom\nrom", "twice"),
        (OwnForm.SINGLE, "* " + "x" * 300 + "\ny", "long"),
        (OwnForm.SINGLE, "* a\n" + "\n".join(map(str, range(12))), "many"),
        (OwnForm.MULTIPLE, "* Rom\n* Paris", "all_right"),
        (OwnForm.TRUE_FALSE, "vielleicht", "verdict"),
        (OwnForm.TYPED, "x" * 61, "accepted"),
        (OwnForm.NUMBER, "viele", "number"),
        (OwnForm.NUMBER, "1 +- 2 +- 3", "number"),
        (OwnForm.NUMBER, "NaN", "number"),
        (OwnForm.ORDER, "eins\nzwei", "few"),
        (OwnForm.MATCH, "Neumark\nWilke", "pair"),
        (OwnForm.MATCH, "Neumark =\nWilke = Bad", "pair"),
        (OwnForm.MATCH, "Neumark = Bad\nWilke = Bad", "one_answer"),
        (OwnForm.MATCH, "Wilke = Turm\nWilke = Bad", "twice"),
        (OwnForm.CLOZE, "Ohne Lücke.", "gap"),
        (OwnForm.MARK, "[Alle] [Wörter] [sind] richtig", "marks"),
        (OwnForm.MARK, "Kein Wort ist richtig", "gap"),
        (OwnForm.POLL, "ja", "few"),
    ],
)
def test_what_makes_no_question_says_why(form, lines, why):
    with pytest.raises(Invalid) as refused:
        options_of(form, lines)
    assert refused.value.details["why"] == why


@given(st.sampled_from(list(OwnForm)), st.text(max_size=200))
def test_any_text_gives_options_or_says_why(form, text):
    with suppress(Invalid):
        options = options_of(form, text)
        assert len({option.id for option in options}) == len(options) > 0


def share(form, *reply):
    made = question(form, GOOD[form])
    if made.form.is_typed:
        return grade(made, reply).share
    ids = {(o.prompt.de if o.prompt else None, o.text): o.id for o in made.options}
    chosen = [ids[each if isinstance(each, tuple) else (None, each)] for each in reply]
    return grade(made, chosen).share


def test_each_form_is_marked_as_pupils_would_expect():
    assert share(OwnForm.SINGLE, "Rom") == 1
    assert share(OwnForm.MULTIPLE, "Rom", "Bonn") == 0
    assert share(OwnForm.TRUE_FALSE, "falsch") == 1
    assert share(OwnForm.ORDER, "eins", "zwei", "drei") == 1
    assert share(OwnForm.MATCH, ("Neumark", "Rathaus"), ("Wilke", "Schule")) == 0.5
    assert share(OwnForm.MARK, "könnte") == 1
    assert share(OwnForm.POLL, "nein") == 1
    assert share(OwnForm.TYPED, "das seepferdchen") == 1
    assert share(OwnForm.NUMBER, "44,5") == 1
    assert share(OwnForm.NUMBER, "46") == 0
    assert share(OwnForm.CLOZE, "3", "keinen") == 0.5


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("", "  "), "nothing_typed"),
        (("drei",), "unknown_option"),
        (("x" * 61, "einen"), "too_long"),
    ],
)
def test_what_is_typed_fits_the_gaps(texts, reason):
    with pytest.raises(Invalid) as refused:
        grade(question(OwnForm.CLOZE, GOOD[OwnForm.CLOZE]), texts)
    assert refused.value.reason == reason


def test_a_cloze_shows_the_text_around_its_gaps():
    made = question(OwnForm.CLOZE, GOOD[OwnForm.CLOZE])
    assert pieces_of(made) == ("Das Bad hat ", " Becken und ", " Turm.")
    assert made.form is Form.CLOZE


@pytest.mark.parametrize(
    ("given", "wanted", "same"),
    [
        ("Ria", "ria", True),
        ("Muller", "Müller", True),
        ("Mueller", "Müller", True),
        ("Agentr", "Agentur", True),
        ("Agnetur", "Agentur", True),
        ("Agenturen", "Agentur", False),
        ("Rias", "Ria", False),
        ("2023", "2024", False),
        ("", "Ria", False),
        ("die", "Ria", False),
        ("Gold", "Geld", False),
        ("keinen", "einen", False),
    ],
)
def test_one_slip_of_the_pen_is_forgiven_in_longer_words(given, wanted, same):
    assert same_words(given, wanted) is same


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.500", 1500), ("3,5", 3.5), ("1 000 000", 1000000), ("-4", -4), ("acht", None)],
)
def test_numbers_are_read_as_people_write_them(text, number):
    found = as_number(text)
    assert (None if found is None else float(found)) == number


def test_a_number_counts_within_its_tolerance():
    assert same_number("39", "42 ± 3")
    assert not same_number("38,9", "42 ± 3")
    assert not same_number("viel", "42")
