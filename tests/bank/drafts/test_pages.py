"""A draft page by page: which questions are shown."""

import re

import pytest

from quiz.bank.drafts.page import LINES_A_PAGE
from tests.bank.drafts.test_drafts import choose, rows  # noqa: F401

EN = {"Accept-Language": "en"}


def pages(browser, path):
    """The numbers of the questions on each page of a draft."""
    found = []
    for number in range(1, 30):
        page = browser.get(f"{path}&page={number}").text
        found.append(re.findall(r'id="question-(\d+)"', page))
        if 'rel="next"' not in page:
            return found
    raise AssertionError("there is no last page")


def test_they_come_page_by_page_and_none_is_lost(teacher, rows, draft):  # noqa: F811
    found = pages(teacher, f"{draft}?choice=all")
    assert max(map(len, found)) == LINES_A_PAGE
    numbers = [number for page in found for number in page]
    assert len(numbers) == len(set(numbers)) == len(rows()[1].items)
    page = teacher.get(f"{draft}?page=2").text
    aside = re.findall(r'<input type="hidden" name="keep" value="(\d+)">', page)
    assert len(aside) == len(numbers) - len(found[1])


def test_only_the_ticked_are_shown_unless_others_are_asked_for(teacher, rows, draft):  # noqa: F811
    every = [str(item.position + 1) for item in rows()[1].items]
    choose(teacher, draft, every[:7])
    assert pages(teacher, f"{draft}?choice=") == pages(teacher, f"{draft}?choice=kept")
    assert sum(map(len, pages(teacher, f"{draft}?choice=kept"))) == 7
    left = pages(teacher, f"{draft}?choice=left")
    assert sum(map(len, left)) == len(every) - 7
    page = teacher.get(draft, headers=EN).text
    assert "In the set (7)" in page
    assert f"Left out ({len(every) - 7})" in page


def test_a_question_that_was_changed_is_on_the_page_that_comes_then(teacher, draft):
    last = pages(teacher, f"{draft}?choice=all")[-1][-1]
    page = teacher.get(f"{draft}?at={last}").text
    assert f'id="question-{last}"' in page


@pytest.mark.parametrize("page", ["0", "-3", "999", "x"])
def test_a_page_that_is_not_there_is_the_nearest_one(teacher, draft, page):
    found = teacher.get(f"{draft}?page={page}")
    assert found.status_code == 200
    assert 'data-testid="draft-question"' in found.text


@pytest.mark.parametrize("asked", ["skill=speaker", "level=easy", "level=hard"])
def test_they_are_narrowed_by_what_they_train_and_how_hard_they_are(
    teacher, draft, asked
):
    def shown(narrowed):
        return sum(len(each) for each in pages(teacher, f"{draft}?{narrowed}"))

    assert 0 < shown(asked) < shown("")
