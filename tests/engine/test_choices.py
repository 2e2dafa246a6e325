"""Which wrong answers were chosen, counted by seats, never of fewer than five."""

from dataclasses import replace

from quiz.engine.choices import most_chosen, wrong_choices
from quiz.engine.questions.option import Localised
from quiz.engine.reporting import FirstAnswer
from tests.engine.make_questions import make_questions

ONE, TWO = make_questions()[:2]


def given(item, question, chosen, first=1):
    return [
        FirstAnswer(f"s{first + at}", item, question, (option,), float(option == "a"))
        for at, option in enumerate(chosen)
    ]


def test_the_wrong_answers_are_counted_and_the_most_chosen_come_first():
    found = wrong_choices([*given("i", ONE, "abbc"), *given("i", ONE, "b", 5)])
    assert [(c.option.id, c.seats, c.answers) for c in found] == [
        ("b", 3, 5),
        ("c", 1, 5),
    ]
    assert found[0].share == 0.6


def test_of_four_seats_nothing_is_told():
    assert wrong_choices(given("i", ONE, "bbbb")) == ()
    assert wrong_choices([]) == ()


def test_two_versions_are_one_and_what_an_option_says_tells_which():
    said = [
        replace(option, label=ONE.options[3 - at].label) if at else option
        for at, option in enumerate(ONE.options)
    ]
    swapped = replace(ONE, options=tuple(said))  # "b" says what "c" said, and back
    found = wrong_choices([*given("i", ONE, "bbb"), *given("i", swapped, "cc", 4)])
    assert [(c.option.label, c.seats) for c in found] == [(ONE.options[1].label, 5)]


def test_a_question_that_everybody_had_right_has_no_wrong_answers():
    assert wrong_choices(given("i", ONE, "aaaaa")) == ()


def test_to_talk_about_are_different_questions_and_no_single_seats():
    answers = [*given("i", ONE, "bbccc"), *given("k", TWO, "aaaab")]
    assert [c.item for c in most_chosen(wrong_choices(answers), 3)] == ["i"]
    assert most_chosen(wrong_choices(answers), 0) == ()


def test_an_option_that_is_gone_is_not_counted():
    other = replace(ONE, stem=Localised("Anders?", "Otherwise?"))
    assert wrong_choices(given("i", other, "xxxxx")) == ()
