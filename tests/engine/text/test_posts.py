"""What stands around a post of a live ticker is a sentence of its own."""

import pytest

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.text import Part, read_text


def read(raw):
    return read_text(raw, lexicon("de"))


def sentences(raw):
    return [s.span.of(raw) for s in read(raw).sentences]


@pytest.mark.parametrize(
    "front",
    [
        "+++ 14.32 Uhr:",
        "++ 14.32 Uhr ++",
        "+++",
        "14.32 Uhr:",
        "14:32 Uhr –",
        "14:32 Uhr |",
        "14:32:",
        "14 Uhr:",
        "[14:32]",
        "(14.32 Uhr)",
        "Montag, 3. Mai, 14.32 Uhr:",
        "3. Mai 2027, 14.32 Uhr –",
    ],
)
def test_a_time_in_front_is_parted_from_the_post(front):
    assert sentences(f"{front} Der Steg ist zu.") == [front, "Der Steg ist zu."]


def test_plus_signs_behind_are_parted_and_part_posts():
    raw = "+++ 8.05 Uhr: Es regnet. +++ 8.40 Uhr: Der Fluss steigt. +++"
    first, second = (
        ["+++ 8.05 Uhr:", "Es regnet."],
        ["+++ 8.40 Uhr:", "Der Fluss steigt."],
    )
    assert sentences(raw) == [*first, *second, "+++"]


@pytest.mark.parametrize(
    "raw",
    [
        "14.32 Uhr war es, als der Strom ausfiel.",
        "Um 14.32 Uhr fiel der Strom aus.",
        "14.32 – so viele Meter sprang Lenk.",
        "3:2 gewann der Verein.",
        "C++ ist eine Sprache.",
        "Note 2+ für Lenk.",
        "(14.32 oder 15.10 Uhr) Beides geht.",
    ],
)
def test_a_number_that_is_no_time_in_front_stays_in_its_sentence(raw):
    assert sentences(raw)[0].startswith(raw[:12])


def test_a_post_of_one_whole_sentence_is_no_heading():
    [paragraph] = read("+++ 14.32 Uhr: Der Steg ist zu. +++").paragraphs
    assert paragraph.part is Part.BODY


@pytest.mark.parametrize("raw", ["14.32 Uhr", "+++ 14.32 Uhr: Steg zu +++", "+++"])
def test_a_post_without_a_full_stop_is_a_heading(raw):
    [paragraph] = read(raw).paragraphs
    assert paragraph.part is Part.HEADING
