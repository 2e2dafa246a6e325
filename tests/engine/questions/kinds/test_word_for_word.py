"""Whether words are given word for word, in indirect speech or summed up."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from tests.engine.questions.kinds.test_sorting import asked

CLAUSE = "Neumark sagte, dass der Weiher im Sommer viel zu warm ist."


@pytest.mark.parametrize(
    ("others", "manners"),
    [
        ("„Die Enten bleiben den ganzen Winter“, sagte der Förster Wilke.", 2),
        ("Wilke: Die Enten bleiben den ganzen Winter am Weiher.", 0),
        ("Die Enten bleiben den ganzen Winter am Weiher, sagte Wilke.", 0),
    ],
)
def test_without_quotation_marks_nothing_is_called_word_for_word(others, manners):
    before = "Am Weiher steht ein Steg. Bürgermeisterin Carla Neumark baute ihn."
    turns = "Neumark: Der Steg ist neu.\n\nNeumark: Er hält lange."
    text = f"Der Steg\n\n{before}\n\n{turns}\n\n{others}\n\n{CLAUSE}"
    found = asked(text, QuestionKind.DIRECT_OR_INDIRECT)
    assert len({question.key[0].text for question in found}) == manners


@pytest.mark.parametrize(
    "words",
    [
        "Laut Förster Wilke reicht der Zaun am Weiher bis zum Wald",
        "Förster Wilke versprach, den Zaun am Weiher bald zu flicken",
        "Sie sagte, dass der Zaun am Weiher bis zum Wald reicht",
    ],
)
def test_what_may_as_well_sum_up_is_not_called_indirect_speech(words):
    before = "Am Weiher steht ein Steg. Bürgermeisterin Carla Neumark baute ihn."
    direct = "„Die Enten bleiben den ganzen Winter“, sagte der Förster Wilke."
    text = f"Der Steg\n\n{before}\n\n{direct} {words}.\n\n{CLAUSE}"
    found = asked(text, QuestionKind.DIRECT_OR_INDIRECT)
    assert found
    assert not any("Zaun" in question.passage for question in found)


def test_what_opens_the_article_may_sum_up_what_follows():
    said = "Der Weiher ist viel zu warm für die Enten, sagt Förster Tomasz Wilke."
    rest = f"Er kommt oft her.\n\n„Das Holz hält lange“, sagte Wilke.\n\n{CLAUSE}"
    text = f"Der Steg\n\n{said} {rest}"
    for seed in range(4):
        for question in compose(extract(text), seed):
            if question.kind is QuestionKind.DIRECT_OR_INDIRECT:
                assert "für die Enten" not in question.passage
