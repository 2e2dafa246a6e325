import pytest

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.wording.cue_words import shows_a_verb, with_the_whole_verb
from tests.engine.questions.stories import person, told

LENK = person("Mara Lenk", "Lenk")


def claimed(raw: str, content: str, cue: list[str]):
    note = {"content": [content], "speaker": "Mara Lenk", "cue": cue}
    found = told(raw, [LENK], {**note, "sentence": raw[:8]})
    return found.claims[0], Dossier(found)


@pytest.mark.parametrize(
    ("raw", "cue"),
    [
        ("„Der alte Damm hält noch lange“, winkte Mara Lenk ab.", ["winkte", "ab"]),
        ("„Der alte Damm hält noch lange“, sagte Mara Lenk am Abend.", ["sagte"]),
        (
            "Mara Lenk winkte am Abend ab: „Der alte Damm hält noch lange“.",
            ["winkte", "ab"],
        ),
    ],
)
def test_a_verb_is_shown_with_the_part_that_ends_its_clause(raw, cue):
    claim, dossier = claimed(raw, "Der alte Damm hält noch lange", cue[:1])
    whole = with_the_whole_verb(claim, dossier)
    assert [span.of(raw) for span in whole.cue] == cue


@pytest.mark.parametrize(("cue", "is_verb"), [("schmunzelte", True), ("laut", False)])
def test_a_verb_that_nobody_knows_is_told_by_its_ending(cue, is_verb):
    raw = f"„Der alte Damm hält noch lange“, {cue} Mara Lenk."
    claim, dossier = claimed(raw, "Der alte Damm hält noch lange", [cue])
    assert shows_a_verb(claim.cue, claim, dossier) is is_verb
