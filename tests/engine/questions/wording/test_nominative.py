import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.nominative import (
    called,
    dative_of,
    named_as_subject,
)
from quiz.engine.questions.wording.reasons import who_said_it


def named(text: str, name: str):
    dossier = Dossier(extract(f"Neues aus Ried\n\n{text}"))
    [entity] = [e for e in dossier.extraction.entities if e.name == name]
    return entity, dossier


@pytest.mark.parametrize(
    ("text", "name", "de"),
    [
        (
            "Der Damm sei dicht, sagte der Rechnungshof am Montag.",
            "Rechnungshof",
            "der Rechnungshof",
        ),
        (
            "Der Damm sei dicht, teilte das Bauamt mit.",
            "Bauamt",
            "das Bauamt",
        ),
        (
            "Laut der Talpartei ist der Damm am Fluss seit dem Mai dicht.",
            "Talpartei",
            "die Talpartei",
        ),
        (
            "Der Damm sei dicht, sagte Mara Lenk dem Talboten am Montag.",
            "Talbote",
            "der Talbote",
        ),
        (
            "Der Damm sei dicht, meldete die Agentur NNA. Die NNA nannte keinen Namen.",
            "NNA",
            "die NNA",
        ),
    ],
)
def test_a_voice_has_the_article_that_the_text_shows(text, name, de):
    assert called(*named(text, name)).de == de


def test_several_have_a_verb_in_the_plural():
    found = named("Der Damm sei dicht, sagten die Forscher am Montag.", "Forscher")
    assert who_said_it(*found) == Localised(
        "Gesagt haben es die Forscher.", "The researchers said it."
    )


def test_a_name_that_needs_no_article_gets_none():
    text = "Der Damm sei dicht, meldete Radio Kiesel am Montag."
    assert called(*named(text, "Radio Kiesel")) == Localised.alike("Radio Kiesel")


def test_a_lone_surname_keeps_the_word_before_it():
    text = "Der Damm sei dicht, sagte Frau Demir. Das sah Herr Lorenz anders."
    assert called(*named(text, "Demir")) == Localised("Frau Demir", "Ms Demir")


def test_a_common_body_is_called_by_its_english_noun():
    text = "Der Damm sei dicht, sagte die Polizei. Die Polizei sperrte die Gasse."
    assert called(*named(text, "Polizei")) == Localised("die Polizei", "the police")


def test_an_adjective_is_bent_behind_the_article():
    text = "Laut dem Grünen Bund ist der Damm dicht. Grüner Bund und Rat schweigen."
    entity, dossier = named(text, "Grüner Bund")
    subject = named_as_subject(entity, dossier)
    assert subject is not None
    assert subject.words.de == "der Grüne Bund"


def test_whoever_is_told_stands_in_the_dative():
    text = "Der Damm sei dicht, sagte Mara Lenk dem Talboten am Montag."
    assert dative_of(*named(text, "Talbote")) == "dem Talboten"
