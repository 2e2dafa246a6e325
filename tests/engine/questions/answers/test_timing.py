"""How long a question takes is proposed by what there is to read and to do."""

from dataclasses import replace

from quiz.engine.questions.answers.timing import proposed_seconds, seconds_for
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question
from tests.engine.make_questions import make_questions

QUESTION = make_questions()[0]


def test_reading_and_thinking_take_time():
    words = len(QUESTION.stem.de.split()) + sum(
        len(option.label.de.split()) for option in QUESTION.options
    )
    least = words / 120 * 60 + 10
    assert least <= proposed_seconds(QUESTION) < least + 5


def test_more_to_read_takes_longer():
    long = replace(QUESTION, stem=Localised("Wort " * 60, "word " * 60))
    assert proposed_seconds(long) >= proposed_seconds(QUESTION) + 20


def test_what_is_put_in_order_takes_longer_than_what_is_clicked():
    cards = replace(QUESTION, answered_by=Form.ORDERING)
    assert proposed_seconds(cards) > proposed_seconds(QUESTION)


def test_it_is_never_longer_than_ten_minutes():
    endless = replace(QUESTION, stem=Localised("Wort " * 9000, ""))
    assert proposed_seconds(endless) == 600


def test_what_a_teacher_sets_holds_and_is_kept():
    timed = replace(QUESTION, seconds=90)
    assert seconds_for(timed) == 90
    assert Question.from_json(timed.as_json()) == timed
    assert seconds_for(QUESTION) == proposed_seconds(QUESTION)
