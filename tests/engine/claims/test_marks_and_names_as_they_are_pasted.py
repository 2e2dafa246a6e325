"""Quotation marks that pair badly, names and abbreviations as people type them."""

import pytest

from quiz.engine.claims.extract import extract
from tests.engine.claims.said_by import said_by


@pytest.mark.parametrize(
    "marks",
    [
        *("„“", "„”", '„"', "„„", '""', "“”", "““", "””", "”„", '"„'),
        *("»«", "»»", "«»", "««", "„«", "»“", '«"', "»”"),
        *("‚‘", "‚’", "‘’", "''", ",'", "›‹", "‹›"),
        *((",,", "''"), (",,", "”"), ("``", "''"), (">>", "<<"), ("<<", ">>")),
        *(("&bdquo;", "&ldquo;"), ("&quot;", "&quot;"), ("&#8222;", "&#8220;")),
    ],
    ids="…".join,
)
def test_whichever_marks_stand_around_words_each_has_its_own_speaker(marks):
    begin, end = marks
    text = (
        f"{begin}Wir haben große Angst{end}, sagte Eva Koch. "
        f"{begin}Wir gehen hier nicht weg{end}, sagte Tom Berg. "
        f"{begin}Das Dach ist dicht{end}, so Ute Lang."
    )
    assert said_by(text, "Wir haben große Angst") == ("Eva Koch", True)
    assert said_by(text, "Wir gehen hier nicht weg") == ("Tom Berg", True)
    assert said_by(text, "Das Dach ist dicht") == ("Ute Lang", True)
    said = [claim.content for claim in extract(text).claims]
    assert [words.of(text)[-5:] for (words,) in said] == ["Angst", "t weg", "dicht"]


@pytest.mark.parametrize(
    "text",
    [
        "„Wir haben große Angst«, sagte Eva Koch. »Wir gehen nicht“, sagte Tom Berg.",
        "„Wir haben große Angst, sagte Eva Koch. „Wir gehen nicht“, sagte Tom Berg.",
        "„Wir haben große Angst“, sagte Eva Koch. Wir gehen nicht“, sagte Tom Berg.",
        "„Wir haben große Angst, sagte Eva Koch. Wir gehen nicht“, sagte Tom Berg.",
        '"Wir haben große Angst, sagte Eva Koch. "Wir gehen nicht", sagte Tom Berg.',
    ],
)
def test_where_a_mark_is_wrong_or_missing_nobody_gets_another_ones_words(text):
    for claim in extract(text).claims:
        words = " ".join(piece.of(text) for piece in claim.content)
        assert not (claim.sure and "Koch" in words)
        if claim.sure:
            name = "Eva Koch" if "Angst" in words else "Tom Berg"
            assert claim.speaker[0].of(text) == name


@pytest.mark.parametrize("mark", ['"', "„", "»"])
def test_a_quotation_that_each_paragraph_opens_again_is_one_persons(mark):
    closing = {"„": "“", "»": "«"}.get(mark, mark)
    text = (
        f"{mark}Die Schule ist marode, das Dach ist undicht.\n\n{mark}Trotzdem lernen "
        f"die Kinder hier gern{closing}, sagte Jolande Frick. Der Neubau beginnt 2027."
    )
    assert said_by(text, "Die Schule ist marode") == ("Jolande Frick", True)
    assert said_by(text, "Trotzdem lernen") == ("Jolande Frick", True)


@pytest.mark.parametrize(
    "said",
    [
        'Den Titel "Weltmeister" gebe ich nicht her',
        "Er rief 'Feuer' und rannte los",
        'Ich sagte "nie wieder", "nie" und "nimmer"',
    ],
)
def test_straight_marks_within_straight_marks_end_nothing(said):
    text = f'"{said}", sagte Klaas Behrens. "Wir gehen hier nicht weg", so Eva Koch.'
    assert said_by(text, said) == ("Klaas Behrens", True)
    [piece] = extract(text).claims[0].content
    assert piece.of(text) == said


@pytest.mark.parametrize(
    "name",
    [
        *("N'Golo Kanté", "Sean O’Neill", "Gabriele D’Annunzio", "Ngũgĩ wa Thiku"),
        *("Zoë Kravitz-Şahin", "Łukasz Wójcik", "José Ortega y Gasset", "Ria Kamp"),
        *("Владимир Путин", "Αλέξης Τσίπρας", "Nguyễn Văn Đức", "BJÖRN GROSSMANN"),
    ],
)
def test_a_name_is_shown_as_the_text_has_it(name):
    text = f"„Wir stellen niemanden ein“, sagte {name}. Der Betriebsrat ist besorgt."
    assert said_by(text, "Wir stellen")[0] == name


def test_a_name_typed_with_an_accent_for_its_apostrophe_has_one():
    text = "„Wir stellen niemanden ein“, sagte Sean O´Neill. Der Rat ist besorgt."
    assert said_by(text, "Wir stellen") == ("Sean O’Neill", True)


@pytest.mark.parametrize(
    "text",
    [
        "Nora Pauls vom Inst. f. Ökologie sagte: „Der Hamster lebt max. 3 J. lang.“",
        "Die 2. Vorsitzende Nora Pauls sagte am Sa., 4. Okt.: „Der Hamster lebt hier.“",
        "„Der Hamster lebt lt. Nr. 4 d. Liste ca. 3 J.“, sagte Nora Pauls am 1. Dez.",
        "Lehrer*innen-Vertreterin Nora Pauls sagte: „Der Hamster lebt nur hier.“",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    assert said_by(text, "Der Hamster lebt") == ("Nora Pauls", True)
