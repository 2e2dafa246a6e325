"""Which of the two said it."""

from collections import Counter

from quiz.engine.questions.question import QuestionKind
from tests.engine.questions.kinds.mill import LEAD, TEXT, asked


def test_who_belongs_to_a_group_is_never_one_of_two():
    text = TEXT.replace("Stadtrat Emil Vogt", "Die Anwälte").replace(
        "Vogt erklärte", "Die Anwälte erklärten"
    )
    assert asked(text, QuestionKind.ONE_OF_TWO) == []


def test_each_of_two_voices_is_the_key_as_often():
    questions = asked(TEXT, QuestionKind.ONE_OF_TWO)
    keys = Counter(question.key[0].text for question in questions)
    assert set(keys) == {"Jana Rothe", "Emil Vogt"}
    assert len(set(keys.values())) == 1


def test_of_two_the_key_stands_first_as_often_as_second():
    questions = asked(TEXT, QuestionKind.ONE_OF_TWO)
    first = sum(question.options[0].correct for question in questions)
    assert abs(2 * first - len(questions)) <= 1


def test_one_voice_alone_is_not_asked_for_as_one_of_two():
    text = f"{LEAD}\n\n„Das Korn kommt nur von Höfen“, sagte Müllerin Jana Rothe."
    assert asked(text, QuestionKind.ONE_OF_TWO) == []


def test_whoever_may_speak_for_a_body_is_not_asked_about_beside_it():
    text = (
        "Die Mühle am Wehr\n\nDie Mühle steht offen. Der Mühlenbund tagte gestern.\n\n"
        "„Die alte Mühle bleibt im Winter zu“, sagte Mara Lenk vom Mühlenbund.\n\n"
        "Das Rad am Wehr sei zu alt, teilte der Mühlenbund mit.\n\n"
        "„Die Kinder malen hier am liebsten“, sagte Mara Lenk."
    )
    assert asked(text, QuestionKind.ONE_OF_TWO) == []
