"""A teacher makes one set of three articles with one click; a pupil plays it."""

import random
import re
from html import unescape
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor, answer_of

PASSWORD = "vier Kraniche am Ufer"
SET = re.compile("/sets/[0-9a-f-]{36}$")
TITLE = re.compile(r'<h2 id="article-title"[^>]*>([^<]+)</h2>')
MOST_QUESTIONS = 10
MOST_LOOKS = 90


@pytest.mark.parametrize("has_scripts", [True, False])
@pytest.mark.parametrize("language", ["de", "en"])
def test_three_articles_are_one_round(guardian, served, language, has_scripts):
    page = guardian.visit(language, java_script_enabled=has_scripts)
    titles = combined(page)
    assert len(titles) == 3
    page.locator("#to-link").check()
    page.locator("form[action$='/visibility'] [type=submit]").click()
    expect(page.locator(".notice--good")).to_be_visible()
    seen = played(Visitor(served.address, language), page.url.split("/")[-1])
    assert set(seen) == titles


def combined(page):
    """A set of the first three articles that the page offers; their titles."""
    page.goto("/account/register")
    page.locator('main [name="name"]').fill(f"frau {uuid4().hex[:12]}")
    page.locator('main [name="password"]').fill(PASSWORD)
    page.locator("main form [type=submit]").click()
    expect(page.locator('main [name="password"]')).to_have_count(0)
    page.goto("/sets")
    page.get_by_test_id("mixed").click()
    three = page.locator(".cards > .card").filter(has=page.locator("li:nth-child(3)"))
    for _ in range(MOST_LOOKS):  # the library comes in while the game is served
        if three.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    titles = set(three.first.locator("li").all_inner_texts())
    three.first.get_by_test_id("combine").click()
    page.wait_for_url(SET, timeout=60_000)
    return titles


def played(visitor, set_id):
    """The titles of the articles beside the questions of a round, in their order."""
    rng, titles = random.Random(7), []  # noqa: S311
    page = visitor.submit(*visitor.open(f"/sets/{set_id}").form("start-round"))
    for _ in range(MOST_QUESTIONS):
        titles.append(unescape(TITLE.search(page.body)[1]))
        form, button = page.form("submit-answer")
        page = visitor.past_where(visitor.submit(form, button | answer_of(form, rng)))
        assert unescape(TITLE.search(page.body)[1]) == titles[-1]
        page = visitor.open(page.link("next-question"))
        if page.has("round-result"):
            break
    assert page.has("round-result")
    return titles
