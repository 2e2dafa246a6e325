"""Wrong answers from outside, where an article has too few voices of its own."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import QuestionKind
from tests.engine.questions.stories import person, told


def brief(text, *notes):
    """One claim by the council in a text, with whoever else it names."""
    claim = {
        "content": ["die Brücke werde bald wieder sicher sein"],
        "speaker": "Stadtrat",
        "speaker_text": "Der Stadtrat",
        "cue": ["sagte"],
    }
    return told(text, [{"name": "Stadtrat", "kind": "organisation"}, *notes], claim)


BRIEF = "Der Stadtrat sagte, die Brücke werde bald wieder sicher sein. Jo Ried nickte."


TOLD = (
    "„Der Zaun am alten Hafen ist endlich repariert“, sagte Bürgermeisterin Mara Lenk "
    "der Nachrichtenagentur AFP. Am Abend regnete es."
)


def asked(text, kind):
    found = [q for q in compose(extract(text)) if q.kind is kind]
    return [option for question in found for option in question.options]


def test_where_sources_are_few_it_is_asked_whether_the_article_has_it_directly():
    options = asked(TOLD, QuestionKind.WHICH_SOURCE)
    assert {o.text: o.label.de for o in options} == {
        "AFP": "AFP",
        "Mara Lenk": "direkt von Mara Lenk",
        "Das sagt der Artikel nicht": "Das sagt der Artikel nicht",
    }
    assert [o.text for o in options if o.correct] == ["AFP"]


def test_where_nobody_else_can_be_a_source_nobody_from_outside_stands_beside_it():
    told = "Wie die Nachrichtenagentur AFP meldet, ist der Zaun am Hafen repariert."
    options = asked(f"{told} Am Abend regnete es.", QuestionKind.WHICH_SOURCE)
    assert {o.text for o in options} == {
        "AFP",
        "aus eigener Recherche",
        "Das sagt der Artikel nicht",
    }
    assert [o.text for o in options if o.correct] == ["AFP"]


@pytest.mark.parametrize("to", ["dem Spiegel", "zum Spiegel"])
def test_an_outlet_that_may_be_the_articles_own_does_not_stand_beside_its_speaker(to):
    told = f"„Der Zaun ist endlich repariert“, sagte Bürgermeisterin Mara Lenk {to}."
    options = asked(f"{told} Am Abend regnete es.", QuestionKind.WHICH_SOURCE)
    assert {o.text for o in options} == {
        "Spiegel",
        "allen auf einer Pressekonferenz",
        "Das sagt der Artikel nicht",
    }
    assert [o.text for o in options if o.correct] == ["Spiegel"]


def told_to(more):
    told = f"„Der Zaun ist endlich repariert“, sagte Bürgermeisterin Mara Lenk {more}"
    return [
        question
        for question in compose(extract(f"{told} Am Abend regnete es."))
        if question.kind is QuestionKind.WHICH_SOURCE
    ]


def test_what_was_only_said_to_an_outlet_is_asked_as_that():
    [question] = told_to("dem Spiegel.")
    assert question.stem.de.startswith("Wem wurde das gesagt? „")


def test_the_answers_and_reasons_speak_of_who_was_told():
    [question] = told_to("dem Spiegel. „Der Bach ist zu tief“, sagte Landrat Udo Moor.")
    assert [each.label.de for each in question.key] == ["dem Spiegel"]
    reasons = {each.label.de: each.rationale.de for each in question.distractors}
    assert reasons["Das sagt der Artikel nicht"].endswith("wem es gesagt wurde.")
    assert reasons["Udo Moor"].startswith("Udo Moor ist")
    assert reasons["Udo Moor"].endswith("Gesagt bekam es der Spiegel.")
    assert "wem es gesagt wurde" in question.explanation.de
    assert not any("Quelle" in each for each in reasons.values())


def test_of_several_outlets_each_has_the_article_that_it_takes():
    told = "dem Spiegel. Wie die Talpost und Radio Kiesel berichten, regnet es im Mai."
    [question, *_] = told_to(told)
    labels = {each.label.de for each in question.options if each.entity}
    assert "dem Spiegel" in labels
    assert labels & {"der Talpost", "Radio Kiesel"}


def test_a_press_conference_is_no_wrong_answer_where_the_article_tells_of_one():
    assert told_to("dem Spiegel. Die Pressekonferenz war am Abend zu Ende.") == []


def test_who_is_heard_elsewhere_is_a_wrong_answer_to_whom_it_was_said():
    [question] = told_to("dem Spiegel. „Der Bach ist zu tief“, sagte Landrat Udo Moor.")
    assert {each.text for each in question.distractors} == {
        "Udo Moor",
        "Das sagt der Artikel nicht",
    }


def test_who_is_heard_elsewhere_is_no_source_of_what_an_outlet_tells():
    told = "Laut Spiegel ist der Zaun am alten Hafen seit Mai repariert."
    said = "„Der Bach ist zu tief“, sagte Landrat Udo Moor."
    options = asked(f"{told} Am Abend regnete es. {said}", QuestionKind.WHICH_SOURCE)
    assert {each.label.de for each in options} == {
        "der Spiegel",
        "direkt von Udo Moor",
        "Das sagt der Artikel nicht",
    }


@pytest.mark.parametrize(
    "told",
    [
        "Nach Einschätzung der Tageszeitung Talpost ist der Zaun am Hafen zu teuer.",
        "Im Interview mit der Tageszeitung Talpost spricht Jo Ried über alte Zäune.",
        "„Der Zaun ist endlich repariert“, schrieb Mara Lenk auf Facebook.",
        "Die Forscher um Mara Lenk schreiben im Fachblatt Talpost, der Zaun sei alt.",
    ],
)
def test_what_an_outlet_thinks_or_others_write_in_it_is_no_report(told):
    assert asked(f"{told} Am Abend regnete es.", QuestionKind.WHICH_SOURCE) == []


def test_nobody_stands_beside_words_of_others_who_is_not_in_the_article():
    assert asked(TOLD, QuestionKind.WHO_SAID) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RDO", "Rat der Orte"),  # its first letters
        ("Polizei", "Polizeipräsidium Westpfalz"),  # it may be part of it
        ("EU-Amt", "EU-Umweltamt Fulm"),  # it may be short for it
    ],
)
def test_bodies_that_may_be_one_never_stand_beside_each_other(one, other):
    bodies = ({"name": name, "kind": "organisation"} for name in (one, other))
    story = brief(BRIEF, *bodies)
    ids = {entity.name: entity.id for entity in story.entities}
    identity = Dossier(story).identity
    assert identity.exclude(ids[one], ids[other])
    assert not identity.exclude(ids[one], ids["Stadtrat"])


def test_whoever_sits_on_a_throne_has_another_name_too():
    story = brief(
        BRIEF,
        person("Franziskus", "Papst Franziskus"),
        person("Jorge Bergoglio", "Bergoglio"),
        person("Jo Ried", "Ried"),
    )
    ids = {entity.name: entity.id for entity in story.entities}
    identity = Dossier(story).identity
    assert identity.exclude(ids["Franziskus"], ids["Jorge Bergoglio"])
    assert not identity.exclude(ids["Jo Ried"], ids["Jorge Bergoglio"])
