"""People play in Chromium against the game as it is served."""

import re
from contextlib import suppress
from uuid import UUID

import pytest
from playwright.sync_api import Error, expect

from quiz.engine.questions.form import Form
from quiz.play.models import Answer, Round
from tests.journeys import article
from tests.journeys.chromium import (
    FEEDBACK,
    WHERE,
    Guardian,
    Keyboard,
    Mouse,
    overflow,
    past_where,
    put_in_order,
)

PHONE, DESK = 360, 1920
ROUNDS = 10  # one begins with any questions
START = '[data-testid="start-round"]'
SUBMIT = '[data-testid="submit-answer"]'
NEXT = '[data-testid="next-question"]'


def round_on(page):
    return UUID(page.url.split("/")[4])


def numbers_on(page):
    text = page.get_by_test_id("round-result").inner_text()
    return [
        int(n)
        for pair in re.findall(r"(\d+)\s+(?:von|of) (\d+)", text)[:2]
        for n in pair
    ]


def answer(hands, line, rightly):
    """Answer the question on the page by hand; a chain always rightly."""
    if line.question.form is Form.ORDERING:
        put_in_order(hands, line.right)
    else:
        for place in line.right if rightly else line.wrong:
            hands.choose(place)
    hands.press(SUBMIT)
    past_where(hands)


def play(hands, ledger, rightly=True):
    """Play the round whose first question is on the page; how many questions."""
    page = hands.page
    page.get_by_test_id("question").wait_for()
    lines = ledger.lines(round_on(page))
    for line in lines.values():
        page.get_by_test_id("question").wait_for()
        assert overflow(page) <= 0
        answer(hands, line, rightly)
        assert overflow(page) <= 0
        expect(page.get_by_test_id("explanation")).to_be_visible()
        expect(page.locator("#proof")).to_be_attached()
        hands.press(NEXT)
    page.get_by_test_id("round-result").wait_for()
    assert overflow(page) <= 0
    return len(lines)


@pytest.mark.parametrize(
    ("hands", "language", "width"),
    [
        (Mouse, "de", PHONE),
        (Mouse, "en", DESK),
        (Keyboard, "de", DESK),
        (Keyboard, "en", PHONE),
    ],
)
def test_a_round_is_played_by_hand(guardian, ledger, hands, language, width):
    page = guardian.visit(language, width)
    assert page.locator("html").get_attribute("lang") == language
    assert overflow(page) <= 0
    hands = hands(page)
    hands.press(START)
    rightly = isinstance(hands, Mouse)
    count = play(hands, ledger, rightly)
    score = ledger.score(round_on(page))
    assert numbers_on(page) == [score.right, count, score.points, score.possible]
    lines = ledger.lines(round_on(page)).values()
    chains = sum(line.question.form is Form.ORDERING for line in lines)
    assert score.right == (count if rightly else chains)


def point_to_proofs(page, ledger):
    """Answer wrongly and tap the sentence wherever it is asked for; how often."""
    round_id, told = round_on(page), 0
    text = ledger.text(round_id)
    for line in ledger.lines(round_id).values():
        if line.question.form is Form.ORDERING:
            put_in_order(Mouse(page), line.right)
        else:
            for place in line.wrong:
                Mouse(page).choose(place)
        page.get_by_test_id("submit-answer").tap()
        page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
        if page.locator(WHERE).count():
            told += 1
            expect(page.get_by_test_id("point")).to_be_in_viewport(ratio=1)
            words = re.split(r"(?<=[.!?]) ", line.question.evidence[0].of(text))[0][:60]
            page.get_by_test_id("sentence").filter(has_text=words).first.tap()
            page.get_by_test_id("point").tap()
            expect(page.get_by_test_id("pointed")).to_contain_text("Gefunden")
        with page.expect_navigation():
            page.get_by_test_id("next-question").tap()
    return told


def test_on_a_phone_the_sentence_that_shows_it_is_tapped(guardian, ledger):
    page = guardian.visit("de", 390, has_touch=True)
    page.set_viewport_size({"width": 390, "height": 664})
    for _ in range(ROUNDS):
        page.goto("/")
        page.get_by_test_id("start-round").first.tap()
        page.get_by_test_id("question").wait_for()
        if told := point_to_proofs(page, ledger):
            break
    else:
        pytest.fail("no round asked for a sentence")
    result = page.get_by_test_id("round-result")
    expect(result).to_contain_text(f"{told} von {told} Stelle")


def test_a_newcomer_is_in_a_round_with_one_click(guardian):
    page = guardian.visit(width=PHONE)
    start = page.get_by_test_id("start-round").first
    expect(start).to_be_in_viewport(ratio=1)
    start.click()
    expect(page.get_by_test_id("stem")).to_be_in_viewport()
    expect(page.get_by_test_id("option").first).to_be_in_viewport()


def test_reloading_changes_nothing(guardian, ledger):
    page = guardian.visit()
    rounds = ledger.count(Round)
    page.get_by_test_id("start-round").first.click()
    page.get_by_test_id("question").wait_for()
    stem = page.get_by_test_id("stem").inner_text()
    options = page.get_by_test_id("option").all_text_contents()
    page.reload()
    assert page.get_by_test_id("stem").inner_text() == stem
    assert page.get_by_test_id("option").all_text_contents() == options
    answer(Mouse(page), ledger.lines(round_on(page))[1], rightly=False)
    before = ledger.lines(round_on(page))
    page.reload()
    expect(page.get_by_test_id("feedback")).to_be_visible()
    assert ledger.lines(round_on(page)) == before
    assert ledger.count(Round) == rounds + 1


def test_a_second_tab_goes_on_and_the_first_answer_counts(guardian, ledger):
    first = guardian.visit()
    first.get_by_test_id("start-round").first.click()
    first.get_by_test_id("question").wait_for()
    line = ledger.lines(round_on(first))[1]
    second = first.context.new_page()
    second.goto("/")
    second.get_by_test_id("start-round").first.click()
    expect(second).to_have_url(first.url)
    answer(Mouse(second), line, rightly=True)
    answer(Mouse(first), line, rightly=False)
    expect(first.get_by_role("alert")).to_contain_text("schon")
    lines = ledger.lines(round_on(first))
    assert lines[1].positions(lines[1].reply) == line.right
    assert sum(each.answers for each in lines.values()) == 1


def test_the_back_button_cannot_change_an_answer(guardian, ledger):
    page = guardian.visit()
    page.get_by_test_id("start-round").first.click()
    page.get_by_test_id("question").wait_for()
    hands, line = Mouse(page), ledger.lines(round_on(page))[1]
    answer(hands, line, rightly=False)
    hands.press(NEXT)
    expect(page).to_have_url(re.compile("/2$"))
    kept = ledger.lines(round_on(page))
    page.go_back()
    expect(page).to_have_url(re.compile("/1$"))
    expect(page.get_by_test_id("feedback")).to_be_visible()
    expect(page.get_by_test_id("submit-answer")).to_have_count(0)
    page.go_forward()
    page.goto(page.url.rpartition("/")[0])
    expect(page).to_have_url(re.compile("/2$"))
    assert ledger.lines(round_on(page)) == kept


def reopened(guardian, page, language):
    """The same person after the browser was closed: only lasting cookies are left."""
    cookies = [each for each in page.context.cookies() if each["expires"] > 0]
    return guardian.visit(language, storage_state={"cookies": cookies, "origins": []})


def test_a_round_is_still_there_after_the_browser_was_closed(guardian, ledger):
    page = guardian.visit()
    page.get_by_test_id("start-round").first.click()
    answer(Mouse(page), ledger.lines(ledger.newest_round())[1], rightly=True)
    here = page.url
    later = reopened(guardian, page, "de")
    later.get_by_role("link", name="Weiterspielen").click()
    expect(later).to_have_url(re.sub("1$", "2", here))


def test_the_chosen_language_is_remembered(guardian):
    page = guardian.visit("de")
    page.get_by_test_id("start-round").first.click()
    question = page.url
    page.get_by_role("button", name="English").click()
    expect(page).to_have_url(question)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_test_id("submit-answer")).to_have_text("Answer")
    later = reopened(guardian, page, "de")
    expect(later.locator("html")).to_have_attribute("lang", "en")


def register(page, name):
    page.goto("/account/register")
    page.locator("#name").fill(name)
    page.locator("#password").fill("vier Störche im Wind")
    page.locator("main button, main input[type=submit]").last.click()


def test_a_teacher_makes_a_round_of_an_own_article_and_plays_it(guardian, ledger):
    page = guardian.visit("de")
    register(page, "frau linde")
    page.get_by_role("link", name="Artikel", exact=True).click()
    page.get_by_role("link", name=re.compile("Artikel .+")).click()
    page.locator("#text").fill(article.TEXT)
    page.locator("#title").fill(article.TITLE)
    page.locator("#outlet").fill(article.OUTLET)
    page.locator("#published_on").fill("2026-03-02")
    page.locator('input[name="rights_basis"][value="own_text"]').check()
    page.locator("#submit").click()
    claims = page.get_by_test_id("claim")
    expect(claims.first).to_be_visible()
    expect(page.get_by_test_id("after")).to_be_visible()
    page.get_by_test_id("make-set").click()
    expect(page.get_by_test_id("set-question").nth(4)).to_be_visible()
    page.get_by_test_id("start-round").click()
    page.get_by_test_id("question").wait_for()
    count = play(Mouse(page), ledger)
    assert numbers_on(page)[:2] == [count, count]
    stranger = guardian.visit("de")
    register(stranger, "herr ulme")
    stranger.goto("/sets")
    expect(stranger.get_by_text(article.TITLE)).to_have_count(0)


def test_a_guest_who_registers_keeps_the_rounds(guardian, ledger):
    page = guardian.visit("de")
    page.get_by_test_id("start-round").first.click()
    page.get_by_test_id("question").wait_for()
    answered = ledger.count(Answer)
    answer(Mouse(page), ledger.lines(round_on(page))[1], rightly=True)
    played = page.url.rpartition("/")[0]
    register(page, "frau espe")
    page.goto(played)
    expect(page).to_have_url(f"{played}/2")
    elsewhere = guardian.visit("de")
    elsewhere.goto("/account/sign-in")
    elsewhere.locator("#name").fill("frau espe")
    elsewhere.locator("#password").fill("vier Störche im Wind")
    elsewhere.locator("main input[type=submit], main button").last.click()
    elsewhere.goto("/progress")
    assert elsewhere.get_by_test_id("progress").locator("tbody tr").count() == 1
    assert ledger.count(Answer) == answered + 1


def test_the_guardian_sees_what_must_not_happen(chromium, served):
    guardian = Guardian(chromium, served.address)
    page = guardian.visit()
    assert not guardian.trouble
    with page.expect_console_message(lambda said: said.text.startswith("CSP")):
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "1";
              document.body.append(script);
            }"""
        )
    with page.expect_event("pageerror"):
        page.evaluate("() => { setTimeout(() => { throw new Error('it fails'); }); }")
    with suppress(Error):
        page.goto("http://127.0.0.2:9/")
    guardian.close()
    trouble = "\n".join(guardian.trouble)
    for each in ("CSP: script-src", "it fails", "a request to http://127.0.0.2"):
        assert each in trouble
