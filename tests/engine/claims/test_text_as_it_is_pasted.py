"""Titles with full stops, gender forms and what nobody sees make nobody else speak."""

import unicodedata

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose

MAYOR = "Bürgermeister Jan Ohm sagte, die Reparatur koste neun Millionen Euro. "


def said_by(text, content):
    """Who says what begins so, and whether that is sure."""
    found = extract(text)
    for claim in found.claims:
        if claim.content[0].of(text).startswith(content):
            speaker = claim.speaker_entity
            return found.entity(speaker).name if speaker else None, claim.sure
    return None


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


@pytest.mark.slow
@pytest.mark.parametrize(
    "written",
    [
        lambda text: unicodedata.normalize("NFD", text),
        _with_soft_hyphens,
        lambda text: _with_soft_hyphens(text).replace("\u00ad", "\u200b"),
        lambda text: "\ufeff" + text.replace(" ", "\u00a0"),
    ],
    ids=["decomposed", "soft hyphens", "zero width", "blanks that do not break"],
)
def test_however_a_text_is_written_it_says_the_same(written):
    raw = written(NEWS)
    plain, found = extract(NEWS), extract(raw)
    assert [e.name for e in found.entities] == [e.name for e in plain.entities]
    assert [(c.speaker_entity, c.sure) for c in found.claims] == [
        (c.speaker_entity, c.sure) for c in plain.claims
    ]
    asked = [(q.stem.de, [o.text for o in q.options]) for q in compose(found)]
    assert asked == [(q.stem.de, [o.text for o in q.options]) for q in compose(plain)]
    assert asked
