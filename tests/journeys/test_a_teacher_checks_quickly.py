"""A teacher pastes an article and makes a round of it by answering questions."""

import re

import pytest
from playwright.sync_api import expect

from tests.articles.check.words import TEXT
from tests.journeys import article
from tests.journeys.chromium import overflow

PASSWORD = "vier Störche im Wind"
TITLE = "Streit um die Brücke"
FEW = 1  # taps after which there are more questions
LOOKS = pytest.mark.parametrize(("language", "width"), [("de", 1366), ("en", 390)])


def bring(page, name, text=TEXT):
    """Register, paste the article, and open the check from its page."""
    page.goto("/account/register")
    page.locator("#name").fill(name)
    page.locator("#password").fill(PASSWORD)
    page.locator("main button, main input[type=submit]").last.click()
    page.goto("/articles/new")
    page.locator("#text").fill(text)
    page.locator("#title").fill(TITLE)
    page.locator("#outlet").fill(article.OUTLET)
    page.locator("#published_on").fill("2026-03-02")
    page.locator('input[name="rights_basis"][value="own_text"]').check()
    page.locator("#submit").click()
    page.get_by_test_id("quick-check").click()
    expect(page.get_by_test_id("check-question")).to_be_visible()


def ready(page):
    """Wait until the script is at work."""
    expect(page.locator(".check[data-enhanced]")).to_be_attached()


def settled(page):
    """Wait until the question takes an answer: a double tap must not answer two."""
    expect(page.locator(".check[data-busy]:not([data-waits])")).to_be_attached()


def question(page):
    return page.get_by_test_id("check-question").inner_text()


def answered(page, act):
    """Do something that leads to the next question, without a new page."""
    before = page.get_by_test_id("check-question").text_content()
    settled(page)
    act()
    expect(page.get_by_test_id("check-question")).not_to_have_text(before)
    assert page.evaluate("window.stays === true"), "a page was loaded"


@LOOKS
def test_a_round_comes_of_a_few_taps(guardian, language, width):
    page = guardian.visit(language, width)
    bring(page, f"frau tanne {language}")
    ready(page)
    page.evaluate("window.stays = true")
    tally = page.get_by_test_id("tally")
    before = tally.inner_text()
    assert overflow(page) <= 0
    for _ in range(FEW):
        answered(page, page.get_by_test_id("yes").click)
    expect(tally).not_to_have_text(before)
    assert overflow(page) <= 0
    while page.get_by_test_id("check-question").count():
        left = page.locator("#check-card .kicker").text_content()
        settled(page)
        page.get_by_test_id("yes").click()
        expect(page.locator("#check-card")).not_to_contain_text(left)
    expect(page.get_by_test_id("check-done")).to_be_visible()
    expect(tally).to_contain_text(re.compile("reicht für|enough for"))
    assert page.evaluate("window.stays === true")
    page.get_by_test_id("make-set").click()
    expect(page.get_by_test_id("start-round")).to_be_visible()


def test_it_goes_by_keys_alone(guardian):
    page = guardian.visit("de", 1366)
    bring(page, "frau fichte")
    ready(page)
    page.evaluate("window.stays = true")
    keys = page.keyboard
    first = question(page)
    answered(page, lambda: keys.press("j"))
    answered(page, lambda: keys.press("u"))
    assert question(page) == first
    answered(page, lambda: keys.press("ArrowLeft"))
    answered(page, lambda: keys.press("u"))
    answered(page, lambda: keys.press("s"))
    asked = question(page)
    keys.press("n")
    expect(page.locator("[data-other]")).to_have_attribute("open", "")
    keys.press("Escape")
    expect(page.locator("[data-other]")).not_to_have_attribute("open", "")
    assert question(page) == asked
    expect(page.get_by_test_id("check-question")).to_be_focused()


def test_what_is_typed_is_no_key_and_enter_keeps_it(guardian):
    page = guardian.visit("en", 1366)
    bring(page, "herr lärche")
    ready(page)
    page.evaluate("window.stays = true")
    while "“Sie”" not in question(page):
        answered(page, lambda: page.keyboard.press("s"))
    page.get_by_test_id("somebody-else").click()
    page.locator("#other").click()
    page.keyboard.type("jnkysu Lenk")
    settled(page)
    page.keyboard.press("Enter")
    expect(page.locator(".field__error")).to_contain_text("nobody “jnkysu Lenk”")
    expect(page.locator("#other")).to_be_focused()
    page.locator("#other").fill("Vera Lenk")
    answered(page, lambda: page.locator("#other").press("Enter"))
    page.goto(page.url.partition("/check")[0])
    expect(page.get_by_text("corrected")).to_have_count(1)


def test_what_was_chosen_stays_where_the_server_is_away(guardian):
    page = guardian.visit("en", 1366)
    bring(page, "frau lärche")
    ready(page)
    page.evaluate("window.stays = true")
    while "“Sie”" not in question(page):
        answered(page, lambda: page.keyboard.press("s"))
    asked = question(page)
    away = "<main><h1>One moment</h1><p>The site is being restarted.</p></main>"

    def refuse(route):
        route.fulfill(status=503, body=away, content_type="text/html")

    page.route("**/check", refuse, times=1)
    page.get_by_test_id("somebody-else").click()
    settled(page)
    page.locator("#other").fill("Vera Lenk")
    page.locator("#other").press("Enter")
    expect(page.locator("[data-state]")).to_have_text("The site is being restarted.")
    expect(page.locator("#other")).to_have_value("Vera Lenk")
    assert question(page) == asked
    answered(page, lambda: page.locator("#other").press("Enter"))
    assert page.evaluate("window.stays === true")


def test_a_double_tap_answers_one_question(guardian):
    page = guardian.visit("de", 390)
    bring(page, "frau zirbe")
    ready(page)
    count = int(re.search(r"\d+", page.locator(".kicker").text_content())[0])
    page.get_by_test_id("yes").dblclick()
    expect(page.locator(".kicker")).to_contain_text(f"Noch {count - 1}")
    settled(page)
    expect(page.locator(".kicker")).to_contain_text(f"Noch {count - 1}")


@LOOKS
def test_it_works_without_javascript(guardian, language, width):
    page = guardian.visit(language, width, java_script_enabled=False)
    bring(page, f"frau eibe {language}")
    before = page.get_by_test_id("tally").inner_text()
    for _ in range(FEW):
        with page.expect_navigation():
            page.get_by_test_id("yes").click()
    expect(page.get_by_test_id("tally")).not_to_have_text(before)
    page.get_by_test_id("later").click()
    page.get_by_test_id("no-statement").click()
    page.get_by_test_id("undo").click()
    page.get_by_test_id("somebody-else").click()
    page.get_by_test_id("keep-other").click()
    expect(page.locator("[data-other]")).to_have_attribute("open", "")
    while page.get_by_test_id("check-question").count():
        with page.expect_navigation():
            page.get_by_test_id("yes").click()
    page.get_by_role("link", name=re.compile("zurückgelegte|left for later")).click()
    page.get_by_test_id("yes").click()
    expect(page.get_by_test_id("check-done")).to_be_visible()
