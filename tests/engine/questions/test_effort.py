"""Making questions takes work that grows as the text does, whoever speaks in it."""

import pytest

from bench.fragments import text_of
from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import MOST_CLAIMS, compose
from tests.engine.effort import lines_run

pytestmark = pytest.mark.slow

SIZE = 8_000  # characters; more than is needed for as many claims as are asked about
TWICE = 2.3
FRAGMENTS = [
    "Anna {} sagte, es sei heute schön in Talheim. ",
    "Die {}chefin sagte, es sei heute schön in Talheim. ",
    "Die {}post berichtete, es sei heute schön in Talheim. ",
    "Anna Lenk sagte der Zeitung {}, es sei heute schön in Talheim. ",
    "Die {}chefin Anna Lenk sagte, es sei heute schön in Talheim. ",
    "Lenk sagte, es sei heute schön in Talheim. In {} regnet es. ",
    "(Anna {})\n\nAnna {} sagte, es sei heute schön in Talheim. ",
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_twice_as_many_claims_are_at_most_twice_the_work(fragment):
    short, long = (extract(text_of([fragment], n)) for n in (SIZE, 2 * SIZE))
    compose(short)
    assert lines_run(compose, long) < TWICE * lines_run(compose, short)


def test_of_very_many_claims_the_first_are_asked_about():
    laut = "Laut Anna {} ist es heute in Talheim und auch in Moordorf sehr schön. "
    found = extract(text_of([laut], 2 * SIZE))
    asked = {claim for question in compose(found) for claim in question.claims}
    sure = [claim.id for claim in found.claims if claim.sure]
    assert len(sure) > MOST_CLAIMS
    assert asked
    assert asked <= set(sure[:MOST_CLAIMS])
