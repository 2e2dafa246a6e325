"""The text and one statement beside it: by keys, by clicks and on a tablet."""

import re

import pytest
from playwright.sync_api import expect

from tests.articles.check.words import TEXT
from tests.journeys import article
from tests.journeys.axe import Inspector
from tests.journeys.bringing import bring, enter
from tests.journeys.chromium import overflow


@pytest.fixture
def desk(guardian):
    """The page of an article with its script at work; of which language and width."""

    def opened(name, language="de", width=1280, text=TEXT, **options):
        page = guardian.visit(language, width, **options)
        inspector = Inspector(page)
        enter(inspector, name)
        bring(inspector, text)
        return page

    return opened


def ready(page):
    page.locator("[data-part=desk][data-enhanced]").wait_for()
    page.evaluate("window.stays = true")
    page.locator("#the-claims").focus()


def press(page, key, number):
    """Press a key, and wait for that statement without a new page."""
    page.locator("[data-part=desk]:not([data-waits])").wait_for()
    page.keyboard.press(key)
    there = re.compile(rf"\b{number} (von|of) ")
    expect(page.locator("#the-claims")).to_have_text(there)
    expect(page.locator("#the-claims")).to_be_focused()
    assert page.evaluate("window.stays === true"), "a page was loaded"


@pytest.mark.parametrize(("language", "yes"), [("de", "j"), ("en", "y")])
def test_verdicts_by_keys_load_no_page(desk, language, yes):
    page = desk(f"frau taste {language}", language)
    ready(page)
    press(page, yes, 2)
    expect(page.get_by_test_id("checked")).to_contain_text(re.compile("^1 (von|of)"))
    press(page, "k", 3)
    expect(page.get_by_test_id("checked")).to_contain_text(re.compile("^2 (von|of)"))
    press(page, "z", 2)
    press(page, "s", 3)
    press(page, "u", 2)
    expect(page.get_by_test_id("checked")).to_contain_text(re.compile("^1 (von|of)"))
    page.reload()
    expect(page.get_by_test_id("checked")).to_contain_text(re.compile("^1 (von|of)"))
    ready(page)
    page.locator("[data-part=desk]:not([data-waits])").wait_for()
    with page.expect_navigation():
        page.keyboard.press("n")
    assert re.search("/claims/2$", page.url)


def test_a_mark_in_a_long_text_leads_to_its_statement_in_view(desk):
    page = desk("frau klick", text=article.long_text())
    ready(page)
    marks = page.locator("a.to-claim")
    last = marks.nth(marks.count() - 1)
    last.scroll_into_view_if_needed()
    last.click()
    expect(page.locator("#proof")).to_be_in_viewport()
    expect(page.get_by_test_id("claim")).to_be_in_viewport()
    assert page.evaluate("window.stays === true"), "a page was loaded"
    assert "claim=" in page.url
    box = page.locator(".claim__decide").bounding_box()
    assert box["y"] + box["height"] <= 900, "the verdict is out of view"


def test_on_a_tablet_text_statement_and_verdict_are_seen_together(desk):
    page = desk("frau tablett", width=820, text=article.long_text())
    page.set_viewport_size({"width": 820, "height": 1180})
    ready(page)
    press(page, "s", 2)
    page.locator("#the-claims").scroll_into_view_if_needed()
    page.locator(".claims__text").evaluate("each => each.scrollIntoView()")
    for each in ("#proof", ".claim__decide"):
        expect(page.locator(each)).to_be_in_viewport()
    assert overflow(page) <= 0


def test_without_a_script_the_same_by_forms_and_links(desk):
    page = desk("frau ohne", java_script_enabled=False)
    with page.expect_navigation():
        page.locator('.claim__decide [value="accept"]').click()
    assert "claim=" in page.url
    expect(page.locator("#the-claims")).to_have_text(re.compile(r"\b2 von "))
    with page.expect_navigation():
        page.get_by_test_id("before").click()
    expect(page.locator("#the-claims")).to_have_text(re.compile(r"\b1 von "))
    page.locator(".claims__all summary").click()
    with page.expect_navigation():
        page.locator(".claims__list a").nth(2).click()
    expect(page.locator("#the-claims")).to_have_text(re.compile(r"\b3 von "))
