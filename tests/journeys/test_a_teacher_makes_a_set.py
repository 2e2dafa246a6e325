"""A teacher goes from a pasted article to a published set, in Chromium."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from quiz.bank.page import SHEETS_A_PAGE
from tests.journeys import article

PASSWORD = "vier Kraniche am Ufer"
MOST_INTERACTIONS = 25
WANTED = 10


class Counted:
    """A teacher's hands on a page; every click, key or filled field counts."""

    def __init__(self, page):
        """Begin to count on this page."""
        self.page = page
        self.count = 0

    def fill(self, field, text):
        self.count += 1
        self.page.locator(f'main [name="{field}"]').fill(text)

    def click(self, selector, number=0):
        self.count += 1
        self.page.locator(selector).nth(number).click()


class Keys(Counted):
    """The same by keyboard alone: along the page with Tab, then space or Enter."""

    def fill(self, field, text):
        self.count += 1
        self._go_to(f'main [name="{field}"]', 0)
        if field == "published_on":  # day, month and year are typed one after another
            self.page.keyboard.type("".join(reversed(text.split("-"))))
        else:
            self.page.keyboard.insert_text(text)

    def click(self, selector, number=0):
        self.count += 1
        self._go_to(selector, number)
        is_box = self.page.evaluate(
            "['checkbox', 'radio'].includes(document.activeElement.type)"
        )
        self.page.keyboard.press("Space" if is_box else "Enter")

    def _go_to(self, selector, number):
        wanted = self.page.locator(selector).nth(number)
        wanted.wait_for()
        for _ in range(400):
            if wanted.evaluate("e => e === document.activeElement"):
                return
            if self._is_beside(wanted):
                self.page.keyboard.press("ArrowDown")
            else:
                self.page.keyboard.press("Tab")
        raise AssertionError(f"no way by keyboard to {selector}")

    def _is_beside(self, wanted):
        """Whether the focus is on another radio button of the same group."""
        return wanted.evaluate(
            """e => e.type === "radio" && document.activeElement !== e
                && document.activeElement.name === e.name"""
        )


@pytest.fixture
def signed_in(guardian):
    """A page of a teacher who has just registered."""
    page = guardian.visit()
    page.goto("/account/register")
    page.locator('main [name="name"]').fill(f"frau {uuid4().hex[:12]}")
    page.locator('main [name="password"]').fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form [type=submit]").click()
    return page


def bring(hands):
    hands.page.goto("/articles/new")
    hands.fill("text", article.TEXT)
    hands.fill("title", article.TITLE)
    hands.fill("outlet", article.OUTLET)
    hands.fill("published_on", "2026-03-02")
    hands.click('input[value="own_text"]')
    hands.click("#submit")
    hands.page.wait_for_url(re.compile("/articles/[0-9a-f-]{36}$"))


def choose_ten(hands):
    page = hands.page
    hands.click('[data-testid="make-set"]')
    hands.click('[data-testid="change-set"]')
    page.wait_for_url(re.compile("/drafts/"))
    hands.click('[data-testid="mix"]')
    mixed = page.locator(".notice--good")
    mixed.wait_for()
    kept = page.locator('[name="keep"]:checked')
    if kept.count() < WANTED:
        hands.count += 2  # which ones, and show them
        page.goto(f"{page.url.split('?')[0]}?choice=all")
    while page.get_by_test_id("kept").inner_text() != str(WANTED):
        hands.click('[name="keep"]:not(:checked)', 2)
    expect(page.get_by_test_id("kept")).to_have_text(str(WANTED))
    hands.click('[data-testid="publish"]')
    page.wait_for_url(re.compile("/sets/"))


@pytest.mark.parametrize("hands", [Counted, Keys])
def test_ten_questions_are_published_in_less_than_25_interactions(signed_in, hands):
    hands = hands(signed_in)
    bring(hands)
    choose_ten(hands)
    shown = signed_in.get_by_test_id("set-question")
    expect(shown).to_have_count(SHEETS_A_PAGE)
    assert hands.count < MOST_INTERACTIONS
    signed_in.locator("[rel=next]").click()
    expect(shown).to_have_count(WANTED - SHEETS_A_PAGE)


def open_draft(page):
    bring(Counted(page))
    page.get_by_test_id("make-set").click()
    page.get_by_test_id("change-set").click()
    page.wait_for_url(re.compile("/drafts/"))
    page.locator("form[data-behaviour~=autosave][data-enhanced]").wait_for()


def test_ticks_are_saved_by_themselves(signed_in):
    open_draft(signed_in)
    ticks = signed_in.locator('[name="keep"][type=checkbox]')
    before = int(signed_in.get_by_test_id("kept").inner_text())
    state = signed_in.locator("[data-state]")
    for number in (0, 1):
        ticks.nth(number).uncheck()
        expect(state).to_have_text(re.compile("^(Gespeichert|Saved)$"))
    expect(signed_in.get_by_test_id("kept")).to_have_text(str(before - 2))
    signed_in.goto(f"{signed_in.url}?choice=all")
    assert [ticks.nth(n).is_checked() for n in range(3)] == [False, False, True]


def test_what_everybody_gets_follows_the_ticks(signed_in):
    open_draft(signed_in)
    ticks = signed_in.locator('[name="keep"][type=checkbox]')
    given = signed_in.get_by_test_id("given")
    assert int(signed_in.get_by_test_id("kept").inner_text()) > 20
    expect(given).to_have_text(re.compile("ausgelost|drawn by lot"))
    aside = signed_in.locator('[name="keep"][type=hidden]')
    aside.evaluate_all("all => all.slice(1).forEach((each) => each.remove())")
    ticks.nth(0).uncheck()
    ticks.nth(0).check()
    expect(given).to_have_text(re.compile("alle 11 Fragen|all 11 questions"))
    expect(signed_in.get_by_test_id("clashing")).to_be_visible()
    aside.evaluate_all("all => all.forEach((each) => each.remove())")
    for number in range(3, ticks.count()):
        ticks.nth(number).uncheck()
    expect(given).to_have_text(re.compile("reicht nicht|Not enough"))
    expect(signed_in.get_by_test_id("clashing")).to_have_count(0)
    ticks.nth(5).check()  # and what was saved meanwhile is no clash
    state = signed_in.locator("[data-state]")
    expect(state).to_have_text(re.compile("^(Gespeichert|Saved)$"))


def test_a_tick_in_another_tab_is_not_overwritten_silently(signed_in):
    open_draft(signed_in)
    other = signed_in.context.new_page()
    other.goto(signed_in.url)
    signed_in.locator('[name="keep"][type=checkbox]').nth(0).uncheck()
    state = signed_in.locator("[data-state]")
    expect(state).to_have_text(re.compile("^(Gespeichert|Saved)$"))
    other.locator('[name="keep"][type=checkbox]').nth(1).uncheck()
    expect(other.locator("[data-state]")).to_contain_text(
        re.compile("an anderer Stelle geändert|changed somewhere else")
    )
    signed_in.goto(f"{signed_in.url}?choice=all")
    assert signed_in.locator('[name="keep"][type=checkbox]').nth(1).is_checked()


def test_without_a_connection_the_choice_stays_and_the_page_says_so(signed_in):
    open_draft(signed_in)
    signed_in.context.set_offline(True)
    signed_in.locator('[name="keep"][type=checkbox]').nth(0).uncheck()
    state = signed_in.locator("[data-state]")
    expect(state).to_contain_text(re.compile("keine Verbindung|no connection"))
    signed_in.context.set_offline(False)
    signed_in.locator('[name="keep"][type=checkbox]').nth(1).uncheck()
    expect(state).to_have_text(re.compile("^(Gespeichert|Saved)$"))
    signed_in.goto(f"{signed_in.url}?choice=all")
    assert not signed_in.locator('[name="keep"][type=checkbox]').nth(0).is_checked()
