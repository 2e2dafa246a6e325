"""Each form that a teacher can write is answered by mouse, touch and keyboard."""

import pytest
from playwright.sync_api import expect

from quiz.engine.questions.editing.line_format import OwnForm
from tests.engine.questions.editing.test_line_format import GOOD
from tests.journeys.test_a_teacher_makes_a_set import Keys

TEXT = "„Es regnet heute sehr stark“, sagte Frau Wolke. Dann schien die Sonne."
PASSWORD = "vier Dohlen im Turm"


@pytest.fixture(scope="module")
def address(chromium, served):
    """Where a set with a question of each form is played."""
    context = chromium.new_context(base_url=served.address, locale="de-DE")
    page = context.new_page()
    page.goto("/account/register")
    page.fill("#name", "frau dohle")
    page.fill("#password", PASSWORD)
    page.locator("main form [type=submit]").click()
    page.goto("/articles/new")
    fields = {"title": "Regen", "outlet": "Bote", "published_on": "2026-03-02"}
    for name, text in ({"text": TEXT} | fields).items():
        page.fill(f"#{name}", text)
    page.locator('input[value="own_text"]').check()
    page.locator("#submit").click()
    page.get_by_test_id("own-set").click()
    page.get_by_test_id("own-question").wait_for()
    draft = page.url
    for form in OwnForm:
        page.goto(f"{draft}/own?form={form.value}")
        page.fill("#stem_de", f"Was passt hier ({form.value})?")
        page.fill("#lines", GOOD[form])
        page.locator("#submit").click()
        page.get_by_test_id("own-question").wait_for()
    page.goto(draft)
    page.get_by_test_id("publish").click()
    page.locator("#to-link").check()
    page.locator("form:has(#to-link) button").click()
    page.locator("#to-link").wait_for()
    found = page.url
    context.close()
    return found


class Mouse:
    """Points and clicks."""

    options = {"width": 1280}

    def __init__(self, page):
        self.page = page

    def press(self, selector, number=0):
        self.page.locator(selector).nth(number).click()

    def type(self, selector, number, text):
        self.press(selector, number)
        self.page.keyboard.type(text)


class Finger(Mouse):
    """Taps on a phone."""

    options = {"width": 360, "has_touch": True}

    def press(self, selector, number=0):
        self.page.locator(selector).nth(number).tap()


class Keyboard(Mouse):
    """Walks with Tab and presses the blank or Enter."""

    options = {"width": 360}

    def __init__(self, page):
        super().__init__(page)
        self.keys = Keys(page)

    def press(self, selector, number=0):
        self.keys.click(selector, number)

    def type(self, selector, number, text):
        self.keys._go_to(selector, number)
        self.page.keyboard.type(text)


def answer(hand):
    """Something in every place of the question, once the page's scripts are at work."""
    page = hand.page
    page.locator("main form[data-enhanced]").first.wait_for()
    for number in range(page.locator("main .typed__box").count()):
        hand.type("main .typed__box", number, "12")
    rows = page.locator("main fieldset.row").count()
    for row in range(rows):
        hand.press(f"main [name='row-{row + 1}']")
    if page.locator("main .deck__button").count():
        places = page.locator("main .deck [data-slot]").count()
        card = "main .option--outside" if places else "main"
        for _ in range(max(places, 1)):
            hand.press(f"{card} .deck__button")
    elif not rows and page.locator("main [name='option']").count():
        hand.press("main [name='option']")
    hand.press("main [data-testid='submit-answer']")
    page.get_by_test_id("feedback").wait_for()


@pytest.mark.parametrize("way", [Mouse, Finger, Keyboard])
def test_a_pupil_answers_every_form(guardian, address, way):
    hand = way(guardian.visit(**way.options))
    page = hand.page
    page.goto(address)
    with page.expect_navigation():
        hand.press("[data-testid='start-round']")
    met = set()
    while page.get_by_test_id("question").count():
        stem = page.get_by_test_id("stem").inner_text()
        met |= {form for form in OwnForm if f"({form.value})" in stem}
        answer(hand)
        with page.expect_navigation():
            hand.press("[data-testid='next-question']")
    expect(page.get_by_test_id("round-result")).to_be_visible()
    assert met == set(OwnForm)
