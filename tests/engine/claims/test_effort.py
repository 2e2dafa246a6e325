"""Reading a text takes work that grows as the text does, whatever stands in it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.engine.claims.extract import extract
from tests.engine.effort import lines_run, text_of

pytestmark = pytest.mark.slow

SIZE = 3_000  # characters; more than the longest sentence that is read as one
TWICE = 2.3  # at most; not 2, because sentences end here and there
DENSE = 4_000  # lines run for a character; an ordinary article needs about 120
# Of such things texts are made: each alone and with others, again and again.
FRAGMENTS = [
    *("der ", "des Karls ", "auch ", "sei ", "sagte ", "sagte, ", "Er ", "Anna "),
    *("Das\n", "Der Ort\n\n", "\n", "der: ", ": ", "– ", ", ", "; ", "... ", "? "),
    *("„", "“", "„der“ ", "„Das\n", '"', '"der" ', "»", "«der» ", "‚der‘ ", "(", ") "),
    *("der Film „", "„A“ und ", "nannte ihn „der“ ", "sogenannte „A“ ", "„Er kommt“, "),
    *("Dr. ", "Prof. Dr. Anna ", "a. D. ", "z. B. ", "13. ", "1.000 ", "67-Jährige "),
    *("Er sagte, er sei ", "Es heißt, ", "laut der ", "dem Anna zufolge ", "so Lenk. "),
    *("nach Angaben der ", "unter Berufung auf die dpa ", "wie die dpa berichtete, "),
    *("Das sagte Lenk. ", "zitiert die dpa ", "Lea Arndt, Leiterin, ", "und ", "dass "),
    *("von der ", "der Minister für ", "der Präsident ", "die Agentur ", "Medien "),
    *("Frau Moos, wer sind Sie?\nMoos: Ich bin es.\n", "Anna: ", "Was?\n", "A. B.: "),
    *("Herr Moos, was tun Sie?\n\nWir warten.\n\n", "Ein Gespräch mit Anna. "),
    *("Anna schrieb auf X:\nEs regnet seit Tagen.\n", "@anna: Es regnet seit Tagen.\n"),
    *("+++ 14.32 Uhr: ", "[14:32] ", "+++\n", "3. Mai, ", "14.32 Uhr – Anna "),
    *("\u00ad", "u\u0308", "\u200b", "Bürger:innen ", "der/die ", "*", "+++ "),
    *("Müll-\nabfuhr ", "a-\n", "\u00ad\n", "> ", ">\n> ", "&amp;", "*A* ", ",,a'' "),
    *("sagte die Politikerin. ", "Im Gespräch mit der dpa sagte Lea Arndt: Ja. "),
    *("sagte der\nArzt, und\n", "Rat Karl\nOtt sah die Halle\n"),
]  # fmt: skip
NAMES = [  # somebody new each time
    *("Anna {} sagte, es sei da. ", "die {}chefin Anna {} ", "Präsidentin Anna {} "),
    *("Das {}ministerium sagte: ", "Frau {} und ", "{}post ", "die Agentur {} "),
    *("Frau {}, wer sind Sie?\n{}: Ich bin es.\n", "Frage: Was?\n{}: Anna.\n"),
    *("{}medien ", "{}.de ", "{}s ", "({})\n"),
]


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


@given(st.lists(st.sampled_from([*FRAGMENTS, *NAMES]), min_size=2, max_size=5))
@example(["„Das\n"])
@example(["der ", '"'])
@example(['"der" ', "+++ "])
@example(["„der“ ", "die Agentur "])
@settings(deadline=None, max_examples=30)
def test_twice_as_much_of_a_mixture_is_twice_the_work(fragments):
    # Words in quotation marks that never close fill a text before its sentences end.
    assert_work_grows_with(fragments, 2 * SIZE)
