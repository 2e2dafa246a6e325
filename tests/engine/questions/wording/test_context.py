import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind

TOWN = (
    "Neues aus Ried\n\n"
    "Am Montag tagte der Rat. „Der Bach ist zu flach“, sagte die Wirtin Ines Rothe. "
    "{before} {leaning} Der Markt beginnt am Freitag.\n\n"
    "„Im Herbst kommen viele Gäste nach Ried“, sagte der Wirt Jo Falk."
)
SAID = "„Damit muss der alte Damm einen Winter halten“, sagte die Rätin Mara Lenk."


def stems(before: str, leaning: str = SAID) -> list[str]:
    found = extract(TOWN.format(before=before, leaning=leaning))
    return [
        question.stem.de
        for question in compose(found)
        if question.kind is QuestionKind.WHO_SAID and "Damm" in question.passage
    ]


def test_words_that_lean_are_shown_with_the_sentence_before():
    [stem] = stems("Die Kasse der Gemeinde ist seit dem Mai leer.")
    assert stem.endswith("Davor steht: „Die Kasse der Gemeinde ist seit dem Mai leer.“")


@pytest.mark.parametrize(
    "before",
    [
        "Der Wirt Jo Falk hat die alte Kasse im Mai geleert.",
        "Die Rätin hob dazu den Finger und sprach leise von einem Loch.",
        "Dort lag im Mai noch eine Kasse mit sehr viel Geld.",
    ],
)
def test_a_sentence_that_tells_or_leans_itself_is_not_shown(before):
    assert not any("Davor steht" in stem for stem in stems(before))


def test_words_that_stand_alone_stay_alone():
    said = (
        "„Der alte Damm am Bach muss einen Winter halten“, sagte die Rätin Mara Lenk."
    )
    [stem] = stems("Die Kasse der Gemeinde ist seit dem Mai leer.", said)
    assert "Davor steht" not in stem
