"""Passing a statement on fairly: asked of what is plainly stated, in good German."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind

TOWN = """Der Steg am Weiher

Am Weiher von Lindach steht ein neuer Steg.

„Das Holz kommt aus der Nähe“, erklärte der Förster Tomasz Wilke.

„Die Kosten sind viel zu hoch“, sagte der Kaufmann Emre Sander am Montag."""


def asked(quotation, frame="sagte die Bürgermeisterin Carla Neumark"):
    """The question about these words, None where there is none."""
    text = f"{TOWN}\n\n„{quotation}“, {frame}."
    found = [
        question
        for question in compose(extract(text))
        if question.kind is QuestionKind.KEEP_THE_ATTRIBUTION
        and quotation in question.key[0].text
    ]
    assert len(found) <= 1
    return found[0] if found else None


def test_a_plain_statement_is_passed_on_in_three_ways():
    question = asked("Der Steg hält fünfzig Jahre")
    labels = {option.label.de for option in question.options}
    assert "„Der Steg hält fünfzig Jahre“, sagte Carla Neumark." in labels
    assert "Fest steht: Der Steg hält fünfzig Jahre." in labels
    assert len(labels) == len([x for x in labels if "Steg hält fünfzig Jahre" in x])
    assert "“Der Steg hält fünfzig Jahre,” said Carla Neumark." in {
        option.label.en for option in question.options
    }


def test_an_outlet_that_passed_it_on_speaks_through_its_desk():
    frame = "sagte die Bürgermeisterin Carla Neumark laut Radio Seeblick"
    question = asked("Der Steg hält fünfzig Jahre", frame)
    assert "„Der Steg hält fünfzig Jahre“, findet die Redaktion (Radio Seeblick)." in {
        option.label.de for option in question.options
    }


@pytest.mark.parametrize(
    "quotation",
    [
        "Bleiben Sie heute bitte vom Steg weg",
        "Hoffentlich hält der Steg noch zehn Jahre",
        "Aber der Steg hält noch fünfzig Jahre",
        "Da hat wohl jemand die Pfosten vergessen",
        "Dann bauen die Leute den Steg nie",
        "Bei Regen steht er oft unter Wasser",
        "Der ist beim Bauen glatt umgefallen",
        "Auf meiner Karte war der Steg länger",
    ],
)
def test_what_states_nothing_by_itself_is_not_asked_about(quotation):
    assert asked(quotation) is None


def test_nobody_is_an_option_who_would_speak_of_himself_by_name():
    question = asked("Tomasz Wilke hat den Steg gut gebaut")
    assert not any("sagte Tomasz Wilke" in o.text for o in question.options)
