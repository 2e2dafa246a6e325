"""Reading a text takes work that grows as the text does, whatever stands in it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.fragments import FRAGMENTS, NAMES, text_of
from quiz.engine.claims.entities.keys import Owners
from quiz.engine.claims.entities.mentions import all_phrases
from quiz.engine.claims.extract import extract
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.text import read_text
from tests.engine.effort import lines_run

pytestmark = pytest.mark.slow

SIZE = 3_000  # characters; more than the longest sentence that is read as one
TWICE = 2.3  # at most; not 2, because sentences end here and there
LENGTHS = (10_000, 20_000, 40_000)  # of a text, where each time somebody new is named
DENSE = 4_000  # lines run for a character; an ordinary article needs about 120


def assert_work_grows_with(fragments, size=SIZE):
    extract("Das sagte sie der Agentur.")  # the lexicon is read once
    texts = [text_of(fragments, length) for length in (size, 2 * size)]
    once, twice = (lines_run(extract, text) for text in texts)
    assert twice < TWICE * once
    assert twice < DENSE * len(texts[1])


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_twice_as_much_of_a_fragment_is_twice_the_work(fragment):
    assert_work_grows_with([fragment])


@pytest.mark.parametrize("fragment", NAMES)
def test_twice_as_many_names_are_twice_the_work(fragment):
    assert_work_grows_with([fragment], 2 * SIZE)


@pytest.mark.parametrize(
    "fragment", ["Ein Sprecher der {} sagte, es sei da. ", "Anna {} sagte: Ja. "]
)
def test_a_long_text_of_new_names_takes_no_more_for_each(fragment):
    extract("Das sagte sie der Agentur.")
    runs = [lines_run(extract, text_of([fragment], length)) for length in LENGTHS]
    assert runs[1] < TWICE * runs[0]
    assert runs[2] < TWICE * runs[1]


def test_whose_a_role_is_is_found_without_asking_everybody():
    runs = []
    for length in LENGTHS[:2]:
        known = lexicon("de")
        text = text_of(["Ein Sprecher der {} sagte, es sei da. "], length)
        reading = Reading(read_text(text, known), known)
        namings = [naming_of(reading, phrase) for phrase in all_phrases(reading)]
        runs.append(lines_run(_keys, Owners(reading), namings))
    assert runs[1] < TWICE * runs[0]


def _keys(owners, namings):
    return [owners.key(naming) for naming in namings]


@given(st.lists(st.sampled_from([*FRAGMENTS, *NAMES]), min_size=2, max_size=5))
@example(["„Das\n"])
@example(["der ", '"'])
@example(['"der" ', "+++ "])
@example(["„der“ ", "die Agentur "])
@settings(deadline=None, max_examples=30)
def test_twice_as_much_of_a_mixture_is_twice_the_work(fragments):
    # Words in quotation marks that never close fill a text before its sentences end.
    assert_work_grows_with(fragments, 2 * SIZE)
