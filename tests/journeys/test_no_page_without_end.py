"""No page of the studio is longer than four screens, however long the article."""

import re

import pytest

from tests.journeys import article
from tests.journeys.axe import Inspector
from tests.journeys.bringing import bring, enter

SCREEN = 800
MOST_SCREENS = 4
HEIGHT = "document.documentElement.scrollHeight"


class Ruler(Inspector):
    """Notes how tall the pages are instead of what is wrong with them."""

    def __init__(self, page):
        super().__init__(page)
        self.heights = {}

    def look(self, name):
        self.page.wait_for_load_state()
        self.heights[name] = self.page.evaluate(HEIGHT)


@pytest.fixture
def ruler(guardian):
    page = guardian.visit("de", 1280)
    page.set_viewport_size({"width": 1280, "height": SCREEN})
    return Ruler(page)


def walk(ruler):
    """All pages on which somebody works on an article and its questions."""
    page = ruler.page
    here = page.url
    ruler.look("article")
    for path in ("check", "people", "words", "teachers", "claims/5", "new-claim"):
        page.goto(f"{here}/{path}")
        ruler.look(path)
    for each in ("check", "sure"):
        page.goto(f"{here}?trust={each}")
        ruler.look(f"article, {each}")
    page.goto(here)
    page.get_by_test_id("make-set").click()
    page.wait_for_url(re.compile("/sets/"))
    ruler.look("set")
    page.get_by_test_id("change-set").click()
    page.wait_for_url(re.compile("/drafts/"))
    draft = page.url
    ruler.look("draft")
    for path in ("1", "1/preview", "own", "order", "more"):
        page.goto(f"{draft}/{path}")
        ruler.look(f"draft, {path}")
    for path in ("/articles", "/articles/new", "/sets", "/sets/mixed", "/library"):
        page.goto(path)
        ruler.look(path)


def test_no_page_of_a_long_article_is_longer_than_four_screens(ruler):
    enter(ruler, "frau lang")
    bring(ruler, article.long_text())
    walk(ruler)
    tall = {n: h for n, h in ruler.heights.items() if h > MOST_SCREENS * SCREEN}
    assert not tall
