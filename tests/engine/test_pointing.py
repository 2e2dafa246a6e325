"""When somebody is asked to point at a sentence, at which one, and what it is worth."""

from dataclasses import replace

import pytest

from quiz.engine.pointing import (
    POINTS_FOR_A_PLACE,
    Pointed,
    asked_at,
    can_point,
    pointed_at,
    points_for_a_place,
    sentences_of,
)
from quiz.engine.questions.option import FixedVoice
from quiz.engine.questions.question import Marked, MarkRole, QuestionKind
from quiz.engine.text.span import Span
from tests.engine.make_questions import make_questions

TEXT = (
    "Markt am Fluss\n\nAm Montag war Markt. Es gab Brot. Paula Sander kam früh. "
    "„Das Brot ist warm“, sagte sie. Emil Brandt aß davon.\n\n"
    "Abends war alles verkauft."
)
SENTENCES = sentences_of(TEXT, "de")


def stretch(words):
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


NAMED, SAID = "Paula Sander kam früh.", "„Das Brot ist warm“, sagte sie."


def question(*evidence):
    speaker = Marked(MarkRole.SPEAKER, stretch("Paula Sander"))
    return replace(
        make_questions()[0], evidence=tuple(map(stretch, evidence)), marks=(speaker,)
    )


@pytest.mark.parametrize("questions", range(4, 21))
def test_one_is_asked_once_or_twice_a_round_and_never_at_its_ends(questions):
    for seed in range(200):
        numbers = sorted(asked_at(seed, questions))
        assert 1 <= len(numbers) <= 2
        assert numbers[0] > 1
        assert numbers[-1] < questions
        assert len(numbers) == 1 or numbers[1] - numbers[0] >= 3
        assert asked_at(seed, questions) == set(numbers)


def test_rounds_of_eight_ask_twice_and_not_always_at_the_same_questions():
    rounds = {asked_at(seed, 8) for seed in range(200)}
    assert {len(each) for each in rounds} == {2}
    assert len(rounds) == 5


def test_every_word_stands_in_one_sentence():
    joined = "".join(span.of(TEXT) for span in SENTENCES)
    assert "".join(joined.split()) == "".join(TEXT.split())


def test_sentences_stand_where_they_stand_in_the_text_as_it_was_given():
    odd = TEXT.replace("Montag", "Mon\u00adtag")
    assert [span.of(odd).replace("\u00ad", "") for span in sentences_of(odd, "de")] == [
        span.of(TEXT) for span in SENTENCES
    ]


@pytest.mark.parametrize(
    ("evidence", "can"),
    [
        ([SAID], True),
        ([NAMED, SAID], True),
        ([f"{NAMED} {SAID}"], True),
        (["Am Montag war Markt.", NAMED, SAID], False),
        ([f"Es gab Brot. {NAMED} {SAID}"], False),
        (["„Das Brot ist warm“"], False),
        ([], False),
    ],
)
def test_one_points_where_one_or_two_whole_sentences_show_it(evidence, can):
    assert can_point(question(*evidence), SENTENCES) is can


def test_there_is_nothing_to_point_at_for_a_no_or_where_nobody_speaks():
    asked = question(SAID)
    assert can_point(asked, SENTENCES)
    assert not can_point(replace(asked, kind=QuestionKind.SAID_IT), SENTENCES)
    options = tuple(
        replace(option, entity=FixedVoice.ARTICLE) if option.correct else option
        for option in asked.options
    )
    assert not can_point(replace(asked, options=options), SENTENCES)


@pytest.mark.parametrize(
    ("evidence", "sentence", "how"),
    [
        ([SAID], SAID, Pointed.FOUND),
        ([NAMED, SAID], NAMED, Pointed.FOUND),
        ([SAID], NAMED, Pointed.BESIDE),
        ([SAID], "Emil Brandt aß davon.", Pointed.BESIDE),
        (["Abends war alles verkauft."], NAMED, Pointed.NAMES),
        ([SAID], "Es gab Brot.", Pointed.ELSEWHERE),
        ([SAID], "Markt am Fluss", Pointed.ELSEWHERE),
    ],
)
def test_a_sentence_is_found_near_or_elsewhere(evidence, sentence, how):
    found = pointed_at(stretch(sentence), question(*evidence), TEXT, SENTENCES)
    assert found is how


def test_a_found_place_makes_no_answer_worth_more_than_a_right_one():
    shares = (0.0, 0.5, 0.9, 1.0)
    assert [points_for_a_place(share) for share in shares] == [
        POINTS_FOR_A_PLACE,
        POINTS_FOR_A_PLACE,
        10,
        0,
    ]
