"""What is told after an answer: how it went, how close it was, and why."""

from uuid import uuid4

import pytest

from quiz.engine.questions.option import STANDING_LINE, Localised, Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.play.sentences import NEAR, Why, why_in
from quiz.play.service import Place
from quiz.play.sheet import Sheet
from quiz.play.steps import Step

WHY = "Gesagt hat es Ada. Das zeigt: „Nein. Nie“, sagte Ada. Der Satz davor hilft. "


def option(name, mistake=None):
    label = Localised.alike(name)
    return Option(name, name, None, mistake is None, mistake, label, label)


RIGHT, NEARLY, OTHER = option("Ada"), option("Agentur", "M1"), option("Cora", "M3")


def sheet(chosen, shares=(1.0,), number=1):
    why = WHY + STANDING_LINE.de
    question = Question(
        "q",
        QuestionKind.WHO_SAID,
        "c1",
        Localised.alike("Wer?"),
        "",
        (RIGHT, NEARLY, OTHER),
        Localised(why, why),
        (),
        (),
    )
    steps = tuple(Step(at, share, counts=True) for at, share in enumerate(shares, 1))
    return Sheet(
        place=Place(uuid4(), number),
        steps=steps,
        question=question,
        shown=(OTHER, NEARLY, RIGHT),
        reply=(chosen,),
        share=shares[number - 1],
        article=None,
    )


@pytest.mark.parametrize(("chosen", "is_near"), [(NEARLY, True), (OTHER, False)])
def test_a_wrong_choice_may_be_close(chosen, is_near):
    found = sheet(chosen, (0.0,))
    assert found.verdict == "wrong"
    assert (found.mistake in NEAR) is is_near


def test_a_right_answer_shows_no_mistake():
    assert sheet(RIGHT).verdict == "right"
    assert sheet(RIGHT).mistake is None


def test_the_key_comes_first_and_what_was_not_chosen_stands_behind_the_fold():
    assert sheet(NEARLY, (0.0,)).told == (RIGHT, NEARLY)
    assert sheet(NEARLY, (0.0,)).untold == (OTHER,)


def test_right_answers_in_a_row_are_counted_back_from_this_one():
    shares = (1.0, 0.0, 1.0, 1.0, None)
    assert [sheet(RIGHT, shares, number).streak for number in (1, 2, 3, 4)] == [
        1,
        0,
        1,
        2,
    ]


def test_only_the_newest_answer_is_an_event():
    shares = (1.0, 0.0, None)
    assert [sheet(RIGHT, shares, number).is_newest for number in (1, 2)] == [
        False,
        True,
    ]


def test_two_sentences_are_read_at_a_glance_and_none_ends_inside_a_quotation():
    why = sheet(RIGHT).why("de")
    assert why.glance == "Gesagt hat es Ada. Das zeigt: „Nein. Nie“, sagte Ada."
    assert why.more == ("Der Satz davor hilft.",)
    assert why_in("").glance == ""


@pytest.mark.parametrize(
    "sentences",
    [
        [
            "Lena Weber said it.",
            "In the text: “sagte Dr. Lena Weber vom Naturschutzamt”.",
            "The words stand before it.",
        ],
        ["She said it.", "It shows: “Nein. Nie”, she said.", "Look there."],
        [
            "Das ist z. B. hier so.",
            "Herr Prof. Weber kam am 3. Oktober.",
            "Er blieb bei Frau Dr. Moos.",
        ],
    ],
)
def test_no_sentence_ends_in_a_quotation_or_behind_an_abbreviation(sentences):
    *glance, last = sentences
    assert why_in(" ".join(sentences)) == Why(" ".join(glance), (last,))
