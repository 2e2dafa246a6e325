import pytest

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.self_contained import stands_for_itself
from tests.engine.questions.stories import person, told

LENK = person("Mara Lenk", "Lenk")


def asked(raw, content, cue, **note):
    extraction = told(
        raw,
        [LENK],
        {
            "sentence": raw.split()[0],
            "content": [content],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
            "cue": cue,
            **note,
        },
    )
    return stands_for_itself(extraction.claims[0], Dossier(extraction))


@pytest.mark.parametrize(
    ("raw", "content", "cue"),
    [
        ("Lenk bestritt, dass es brennt.", "dass es brennt", ["bestritt"]),
        (
            "Lenk lehnte es ab, das Tor zu öffnen.",
            "das Tor zu öffnen",
            ["lehnte", "ab"],
        ),
        ("Lenk wies zurück, dass es brennt.", "dass es brennt", ["wies zurück"]),
        ("Lenk schloss aus, dass es brennt.", "dass es brennt", ["schloss aus"]),
        ("Lenk warnte davor, laut zu rufen.", "laut zu rufen", ["warnte davor"]),
        ("Lenk bezweifelte, dass es brennt.", "dass es brennt", ["bezweifelte"]),
        ("Lenk fragte, wann es brennt.", "wann es brennt", ["fragte"]),
        ("Lenk bat ihn, das Tor zu öffnen.", "das Tor zu öffnen", ["bat"]),
        ("Lenk sagte nicht, dass es brennt.", "dass es brennt", ["sagte"]),
        ("Lenk schloss aus, dass es brennt.", "dass es brennt", ["schloss"]),
        ("Lenk habe versprochen, mitzukommen.", "mitzukommen", ["habe", "versprochen"]),
    ],
)
def test_words_that_mean_something_else_without_their_frame_are_not_asked(
    raw, content, cue
):
    assert not asked(raw, content, cue)


@pytest.mark.parametrize(
    ("raw", "content", "cue"),
    [
        ("Lenk sagte, dass es brennt.", "dass es brennt", ["sagte"]),
        ("Lenk kündigte an, das Tor zu öffnen.", "das Tor zu öffnen", ["kündigte an"]),
        ("Lenk warnte, das Eis sei dünn.", "das Eis sei dünn", ["warnte"]),
        ("Lenk wies darauf hin, dass es brennt.", "dass es brennt", ["wies", "hin"]),
        ("Lenk forderte, dass es aufhört.", "dass es aufhört", ["forderte"]),
    ],
)
def test_words_that_say_by_themselves_what_was_said_are_asked(raw, content, cue):
    assert asked(raw, content, cue)


def test_what_is_quoted_word_for_word_is_asked_whatever_the_verb():
    raw = "„Das Eis ist dünn“, widersprach Lenk."
    assert asked(raw, "Das Eis ist dünn", ["widersprach"], type="Direct")


def test_a_sentence_about_the_speaker_is_nobodys_statement():
    raw = "Lenk rät zu einer anderen Lösung."
    content = "Lenk rät zu einer anderen Lösung"
    assert not asked(raw, content, ["rät"], type="Reported")


def test_a_voice_that_goes_on_does_not_name_itself():
    raw = "Das Eis sei dünn, fügte Lenk hinzu."
    content = "Das Eis sei dünn, fügte Lenk hinzu"
    note = {"type": "IndirectFreeIndirect", "speaker_text": None}
    assert not asked(raw, content, [], **note)


@pytest.mark.parametrize(
    ("behind", "is_asked"),
    [("am Abend war das Tor offen", False), ("am Abend sei das Tor offen", True)],
)
def test_what_follows_the_colon_of_a_judgement_may_be_the_articles(behind, is_asked):
    raw = f"Nach Meinung von Lenk ist ein Wert hoch: {behind}."
    found = asked(raw, behind, ["Nach Meinung"], speaker_text="von Lenk")
    assert found is is_asked
