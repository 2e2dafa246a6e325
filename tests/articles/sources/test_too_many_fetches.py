"""One teacher cannot have pages fetched without end; the next one still can."""

import pytest

from quiz.articles.views import MOST_FETCHES
from tests.cast import member

pytestmark = pytest.mark.slow

FETCHES = int(MOST_FETCHES.partition("/")[0])


def fetch(browser):
    sent = {"fetch": "1", "url": "http://127.0.0.1/"}
    return browser.post("/articles/new", data=sent).status_code


def test_after_many_fetches_a_teacher_waits_and_a_colleague_at_the_school_does_not(
    limited,
):
    busy, colleague = member(limited, "frau ahorn"), member(limited, "herr birke")
    assert [fetch(busy) for _ in range(FETCHES)] == [400] * FETCHES
    assert fetch(busy) == 429
    assert fetch(colleague) == 400


def test_whoever_waits_can_still_paste(limited):
    busy = member(limited, "frau ahorn")
    for _ in range(FETCHES + 1):
        fetch(busy)
    assert busy.post("/articles/new", data={"text": "Kurz."}).status_code == 400
