"""Questions that are answered by marking words of a sentence."""

from dataclasses import replace

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.validity import violations

TEXT = (
    "Die Brücke in Talheim ist gesperrt. Bürgermeisterin Vera Lenk sagte, der Riss "
    "könnte sich im Winter weiten. Förster Kai Moos erklärte, das Eis auf dem Teich "
    "sei viel zu dünn. Die Stege seien repariert, sagte Kapitänin Ida Krull Radio Ufer."
)


@pytest.fixture(scope="module")
def story():
    return extract(TEXT)


def asked(story, kind):
    return [question for question in compose(story) if question.kind is kind]


def right(question):
    return [option.text.strip(",.") for option in question.key]


def test_the_word_that_weakens_it_is_right_and_the_konjunktiv_is_not(story):
    (question,) = asked(story, QuestionKind.HEDGE_SPOT)
    assert right(question) == ["könnte"]


def test_the_words_of_the_sentence_are_the_options_in_their_order(story):
    (question,) = asked(story, QuestionKind.HEDGE_SPOT)
    words = [option.text for option in question.options]
    assert words[:4] == ["Bürgermeisterin", "Vera", "Lenk", "sagte,"]
    assert words[-1] == "weiten."


def test_verb_and_name_show_where_it_comes_from(story):
    found = [right(question) for question in asked(story, QuestionKind.CUE_SPOT)]
    assert ["Förster", "Kai", "Moos", "erklärte"] in found


def test_one_right_word_is_enough_and_a_wrong_one_takes_a_right_one_away(story):
    question = asked(story, QuestionKind.CUE_SPOT)[0]
    keys = [option.id for option in question.key]
    wrong = [option.id for option in question.distractors]
    assert grade(question, keys[:1]).is_right
    assert grade(question, keys).is_right
    assert grade(question, [*keys[:2], wrong[0]]).share == 0.5
    assert grade(question, [keys[0], *wrong]).share == 0.0
    assert grade(question, wrong[:1]).share == 0.0


def test_a_question_with_another_word_as_its_key_is_not_valid(story):
    question = asked(story, QuestionKind.CUE_SPOT)[0]
    first, *rest = question.options
    turned = replace(
        question, options=(replace(first, correct=not first.correct), *rest)
    )
    assert any(each.level == "block" for each in violations(turned, story))
    assert not any(each.level == "block" for each in violations(question, story))
