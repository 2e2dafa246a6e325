"""Wrong answers that the words of a question do not rule out by themselves."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind

TOWN = (
    "Streit um die Brücke\n\nDie Brücke von Talheim ist zu.\n\n"
    "„Wir bauen im Mai einen neuen Steg“, sagte Jonas Ried.\n\n"
    "„Die Händler haben keine Kunden mehr“, sagte Tilda Voss.\n\n"
    "„Der Umweg kostet uns viel Zeit“, sagte Peter Holm.\n\n"
    "{sentence}"
)


def wrong(sentence, words):
    found = [
        question
        for question in compose(extract(TOWN.format(sentence=sentence)))
        if question.kind is QuestionKind.WHO_SAID and words in question.passage
    ]
    return {option.text for each in found for option in each.distractors}


def test_whoever_is_named_in_the_words_is_no_option():
    there = wrong(
        "„Der alte Plan von Jonas Ried taugt nichts“, sagte Kai Moos.", "Plan"
    )
    assert there
    assert "Jonas Ried" not in there


def test_behind_a_mask_a_possessive_wants_who_it_can_mean():
    sentence = "Kai Moos versprach, dass seine Firma den Steg bald repariert."
    there = wrong(sentence, "Firma")
    assert there
    assert "Tilda Voss" not in there


def test_a_possessive_as_the_first_word_wants_who_it_can_mean_too():
    sentence = "Seine Firma repariere den alten Steg bald, sagte Kai Moos."
    there = wrong(sentence, "Firma")
    assert there
    assert "Tilda Voss" not in there


@pytest.mark.parametrize("sentence", ["„Das ist Unsinn für alle“, sagte Kai Moos."])
def test_words_that_point_back_are_not_asked_about(sentence):
    assert wrong(sentence, "Unsinn") == set()


def test_a_role_of_everybody_stands_behind_the_names():
    text = TOWN.format(
        sentence="„Der Fluss steigt heute noch weiter an“, sagte Förster Kai Moos."
    )
    for role, name in (
        ("Landrat", "Jonas Ried"),
        ("Lehrerin", "Tilda Voss"),
        ("Wirt", "Peter Holm"),
    ):
        text = text.replace(name, f"{role} {name}")
    labels = {
        option.label.de
        for question in compose(extract(text))
        if question.kind is QuestionKind.WHO_SAID
        for option in question.options
    }
    assert "Kai Moos, Förster" in labels
    assert all(", " in label for label in labels)


def test_no_label_sticks_out_beside_bare_names():
    text = TOWN.format(
        sentence="Der Fluss steige weiter an, sagte Kai Moos der Zeitung Talpost."
    )
    labels = [
        option.label.de
        for question in compose(extract(text))
        if question.kind is QuestionKind.WHO_SAID
        for option in question.options
    ]
    assert "die Talpost" in labels
    assert not any(", " in label for label in labels)
