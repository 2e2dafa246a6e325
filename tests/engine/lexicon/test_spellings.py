"""Words that some write with other letters than the lists do."""

import pytest

from quiz.engine.lexicon.lexicon import lexicon


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("heisst", "heißt"),  # a verb of saying
        ("gemäss", "gemäß"),  # a small word
        ("liess", "ließ"),  # of an expression
        ("schliessen", "schließen"),
    ],
)
def test_a_word_is_found_as_it_is_written_in_switzerland(written, known):
    assert lexicon("de").spellings[written] == known


def test_a_word_that_the_lists_have_stays_what_it_is():
    assert "dass" not in lexicon("de").spellings
