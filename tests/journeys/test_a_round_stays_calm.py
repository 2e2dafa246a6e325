"""A round on a phone and a laptop: nothing jumps, and few keys are needed."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from quiz.bank.models import BankItem
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import QuestionKind
from quiz.play.models import RoundItem
from tests.journeys.chromium import FEEDBACK, WHERE, Mouse, overflow, put_in_order

SCREENS = ((390, 844), (1366, 768))
STILL = 0.005  # layout shift; up to 0.1 is called good
MOST_PRESSES = 5
ROUNDS = 4

COUNT_SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const of = entry.sources.map(({ node }) => node?.className || node?.nodeName);
    window.shifts.push([entry.value, `${of}`]);
  }
}).observe({ type: "layout-shift", buffered: true });"""
PATIENCE_MS = 700  # longer than any of our motions


def begun(page):
    page.get_by_test_id("start-round").first.click()
    page.get_by_test_id("question").wait_for()
    return UUID(page.url.split("/")[4])


def jumps(page):
    """By how much what is on the page has moved since it came, and what did."""
    page.wait_for_timeout(PATIENCE_MS)
    shifts = page.evaluate("window.shifts")
    moved = sum(value for value, _what in shifts)
    here = page.get_by_test_id("stem").or_(page.get_by_test_id("score")).inner_text()
    return [f"{page.url.rpartition('/')[2]} {here}: {shifts}"] if moved > STILL else []


def reply(hands, line, right):
    if line.question.form is Form.ORDERING:
        put_in_order(hands, line.right)
        return
    for place in line.right if right else line.wrong:
        hands.choose(place)


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_nothing_jumps_on_any_page_of_a_round(guardian, ledger, size):
    page = guardian.visit("de", size[0])
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page.emulate_media(reduced_motion="no-preference")
    page.add_init_script(COUNT_SHIFTS)
    wrong = []
    for number, line in ledger.lines(begun(page)).items():
        page.reload()
        wrong += jumps(page)
        reply(Mouse(page), line, right=number % 2)
        wrong += jumps(page)
        page.get_by_test_id("submit-answer").click()
        page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
        if page.locator(WHERE).count():
            wrong += jumps(page)
            page.get_by_test_id("skip-pointing").click()
            page.locator(FEEDBACK).wait_for()
        wrong += jumps(page)
        page.get_by_test_id("next-question").click()
        page.wait_for_url(re.compile(rf"/({number + 1}|result)$"))
    page.get_by_test_id("round-result").wait_for()
    wrong += jumps(page)
    assert not wrong, "\n".join(wrong)


def begun_with_cards(page, ledger):
    """A round whose first question are cards to put in order."""
    round_id = begun(page)
    with ledger.writing() as session:
        kind = QuestionKind.CHAIN_ORDER.value
        asked = session.scalars(select(BankItem).where(BankItem.kind == kind)).first()
        first = session.get_one(RoundItem, (round_id, 1))
        first.item_id = asked.id
        first.option_order = [option.id for option in asked.as_question().options]
    page.reload()
    page.locator("[data-card]").last.wait_for()
    return ledger.lines(round_id)[1]


WHERE_THEY_ARE = """all => all.map((each) => {
  const { top, left, height } = each.getBoundingClientRect();
  return [top, left, height].map(Math.round);
})"""


def test_cards_lie_from_the_first_where_their_script_leaves_them(guardian, ledger):
    page = guardian.visit("de", 390)
    idle = {"content_type": "text/javascript", "body": "export default () => {};"}
    page.route("**/order-cards*", lambda route: route.fulfill(**idle))
    begun_with_cards(page, ledger)
    still = page.locator(".deck > *, .deck label, .dock")
    before = still.evaluate_all(WHERE_THEY_ARE)
    page.unroute_all()
    page.reload()
    page.locator(".deck--moving").wait_for()
    assert still.evaluate_all(WHERE_THEY_ARE) == before


def test_an_empty_place_is_told_of_and_nothing_is_sent(guardian, ledger):
    page = guardian.visit("de", 390)
    line = begun_with_cards(page, ledger)
    round_id = UUID(page.url.split("/")[4])
    page.locator(".deck--moving").wait_for()
    page.locator("[data-card]").first.click()
    page.get_by_test_id("submit-answer").click()
    expect(page.locator("[data-state]")).to_have_text(re.compile("Platz ist leer"))
    assert ledger.lines(round_id)[1].reply is None
    put_in_order(Mouse(page), line.right)
    expect(page.locator("[data-state]")).to_have_text("")
    page.get_by_test_id("submit-answer").click()
    page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
    assert ledger.lines(round_id)[1].reply is not None


class Presses:
    """Hands that only press keys, and count how often."""

    def __init__(self, page):
        self.page = page
        self.count = 0

    def press(self, key):
        self.count += 1
        self.page.keyboard.press(key)


def answer_by_digits(keys, line):
    """The digits that choose the answer, as the page names them."""
    rows = list(dict.fromkeys(o.prompt for o in line.question.options))
    options = {option.id: option for option in line.question.options}
    if line.question.form is not Form.MATCHING:
        for place in line.right:
            keys.press(str(place))
        return
    for row, place in zip(rows, line.right, strict=True):
        shown = [at for at, o in enumerate(line.order, 1) if options[o].prompt == row]
        keys.press(str(shown.index(place) + 1))


def test_a_question_costs_at_most_five_presses(guardian, ledger):
    page = guardian.visit("de", 1366)
    for _ in range(ROUNDS):
        page.goto("/")
        for number, line in ledger.lines(begun(page)).items():
            page.locator("form[data-enhanced]").wait_for()
            page.locator('[data-testid="question"]:focus').wait_for()
            if line.question.form is Form.MARKING:
                Mouse(page).choose(line.right[0])
                page.get_by_test_id("submit-answer").click()
                keys = Presses(page)
            else:
                keys = Presses(page)
                answer_by_digits(keys, line)
                keys.press("Enter")
            page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
            if page.locator(WHERE).count():
                page.get_by_test_id("skip-pointing").click()
            page.locator(f"{FEEDBACK}[data-enhanced]:focus").wait_for()
            assert "right" in page.locator(FEEDBACK).get_attribute("class")
            keys.press("Enter")
            page.wait_for_url(re.compile(rf"/({number + 1}|result)$"))
            assert keys.count <= MOST_PRESSES, line.question.kind


def test_what_is_chosen_is_seen_in_forced_colours(guardian, ledger):
    page = guardian.visit("de", 390, forced_colors="active")
    line = ledger.lines(begun(page))[1]
    option = page.locator("label.option, label.word, [data-card]").first
    before = option.evaluate("(e) => getComputedStyle(e).borderTopWidth")
    option.click()
    if line.question.form is not Form.ORDERING:
        assert option.evaluate("(e) => getComputedStyle(e).borderTopWidth") != before
    switch = page.get_by_test_id("sure")
    off = switch.screenshot()
    switch.check()
    assert switch.screenshot() != off


@pytest.mark.parametrize("zoom", [2, 4])
def test_mistakes_and_cards_stay_clean_when_all_is_larger(guardian, ledger, zoom):
    page = guardian.visit("de", 1280)
    page.set_viewport_size({"width": 1280 // zoom, "height": 900 // zoom})
    round_id = begun(page)
    for number, line in ledger.lines(round_id).items():
        page.goto(f"/play/{round_id}/{number}")
        reply(Mouse(page), line, right=False)
        assert overflow(page) <= 0
        page.get_by_test_id("submit-answer").click()
        page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
        assert overflow(page) <= 0
    page.goto(f"/play/{round_id}/result")
    assert overflow(page) <= 0
    page.get_by_test_id("try-again").click()
    expect(page.get_by_test_id("trial")).to_be_visible()
    assert overflow(page) <= 0
