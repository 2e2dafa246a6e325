"""Which words say nothing without what stands before them."""

import pytest

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.wording.leaning import lacks_a_name, leans, points


@pytest.mark.parametrize(
    "text",
    [
        "Nein, und das wissen alle im Dorf",
        "Ich glaube, das ist nicht so wichtig für den Bach",
        "Im Grunde ja. Es wird am Bach seit Jahren gebaut",
        "Letztere sei der Grund für die Risse im Damm",
        "Diese zog im Mai mit ihrem Laden an den Fluss",
        "Viele, die am Abend gern am Ufer sitzen",
        "Das Boot, das im Winter am Steg liegt",
    ],
)
def test_what_answers_points_back_or_has_no_verb_leans(text):
    assert leans(text, lexicon("de"))


@pytest.mark.parametrize(
    "text",
    [
        "Nein zu sagen fällt im Dorf niemandem schwer",
        "Ich glaube, das Wasser steigt noch",
        "Diese alte Brücke hält noch zehn Jahre",
        "Wer will, der kann am Ufer helfen, wenn der Fluss steigt",
        "Das Boot liegt im Winter am Steg",
    ],
)
def test_what_names_all_that_it_is_about_stands_alone(text):
    assert not leans(text, lexicon("de"))


@pytest.mark.parametrize(
    "text",
    [
        "Das sei ein Grund für die Risse im Damm",
        "Einen solchen Damm habe noch niemand gebaut",
        "Der hat im Mai den Laden am Fluss gekauft",
        "So jedenfalls habe es der Wirt am Fluss erzählt",
        "Der jüngste sei im Mai am Fluss geboren",
    ],
)
def test_what_begins_with_a_pointer_leans(text):
    assert points(text, lexicon("de"))


@pytest.mark.parametrize(
    "text",
    [
        "Das Boot sei ein Grund für die Risse im Damm",
        "Der Wirt hat im Mai den Laden am Fluss gekauft",
        "So breit wie im Mai sei der Fluss noch nie gewesen",
        "Der jüngste Sohn sei im Mai am Fluss geboren",
    ],
)
def test_what_begins_with_a_name_or_a_noun_does_not_point(text):
    assert not points(text, lexicon("de"))


@pytest.mark.parametrize(
    ("text", "is_direct"),
    [
        ("Wir öffnen sie erst im Mai", True),
        ("Da hat er am Ufer gesessen", True),
        ("Aber der Wirt hat sie bestellt", True),
        ("Von ihr leben hier am Fluss viele", True),
        ("Man habe sie am Ufer gewarnt", False),
        ("Da habe sie ein Boot gesucht, mit dem er fahren kann", False),
    ],
)
def test_a_pronoun_for_somebody_else_wants_a_noun_before_it(text, is_direct):
    assert lacks_a_name(text, lexicon("de"), is_direct=is_direct)


@pytest.mark.parametrize(
    ("text", "is_direct"),
    [
        ("Der Wirt ist fort, weil er das Boot verkauft hat", True),
        ("Haben Sie das Boot am Ufer gesehen", True),
        ("Aber der Wirt hat das Boot bestellt", True),
        ("Da habe er am Ufer gesessen", False),
        ("Man habe die Leute am Ufer gewarnt, ehe sie kamen", False),
    ],
)
def test_a_pronoun_for_the_voice_or_a_noun_is_understood(text, is_direct):
    assert not lacks_a_name(text, lexicon("de"), is_direct=is_direct)
