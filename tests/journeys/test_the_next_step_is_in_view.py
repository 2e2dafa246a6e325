"""Every page of a round on five screens: the next step is in view, the text at hand."""

import re
from uuid import UUID

from playwright.sync_api import expect

from quiz.engine.questions.form import Form
from tests.journeys.chromium import (
    FEEDBACK,
    WHERE,
    Mouse,
    overflow,
    past_where,
    put_in_order,
)

SCREENS = ((390, 664), (360, 640), (820, 1180), (1366, 650), (1440, 900))
STEP = ", ".join(
    f'[data-testid="{step}"]' for step in ("submit-answer", "point", "next-question")
)
TALLEST_BAR = 64
SMALLEST_TARGET = 44
SHORT = 576  # where the page of the sentences scrolls as a whole
ROUNDS = 20  # one begins with any question

# What can be pressed while playing; links inside running text are as tall as it.
SMALL = """(least) => [...document.querySelectorAll(
    ".bar a, .bar button, .reader__tools > *, .dock > .button, .hint, " +
    "label.option")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
  .filter(([, box]) => box.width < least - 0.5 || box.height < least - 0.5)
  .map(([text, box]) => `${text}: ${box.width} × ${box.height}`)"""
HEIGHT = "document.querySelector('header').getBoundingClientRect().height"
# How much of the text is in view: the strip or column with the words it shows.
TEXT = """() => {
  const shown = document.querySelector(".reader__pane, .where__text");
  const pane = shown.getBoundingClientRect();
  return Math.min(pane.bottom, innerHeight) - Math.max(pane.top, 0);
}"""


def start(guardian):
    page = guardian.visit("de", 390)
    page.get_by_test_id("start-round").first.click()
    page.get_by_test_id("question").wait_for()
    return page


def look(page):
    """What is wrong with the page on any of the screens, just loaded."""
    wrong = []
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        page.locator(".reader__pane[data-enhanced], .where[data-enhanced]").wait_for()
        here = f"{page.url.rpartition('/')[2]} at {width} × {height}"
        box = page.locator(STEP).first.bounding_box()
        if box["y"] < 0 or box["y"] + box["height"] > height:
            wrong.append(f"{here}: the next step is at {box}")
        if page.evaluate(HEIGHT) > TALLEST_BAR:
            wrong.append(f"{here}: the bar is {page.evaluate(HEIGHT)} tall")
        if page.evaluate(TEXT) < 100:
            wrong.append(f"{here}: the text is out of sight")
        if page.locator(f"{WHERE} #here").count() and height > SHORT:
            page.evaluate("scrollTo(0, 0)")  # a reload keeps what a resize scrolled
            for each in ("#here", "#stem"):
                expect(page.locator(each)).to_be_in_viewport()
        wrong += [f"{here}: {each}" for each in page.evaluate(SMALL, SMALLEST_TARGET)]
        if overflow(page) > 0:
            wrong.append(f"{here}: {overflow(page)} pixels too wide")
    return wrong


def test_the_next_step_is_in_view_on_every_page_of_a_round(guardian, ledger):
    page = start(guardian)
    lines = ledger.lines(UUID(page.url.split("/")[4]))
    wrong, asked = [], 0
    for number, line in lines.items():
        wrong += look(page)
        hands = Mouse(page)
        if line.question.form is Form.ORDERING:
            put_in_order(hands, line.right)
        else:
            for place in line.right if number % 2 else line.wrong:
                hands.choose(place)
        page.get_by_test_id("submit-answer").click()
        page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
        if page.locator(WHERE).count():
            asked += 1
            wrong += look(page)
            past_where(hands)
        wrong += look(page)
        page.get_by_test_id("next-question").click()
        page.wait_for_url(re.compile(rf"/({number + 1}|result)$"))
    page.get_by_test_id("round-result").wait_for()
    assert asked
    assert not wrong, "\n".join(wrong)


def begun_with_a_choice(guardian, ledger):
    """A round at its first question: a choice, about words marked in the text."""
    for _ in range(ROUNDS):
        page = guardian.visit("de", 390)
        page.set_viewport_size({"width": 390, "height": 664})
        page.get_by_test_id("start-round").first.click()
        page.get_by_test_id("question").wait_for()
        page.wait_for_load_state()
        [line, *_others] = ledger.lines(UUID(page.url.split("/")[4])).values()
        if line.question.form.picks_one and page.locator("#here").count():
            return page, line
    raise AssertionError("no round began with a choice")


def test_the_first_answer_takes_three_taps_with_the_passage_in_view(guardian, ledger):
    page, line = begun_with_a_choice(guardian, ledger)
    expect(page.locator("#here")).to_be_in_viewport()
    Mouse(page).choose(line.right[0])
    page.get_by_test_id("submit-answer").click()
    expect(page.get_by_test_id("feedback")).to_be_visible()
    expect(page.locator("#proof")).to_be_in_viewport()


def test_the_text_stays_as_large_as_it_was_left(guardian):
    page = start(guardian)
    more = page.locator(".reader__whole")
    page.locator(".reader__size").click()
    expect(more).to_be_checked()
    page.reload()
    expect(more).to_be_checked()
    large = page.evaluate(TEXT)
    page.locator(".reader__size").click()
    assert page.evaluate(TEXT) < large
    expect(page.get_by_test_id("submit-answer")).to_be_in_viewport(ratio=1)


def test_finished_questions_are_not_in_the_way_of_the_keyboard(guardian, ledger):
    page = start(guardian)
    [first, *_others] = ledger.lines(UUID(page.url.split("/")[4])).values()
    hands = Mouse(page)
    if first.question.form is Form.ORDERING:
        put_in_order(hands, first.right)
    else:
        for place in first.right:
            hands.choose(place)
    page.get_by_test_id("submit-answer").click()
    page.get_by_test_id("next-question").click()
    page.locator('[data-testid="question"]:focus').wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.options') !== null")
    expect(page.get_by_role("link", name="Frage 1")).to_be_attached()
