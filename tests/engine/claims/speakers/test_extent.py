"""How far the words reach that name a speaker."""

import pytest

from quiz.engine.claims.extract import extract


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Lea Arndt, die Leiterin des Amtes, sagte, es regne.",
            "Lea Arndt, die Leiterin des Amtes",
        ),
        (
            "Der Leiter des Amtes, Jo Brandt, sagte, es regne.",
            "Der Leiter des Amtes, Jo Brandt",
        ),
        (
            "Die Sprecherin im Landtag, Lea Arndt, sagte, es regne.",
            "Die Sprecherin im Landtag, Lea Arndt",
        ),
        (
            "Es regne, sagte Jo Brandt, Kopf einer Gruppe von Bauern.",
            "Jo Brandt, Kopf einer Gruppe von Bauern",
        ),
        ("Jo Brandt vom Umweltamt sagte, es regne.", "Jo Brandt vom Umweltamt"),
        ("Es regne, sagte Jo Brandt vom Umweltamt.", "Jo Brandt vom Umweltamt"),
        ("Es regne, sagte Jo Brandt in Talheim.", "Jo Brandt"),
        ("Es regne, sagte Jo Brandt aus heiterem Himmel.", "Jo Brandt"),
        ("Die Polizei in Talheim teilte mit, es regne.", "Die Polizei in Talheim"),
        (
            "Wie die Polizei in der Nacht mitteilte, regnet es seit Tagen.",
            "die Polizei",
        ),
        ("Lea Arndt und Jo Brandt sagten, es regne.", "Lea Arndt und Jo Brandt"),
        (
            "Es regne, sagte Lea Arndt und die Leute kamen herein.",
            "Lea Arndt",
        ),
        (
            "Die Organisation „Neue Helfer“ teilte mit, es regne.",
            "Die Organisation „Neue Helfer“",
        ),
        (
            "Nach Angaben des Leiters, Jo Brandt, regnet es seit Tagen.",
            "Angaben des Leiters, Jo Brandt",
        ),
        (
            "Jo Brandt kam heim. Seiner Meinung nach ist das Wetter schlecht.",
            "Seiner Meinung",
        ),
    ],
)
def test_a_speakers_words_reach_as_far_as_they_belong_together(text, words):
    (claim,) = extract(text).claims
    assert [span.of(text) for span in claim.speaker] == [words]
