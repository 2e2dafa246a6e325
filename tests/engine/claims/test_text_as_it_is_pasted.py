"""Titles with full stops, gender forms and what nobody sees make nobody else speak."""

import html
import re
import textwrap
import unicodedata
from html.entities import codepoint2name

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.text.plain import plain
from tests.engine.claims.said_by import said_by

CUTS = re.compile(r"[aeiouäöü](?=[bdfgklmnprstwz][aeiouäöü]\w)")
NAMED = {code: f"&{name};" for code, name in codepoint2name.items() if code > 127}
MAYOR = "Bürgermeister Jan Ohm sagte, die Reparatur koste neun Millionen Euro. "


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Dr. med.",
            "Dr. rer. nat.",
            "Dr. phil.",
            "Dr. h. c.",
            "Dr. h.c.",
            "Dr.-Ing.",
        ),
        *(
            "Prof. Dr. med.",
            "Prof. Dr. med. dent.",
            "Prof.Dr.med.",
            "Dr. h.c.",
            "Dipl.-Ing.",
        ),
        *("Dr.in", "DDr.", "Dr. Dr. h. c.", "Dr.\u00a0med.", "Die Ärztin Dr. med."),
    ],
)
def test_a_degree_is_no_name_and_ends_no_sentence(title):
    text = f"{MAYOR}{title} Anna Schäfer sagte, die Entscheidung sei ein Fehler."
    assert said_by(text, "die Entscheidung") == ("Anna Schäfer", True)


@pytest.mark.parametrize("title", ["Dr. med.", "Dr. rer. nat.", "Prof. Dr. jur."])
def test_a_degree_is_no_part_of_what_is_said(title):
    text = f"{MAYOR}Laut {title} Nina Wolf fehlen dem Haus zwölf Pflegekräfte."
    assert said_by(text, "fehlen dem Haus") == ("Nina Wolf", True)


@pytest.mark.parametrize("mark", ["a. D.", "a.D.", "a.\u00a0D.", "i. R."])
@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Bürgermeister", "Max Huber"),
        ("Oberst", "Karl Koch"),
        ("Landrätin", "Eva Koch"),
    ],
)
def test_who_was_in_office_is_not_who_is(office, mark, name):
    text = f"{MAYOR}{office} {mark} {name} sagte, die Risse seien lange bekannt."
    assert said_by(text, "die Risse") == (name, True)


def test_a_former_mayor_without_a_name_is_not_the_mayor():
    begin = f"{MAYOR}Bürgermeister a. D. Max Huber sagte, die Risse seien bekannt. "
    for end in ("Die Stadt prüft das.", "", "Am Montag tagt der Rat."):
        text = f"{begin}„Das ist alles falsch“, sagte der Bürgermeister a. D. {end}"
        assert said_by(text, "Das ist alles")[0] == "Max Huber"


@pytest.mark.parametrize(
    "people",
    [
        *("Bürger:innen", "Bürger*innen", "Bürger_innen", "BürgerInnen"),
        *("Bürger/innen", "Bürger/-innen"),
    ],
)
def test_a_form_for_all_genders_is_one_word(people):
    text = f"{MAYOR}Die {people} hätten ein Recht darauf, sagte Landrat Piet Wessels."
    assert said_by(text, f"Die {people} hätten ein Recht") == ("Piet Wessels", True)


@pytest.mark.parametrize("article", ["Der/die", "Die*der", "Die:der"])
def test_an_article_in_two_genders_is_one(article):
    text = f"{article} Vorsitzende Kim Lauer sagte: „Alle dürfen mitreden.“"
    assert said_by(text, "Alle dürfen") == ("Kim Lauer", True)


@pytest.mark.parametrize("people", ["Sprecher:innen", "Lehrer*innen", "Schüler/-innen"])
def test_nobody_in_particular_is_not_asked_for(people):
    text = f"{MAYOR}Die {people} sagten, sie seien seit Wochen sehr müde."
    assert said_by(text, "sie seien") != (None, True)
    assert said_by(text, "sie seien")[0] in (people, None)


NEWS = (
    "Müllabfuhr streikt weiter\n\nDie Gewerkschafterin Jörgine Bücher sagte, der "
    "Streik gehe weiter. Oberbürgermeister Günther Müller erklärte, die Stadt habe "
    "kein Geld. „Wir reden höchstens über Urlaubstage“, sagte Müller der „Tannroder "
    "Zeitung“. Die Wirtin Änne Krüger sagte, die Tonnen stünden seit Tagen voll da. "
    "Laut dem Hafenmeister Jörg Ölk fehlen zwölf Fahrer. „Es stinkt“, so der Bäcker "
    "Lür Möhl."
)


def _with_soft_hyphens(text):
    return "".join(
        letter + "\u00ad" * (letter.isalpha() and place % 3 == 1)
        for place, letter in enumerate(text)
    )


def _in_lines(text, width, line_end="\n"):
    return "\n".join(
        line_end.join(textwrap.wrap(line, width)) for line in text.split("\n")
    )


def _with_cut_words(text, width):
    """Each line as full as can be, words cut behind a vowel."""
    found = [""]
    for word in text.replace("\n\n", " \n\n ").split(" "):
        room = width - len(found[-1]) - 2
        cuts = [m.end() for m in CUTS.finditer(word) if 2 <= m.end() <= room]
        if len(found[-1]) + 1 + len(word) <= width or "\n" in word:
            found[-1] = f"{found[-1]} {word}".lstrip(" ")
        elif cuts:
            found[-1] = f"{found[-1]} {word[: cuts[-1]]}-".lstrip(" ")
            found.append(word[cuts[-1] :])
        else:
            found.append(word)
        if "\n" in word:
            found.append("")
    return "\n".join(line.strip(" ") for line in found).replace("\n\n\n", "\n\n")


IN_OTHER_LETTERS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": _with_soft_hyphens,
    "zero width": lambda text: _with_soft_hyphens(text).replace("\u00ad", "\u200b"),
    "blanks that do not break": lambda text: "\ufeff" + text.replace(" ", "\u00a0"),
    "escaped": html.escape,
    "escaped by names": lambda text: html.escape(text).translate(NAMED),
    "commas, apostrophes": lambda text: text.replace("„", ",,").replace("“", "''"),
}
IN_OTHER_LINES = {
    "in a mail": lambda text: "".join(f"> {line}\n" for line in text.split("\n")),
    "in short lines": lambda text: _in_lines(text, 40),
    "in lines of a mail": lambda text: _in_lines(text, 72, "\r\n> "),
    "in a column": lambda text: _with_cut_words(text, 40),
    "in a column of soft hyphens": lambda text: _with_cut_words(text, 34).replace(
        "-\n", "\u00ad \r\n"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("way", [*IN_OTHER_LETTERS, *IN_OTHER_LINES])
def test_however_a_text_is_written_it_says_the_same(way):
    written = {**IN_OTHER_LETTERS, **IN_OTHER_LINES}[way]
    known, found = extract(NEWS), extract(written(NEWS))
    assert [e.name for e in found.entities] == [e.name for e in known.entities]
    assert [(c.speaker_entity, c.sure) for c in found.claims] == [
        (c.speaker_entity, c.sure) for c in known.claims
    ]
    wanted, asked = compose(known), compose(found)
    assert asked
    assert [_keys(q) for q in asked] == [_keys(q) for q in wanted]
    if way in IN_OTHER_LETTERS:
        assert [_read(q) for q in asked] == [_read(q) for q in wanted]


def _keys(question):
    return question.stem.de, {option.text for option in question.key}


def _read(question):
    return question.stem.de, [option.text for option in question.options]


@pytest.mark.parametrize("width", [34, 72])
def test_each_stretch_of_a_claim_is_in_the_raw_text_what_people_read(width):
    raw = _with_cut_words(NEWS, width).replace("\n", "\r\n> ")
    found, flat = extract(raw), extract(NEWS)
    for claim, known in zip(found.claims, flat.claims, strict=True):
        for here, there in zip(claim.content, known.content, strict=True):
            text = plain(here.of(raw)).text
            assert " ".join(text.split()) == there.of(NEWS)
        assert claim.speaker[0].of(raw)[0] == known.speaker[0].of(NEWS)[0]


MAUT = (
    "Die Debatte um die Maut ist neu entbrannt. Der CDU-\nChef Max Huber sagte am "
    "Montag, die Maut treffe Pendler. Bürgermeister Hans-\nPeter Ott sagte, er sei "
    "gegen jede Maut."
)
CLINIC = (
    "Der Landrat Piet Wessels sagte, die Klinik mache seit Jahren Verlust. "
    "Bürgermeister Hans\u2011Peter Ott sagte, die Schließung sei ein schwerer "
    "Fehler. Ärztin Eva Koch-\u200bMeier sagte, die Eltern müssten weit fahren."
)
CASES = [
    (MAUT, {"die Maut treffe": "Max Huber", "er sei gegen": "Hans-Peter Ott"}),
    (CLINIC, {"die Schließung": "Hans-Peter Ott", "die Eltern": "Eva Koch-Meier"}),
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_a_double_name_is_one_however_its_hyphen_is_written(text, said):
    for content, speaker in said.items():
        assert said_by(text, content) == (speaker, True)


@pytest.mark.slow
@pytest.mark.parametrize("at", range(1, NEWS.count(" ") + 1, 3))
def test_a_stray_line_break_gives_the_words_to_nobody_else_for_certain(at):
    words = NEWS.split(" ")
    text = " ".join(words[:at]) + "\n" + " ".join(words[at:])
    known = {_said(claim, NEWS): claim.speaker_entity for claim in extract(NEWS).claims}
    names = {each.id: each.name for each in extract(NEWS).entities}
    found = extract(text)
    for claim in found.claims:
        if claim.sure and _said(claim, text) in known:
            name = found.entity(claim.speaker_entity).name
            assert name == names[known[_said(claim, text)]]


def _said(claim, text):
    return " ".join(" ".join(piece.of(text).split()) for piece in claim.content)
