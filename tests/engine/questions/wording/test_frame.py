"""Words shown in their frame, with the voice masked."""

import pytest

from quiz.engine.questions.question import MASK
from tests.engine.questions.wording.spoken import passage

LEAD = "Der Rat tagte lange in dem alten Saal am Markt, und Lenk sagte, "


def framed(raw, content, **note):
    return passage(content, raw, sentence=raw[:8], **note)


def test_words_from_the_middle_of_a_sentence_keep_their_frame_with_the_voice_masked():
    text = framed(
        "Lenk kündigte an, Brücke und Straße noch im Mai zu öffnen.",
        "Brücke und Straße noch im Mai zu öffnen",
        speaker_text="Lenk",
        cue=["kündigte", "an"],
    )
    assert text == f"{MASK} kündigte an, Brücke und Straße noch im Mai zu öffnen"


def test_of_her_words_only_the_pronoun_names_somebody():
    text = framed(
        "Nach ihren Worten fehlt im Museum kein einziges Stück.",
        "fehlt im Museum kein einziges Stück",
        speaker_text="ihren Worten",
        cue=["Nach"],
    )
    assert text == f"Nach {MASK} Worten fehlt im Museum kein einziges Stück"


def test_what_says_more_of_the_voice_leaves_no_comma_behind():
    text = framed(
        "Laut Lenk, der Wirtin der alten Hütte, fehlt im Museum kein einziges Stück.",
        "fehlt im Museum kein einziges Stück",
        speaker_text="Lenk, der Wirtin der alten Hütte",
        cue=["Laut"],
    )
    assert text == f"Laut {MASK} fehlt im Museum kein einziges Stück"


def test_what_a_frame_has_besides_is_left_out_visibly():
    text = framed(
        "Am Abend sagte Lenk vor vielen Leuten in Ried, die alte Brücke bleibe zu.",
        "die alte Brücke bleibe zu",
        speaker_text="Lenk",
        cue=["sagte"],
    )
    assert text == f"Am Abend sagte {MASK} …, die alte Brücke bleibe zu"


def test_a_frame_does_not_make_up_for_too_few_words():
    text = framed(
        "Am Abend sagte Lenk vor vielen Leuten in Ried, die Brücke bleibe zu.",
        "die Brücke bleibe zu",
        speaker_text="Lenk",
        cue=["sagte"],
    )
    assert text is None


def test_an_infinitive_keeps_whoever_is_to_do_it():
    text = framed(
        "Lenk bescheinigte dem alten Verein, sein Ufer am Fluss gepflegt zu haben.",
        "sein Ufer am Fluss gepflegt zu haben",
        speaker_text="Lenk",
        cue=["bescheinigte"],
    )
    verein = "dem alten Verein, sein Ufer am Fluss gepflegt zu haben"
    assert text == f"{MASK} bescheinigte {verein}"


def test_what_the_largest_party_is_besides_leaves_no_gap_behind():
    text = framed(
        "Am Abend gab die Talunion, die größte Partei im Rat, bekannt, dass sie die "
        "alte Brücke sperrt.",
        "dass sie die alte Brücke sperrt",
        speaker_text="Talunion",
        cue=["gab", "bekannt"],
    )
    assert text == f"Am Abend gab {MASK} bekannt, dass sie die alte Brücke sperrt"


def test_what_a_clause_hangs_on_stays_in_its_frame():
    content = "dass die alte Brücke am Fluss verkauft werden soll"
    text = framed(
        f"Lenk wandte sich am Abend im Rat dagegen, {content}.",
        content,
        speaker_text="Lenk",
        cue=["wandte"],
    )
    assert text == f"{MASK} wandte … dagegen, {content}"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("die Brücke am Fluss bleibe zu", "Die Brücke am Fluss bleibe zu"),
        ("dass die alte Brücke am Fluss zu bleibe", None),
        ("die alte Brücke noch im Mai zu öffnen", None),
    ],
)
def test_without_a_short_frame_only_a_main_clause_stands_alone(content, shown):
    raw = f"{LEAD}{content}."
    assert framed(raw, content, speaker_text="Lenk", cue=["sagte"]) == shown


def retold(raw, content, **note):
    return passage(content, raw, type="Reported", speaker_text="Mara Lenk", **note)


def test_what_is_retold_in_one_clause_stands_there_whole_with_the_voice_masked():
    raw = "Bad Ried – Mara Lenk hatte die neue Brücke im Mai angekündigt."
    text = retold(raw, "die neue Brücke im Mai", cue=["hatte", "angekündigt"])
    assert text == f"{MASK} hatte die neue Brücke im Mai angekündigt"


def test_what_is_retold_beside_something_else_has_no_such_passage():
    raw = "Mara Lenk hatte die neue Brücke angekündigt, nun steht sie am Fluss."
    assert retold(raw, "die neue Brücke", cue=["hatte", "angekündigt"]) is None


def test_who_is_called_upon_stays_in_the_frame():
    content = "die Brücke noch im Mai zu öffnen"
    text = framed(
        f"Lenk rief den Rat der Stadt dazu auf, {content}.",
        content,
        speaker_text="Lenk",
        cue=["rief", "auf"],
    )
    assert text == f"{MASK} rief den Rat der Stadt dazu auf, {content}"


@pytest.mark.parametrize(
    ("raw", "content", "cue"),
    [
        (
            "Lenk warf dem Rat in Ried vor, die alte Brücke zu verkaufen.",
            "die alte Brücke zu verkaufen",
            ["warf", "vor"],
        ),
        (
            "Lenk sprach sich aber dafür aus, dass die alte Brücke bleibt.",
            "dass die alte Brücke bleibt",
            ["sprach", "aus"],
        ),
    ],
)
def test_who_is_blamed_is_shown_between_the_parts_of_a_verb(raw, content, cue):
    text = framed(raw, content, speaker_text="Lenk", cue=cue)
    assert text == raw.replace("Lenk", MASK).removesuffix(".")


def test_a_clause_in_the_place_of_a_subject_makes_a_whole_sentence():
    content = "Dass die alte Brücke am Fluss bleibe, sei ein Erfolg"
    raw = f"{content}, sagte Lenk am Abend."
    assert framed(raw, content, speaker_text="Lenk", cue=["sagte"]) == content


def test_a_few_words_of_when_and_where_stay_in_the_frame():
    text = framed(
        "Lenk sagte am Freitag in Ried, die alte Brücke bleibe zu.",
        "die alte Brücke bleibe zu",
        speaker_text="Lenk",
        cue=["sagte"],
    )
    assert text == f"{MASK} sagte am Freitag in Ried, die alte Brücke bleibe zu"
