"""What kind of statement it is, by the verb that gives it."""

from dataclasses import replace

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.validity import violations
from tests.engine.questions.kinds.test_sorting import TOWN, asked


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Der Stadtrat kündigte an, den Steg zu streichen.", "Das kommt noch."),
        ("Die USA vermuten, dass der Biber zurück ist.", "Vielleicht ist es so."),
        ("Die Polizei bestätigte, der Weg sei frei.", "So ist oder war es."),
        ("Die Polizei bestätigte, der Weg werde frei.", None),
        ("Die Polizei teilte mit, die Fahrt sei frei.", None),
        ("Die Polizei kritisierte, der Weg sei zu spät geöffnet worden.", None),
        ("Der Stadtrat sagte, der Steg sei schön.", None),
        ("Der Bau hat – wie berichtet – am Montag begonnen.", None),
    ],
)
def test_the_verb_tells_what_kind_of_statement_it_is(sentence, key):
    others = (
        "Russland vermutet, dass die Brücke zu schmal ist.\n\n"
        "Die Feuerwehr kündigte an, die Leiter zu prüfen."
    )
    text = f"{TOWN}\n\n{others}\n\n{sentence}"
    found = {
        question.key[0].text
        for seed in range(9)
        for question in compose(extract(text), seed)
        if question.kind is QuestionKind.STATEMENT_TYPE
        and question.passage == sentence[:-1]
    }
    assert found == ({key} if key else set())


TYPES = (
    f"{TOWN}\n\nRussland vermutet, dass die Brücke zu schmal ist.\n\n"
    "Die Feuerwehr kündigte an, die Leiter zu prüfen."
)


def test_an_answer_in_its_older_words_stays_right():
    older = {
        "Das kommt noch.": "Ankündigung: Das kommt noch",
        "Vielleicht ist es so.": "Vermutung: vielleicht",
    }
    questions = asked(TYPES, QuestionKind.STATEMENT_TYPE)
    assert questions
    for question in questions:
        options = tuple(
            replace(option, label=Localised(label, option.label.en))
            for option in question.options
            for label in [older.get(option.label.de, option.label.de)]
        )
        again = violations(replace(question, options=options), extract(TYPES))
        assert not [each for each in again if each.level == "block"]


def test_no_answer_repeats_the_verb_that_tells_it():
    questions = asked(TYPES, QuestionKind.STATEMENT_TYPE)
    labels = [option.label.de for each in questions for option in each.options]
    assert labels
    assert not any("ündig" in label or "ermut" in label for label in labels)
