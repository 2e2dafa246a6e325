"""Questions that are answered by marking words of a sentence."""

from dataclasses import replace

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.independence import Independence, place_in_turn
from quiz.engine.questions.rules.validity import violations

TEXT = (
    "Die Brücke in Talheim ist gesperrt. Bürgermeisterin Vera Lenk sagte, der Riss "
    "werde sich im Winter vermutlich weiten. Laut Förster Kai Moos ist das Eis auf dem "
    "Teich viel zu dünn. Die Stege seien repariert, sagte Kapitänin Ida Krull Radio "
    "Ufer."
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
    assert right(question) == ["vermutlich"]


@pytest.mark.parametrize(
    "said",
    [
        "sagte, die Leute könnten nun wieder über den Steg gehen",
        "befürchtet, dass der Riss sich vermutlich noch weiter öffnet",
        "sagte, der Riss werde wohl größer, falls es wieder friere",
    ],
)
def test_what_is_allowed_or_left_open_twice_has_no_one_word_to_mark(said):
    text = TEXT.replace("sagte, der Riss werde sich im Winter vermutlich weiten", said)
    assert asked(extract(text), QuestionKind.HEDGE_SPOT) == []


@pytest.mark.parametrize(
    "said",
    [
        "sagte, der Riss sei den Leuten sicherlich bekannt und wohl schon alt",
        "sagte, die Stadt habe sich über einen angeblich gesperrten Steg geärgert",
        "sagte, der Riss sei angeblich groß und die Meldung davon eine Falschmeldung",
    ],
)
def test_beside_certainty_in_an_attribute_or_of_a_lie_no_one_word_is_asked_for(said):
    text = TEXT.replace("sagte, der Riss werde sich im Winter vermutlich weiten", said)
    assert asked(extract(text), QuestionKind.HEDGE_SPOT) == []


@pytest.mark.parametrize(
    "said",
    [
        "Man könnte sagen, dass dem Steg das Wasser bis zum Hals steht",
        "Dann bin ich im nächsten Winter wohl die Brücke",
        "Ich könnte den ganzen Tag auf dem Steg in der Sonne stehen",
    ],
)
def test_what_one_may_only_say_so_word_for_word_is_not_asked_about(said):
    text = f"{TEXT} „{said}“, sagte Lenk am Montag."
    (question,) = asked(extract(text), QuestionKind.HEDGE_SPOT)
    assert right(question) == ["vermutlich"]


def test_a_hedge_of_two_words_is_no_answer_to_which_word():
    more = "weiten. Die Tiefe liege nach bisherigen Erkenntnissen bei einem Zoll."
    (question,) = asked(extract(TEXT.replace("weiten.", more)), QuestionKind.HEDGE_SPOT)
    assert right(question) == ["vermutlich"]


def test_what_the_next_sentence_calls_a_lie_is_not_left_open():
    text = TEXT.replace("weiten.", "weiten. Das ist eine glatte Lüge.")
    assert asked(extract(text), QuestionKind.HEDGE_SPOT) == []


def test_what_somebody_calls_possible_word_for_word_is_left_open():
    said = "„Der Riss könnte sich im Winter weiten“, sagte Lenk am Montag."
    (question,) = asked(extract(f"{TEXT} {said}"), QuestionKind.HEDGE_SPOT)[1:]
    assert right(question) == ["könnte"]
    assert "Konjunktiv" not in question.explanation.de


@pytest.mark.parametrize(
    ("said", "hedges"),
    [
        ("Laut Lenk soll das Dach am Markt eine Kuppel sein.", []),
        ("Laut Lenk soll der Wirt den Steg verkauft haben, und zwar im Mai.", ["soll"]),
        ("Laut Lenk gibt es einen Wirt, der den Steg verkauft haben soll.", ["soll"]),
    ],
)
def test_only_a_soll_that_tells_what_people_say_leaves_it_open(said, hedges):
    found = asked(extract(f"{TEXT} {said}"), QuestionKind.HEDGE_SPOT)[1:]
    assert [word for question in found for word in right(question)] == hedges


def test_the_explanation_names_only_words_that_are_there(story):
    (question,) = asked(story, QuestionKind.HEDGE_SPOT)
    assert question.explanation.de == (
        "„vermutlich“ lässt offen, ob es so ist. „werde“ zeigt nur, dass das jemand "
        "sagt."
    )


def test_a_number_in_groups_is_one_word_and_was_two(story):
    text = TEXT.replace("im Winter", "um 90 000 Euro")
    (question,) = asked(extract(text), QuestionKind.HEDGE_SPOT)
    assert "90 000" in [option.text for option in question.options]
    parts = [
        replace(option, id=f"{option.id}{part}", text=part)
        for option in question.options
        for part in option.text.split()
    ]
    older = replace(question, options=tuple(parts))
    found = violations(older, extract(text))
    assert not [each for each in found if each.level == "block"]


def test_the_word_that_weakens_it_may_be_asked_for_once_the_voice_is_known(story):
    [hedge] = asked(story, QuestionKind.HEDGE_SPOT)
    who = next(q for q in asked(story, QuestionKind.WHO_SAID) if q.claim == hedge.claim)
    assert Independence([who, hedge], feedback=False).allows(hedge, [who])
    assert not Independence([who, hedge]).allows(hedge, [who])
    assert place_in_turn(hedge, [who, hedge]) == 1


def test_the_words_of_the_sentence_are_the_options_in_their_order(story):
    (question,) = asked(story, QuestionKind.HEDGE_SPOT)
    words = [option.text for option in question.options]
    assert words[:4] == ["Bürgermeisterin", "Vera", "Lenk", "sagte,"]
    assert words[-1] == "weiten."


def test_the_small_word_and_the_name_show_who_it_comes_from(story):
    [question] = asked(story, QuestionKind.CUE_SPOT)
    assert right(question) == ["Laut", "Förster", "Kai", "Moos"]


@pytest.mark.parametrize("seed", range(4))
def test_marked_is_first_whose_words_cannot_be_asked_for_by_name(seed):
    text = f"{TEXT} Laut Beobachtern sind die Wege um den ganzen See sehr glatt."
    [question] = [
        q for q in compose(extract(text), seed) if q.kind is QuestionKind.CUE_SPOT
    ]
    assert right(question) == ["Laut", "Beobachtern"]


def test_where_a_verb_says_it_at_once_nothing_is_marked():
    text = TEXT.replace("Laut Förster Kai Moos ist", "Förster Kai Moos sagt, es ist")
    assert asked(extract(text), QuestionKind.CUE_SPOT) == []


KREISE = (
    "In Polizeikreisen hieß es, die alten Stege am Ufer seien im Winter viel zu glatt."
)


def test_every_small_word_of_the_frame_belongs_to_it():
    text = TEXT.replace(
        "Laut Förster Kai Moos ist das Eis auf dem Teich viel zu dünn.", ""
    )
    [question] = asked(extract(f"{text} {KREISE}"), QuestionKind.CUE_SPOT)
    assert right(question) == ["In", "Polizeikreisen", "hieß", "es"]
    assert "„In Polizeikreisen hieß es“" in question.explanation.de


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Eis ist laut einer Zeugin der NNA an allen Ufern des Teichs zu dünn.",
        "Das Eis ist laut Förster Moos eine große Gefahr, wie er es am Montag nannte.",
        "Die Wirtin hält die Studie, wonach das Eis auf dem Teich trägt, für falsch.",
        "Laut Förster Moos soll der Wirt das Eis auf dem Teich zerhackt haben.",
        "Laut Förster Moos gibt es Berichte über viel zu dünnes Eis auf dem Teich.",
    ],
)
def test_where_another_word_of_the_sentence_may_show_it_nothing_is_marked(sentence):
    old = "Laut Förster Kai Moos ist das Eis auf dem Teich viel zu dünn."
    text = TEXT.replace(old, f"Förster Kai Moos war da. {sentence}")
    assert asked(extract(text), QuestionKind.CUE_SPOT) == []


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
