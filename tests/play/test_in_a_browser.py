"""What the scripts add to a round, in Chromium, against a real server."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from sqlalchemy import select, update
from werkzeug.serving import make_server

from quiz.play.models import Answer, Round
from tests.apps import app_on
from tests.databases import fresh_database
from tests.village import make_played_set

CHROMIUM = Path("/usr/bin/chromium")
ROUNDS = 20  # one begins with any question, and has fewer
PHONE = {"width": 360, "height": 640}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason="Chromium is not installed on this machine"
    ),
]


@pytest.fixture
def sessions(request, tmp_path):
    app = app_on(fresh_database(request, "sqlite", tmp_path))
    sessions = app.extensions["quiz.sessions"]
    with sessions.writing.begin() as session:
        make_played_set(session)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    request.node.address = f"http://127.0.0.1:{server.port}"
    yield sessions
    server.shutdown()
    thread.join()
    server.server_close()
    sessions.engine.dispose()


@pytest.fixture
def page(request, sessions) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        for _ in range(ROUNDS):
            page = begun(browser, request.node.address)
            if page.get_by_role("radio").count():
                break
            page.context.close()
        else:
            pytest.fail("no round began with a choice")
        yield page
        browser.close()


def begun(browser, address):
    """A round of somebody new, at its first question."""
    page = somebody_new(browser, address, locale="en-GB", viewport=PHONE)
    page.goto("/")
    page.get_by_test_id("start-round").first.click()
    page.locator("form[data-enhanced]").wait_for()
    return page


def somebody_new(browser, address, **options):
    page = browser.new_context(base_url=address, **options).new_page()
    page.set_default_timeout(10_000)
    return page


def kept(sessions):
    with sessions.reading() as session:
        return [list(row) for row in session.scalars(select(Answer.reply))]


def go_to_the_chain(page):
    for _ in range(ROUNDS):
        if page.locator("[data-card]").count():
            return
        page.get_by_role("radio").first.check()
        page.get_by_test_id("submit-answer").click()
        skip, onward = map(page.get_by_test_id, ("skip-pointing", "next-question"))
        skip.or_(onward).wait_for()
        if skip.count():
            skip.click()
        onward.click()
        page.get_by_test_id("question").wait_for()
    pytest.fail("no chain was asked for")


def test_digits_choose_an_answer_while_the_question_has_the_focus(page):
    expect(page.locator("form[data-keys='on']")).to_be_visible()
    page.get_by_role("radio").first.focus()
    page.keyboard.press("3")
    expect(page.get_by_role("radio").nth(2)).to_be_checked()
    page.keyboard.press("9")
    expect(page.get_by_role("radio").nth(2)).to_be_checked()


def test_the_feedback_has_the_focus_and_the_proof_is_in_sight(page):
    page.get_by_role("radio").first.check()
    page.get_by_test_id("submit-answer").click()
    expect(page.get_by_test_id("feedback")).to_be_focused()
    pane = page.locator(".reader__pane").bounding_box()
    proof = page.locator("#proof").bounding_box()
    assert pane["y"] <= proof["y"] <= pane["y"] + pane["height"]


def test_without_a_connection_the_choice_is_kept_and_can_be_sent_again(page, sessions):
    page.get_by_role("radio").nth(1).check()
    page.context.set_offline(True)
    page.get_by_test_id("submit-answer").click()
    expect(page.locator("[data-state]")).to_contain_text("Not saved")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    assert kept(sessions) == []
    page.context.set_offline(False)
    page.get_by_test_id("submit-answer").click()
    page.get_by_test_id("feedback").wait_for()
    assert len(kept(sessions)) == 1


def test_who_was_sure_is_so_still_when_the_first_try_is_refused(page, sessions):
    def refuse(route):
        route.fulfill(status=503, body="One moment, please")

    page.get_by_role("radio").first.check()
    page.route("**/play/*/1", refuse, times=1)
    page.get_by_test_id("sure").check()
    page.get_by_test_id("submit-answer").click()
    page.get_by_test_id("feedback").wait_for()
    with sessions.reading() as session:
        assert session.scalars(select(Answer.confidence)).all() == [3]


def test_the_page_that_keeps_an_answer_keeps_it_until_somebody_takes_it(page, sessions):
    page.get_by_role("radio").first.check()
    with sessions.writing.begin() as holding:
        holding.execute(update(Round).values(seed=1))
        page.get_by_test_id("submit-answer").click()
        again = page.get_by_test_id("again")
        again.wait_for(timeout=30_000)
    page.context.set_offline(True)
    again.get_by_role("button").click()
    expect(again.locator("[data-state]")).to_contain_text("Not saved")
    assert kept(sessions) == []
    page.context.set_offline(False)
    page.get_by_test_id("feedback").wait_for(timeout=30_000)
    assert len(kept(sessions)) == 1


def test_a_double_click_keeps_one_answer(page, sessions):
    page.get_by_role("radio").first.check()
    page.get_by_test_id("submit-answer").dblclick()
    page.get_by_test_id("feedback").wait_for()
    assert len(kept(sessions)) == 1


def test_who_says_to_be_sure_reads_what_for_and_begins_unsure_again(page):
    told = page.locator("#sure-hint")
    expect(told).to_be_hidden()
    page.get_by_test_id("sure").check()
    expect(told).to_be_visible()
    page.get_by_role("radio").first.check()
    page.get_by_test_id("submit-answer").click()
    page.get_by_test_id("next-question").click()
    page.locator("form.task__form[data-enhanced]").wait_for()
    expect(page.get_by_test_id("sure")).not_to_be_checked()


def names_of(page, kind):
    return page.locator(f"[data-card]{kind} label").all_inner_texts()


def test_cards_are_tapped_into_their_places_and_the_one_left_over_has_none(
    page, sessions
):
    go_to_the_chain(page)
    tray = names_of(page, ".option--outside")
    slots = page.locator(".deck__slot")
    assert len(tray) == slots.count() + 1
    for name in tray[:0:-1]:
        page.locator("[data-card]", has_text=name).locator("label").click()
    expect(slots).to_have_count(0)
    assert names_of(page, ":not(.option--outside)") == tray[:0:-1]
    page.get_by_test_id("submit-answer").click()
    told = page.get_by_test_id("feedback")
    told.or_(page.get_by_test_id("where")).wait_for()
    assert len(kept(sessions)[-1]) == len(tray) - 1


def test_cards_move_by_buttons_and_back_among_those_left_over(page):
    go_to_the_chain(page)
    first, second, *_others = names_of(page, ".option--outside")
    for name in (first, second, second):
        page.get_by_role("button", name=f"Up: {name}").click()
    assert names_of(page, ":not(.option--outside)") == [second, first]
    expect(page.get_by_role("button", name=f"Up: {second}")).to_be_focused()
    page.get_by_role("button", name=f"Down: {first}").click()
    assert names_of(page, ":not(.option--outside)") == [second]
    expect(page.get_by_role("button", name=f"Up: {first}")).to_be_focused()


def test_a_card_is_dragged_into_a_place_and_out_of_it(page):
    go_to_the_chain(page)
    first, second, *_others = names_of(page, ".option--outside")

    def drag(name, to):
        card = page.locator("[data-card]", has_text=name).locator(".deck__grip")
        goal = page.locator(to).first
        goal.scroll_into_view_if_needed()
        box, end = card.bounding_box(), goal.bounding_box()
        page.mouse.move(box["x"] + 9, box["y"] + 9)
        page.mouse.down()
        page.mouse.move(box["x"] + 9, box["y"] + 40, steps=3)
        page.mouse.move(end["x"] + 9, end["y"] + 3, steps=3)
        page.mouse.up()

    drag(first, ".deck__slot")
    assert names_of(page, ":not(.option--outside)") == [first]
    drag(second, ".option--card:not(.option--outside)")
    assert names_of(page, ":not(.option--outside)") == [second, first]
    drag(second, ".option--card.option--outside")
    assert names_of(page, ":not(.option--outside)") == [first]


def test_a_chain_is_put_in_order_with_digits_and_sent_with_enter(page, sessions):
    go_to_the_chain(page)
    page.locator("form[data-keys='on']").wait_for()
    for digit in "213":
        page.keyboard.press(digit)
    page.keyboard.press("Enter")
    told = page.get_by_test_id("feedback")
    told.or_(page.get_by_test_id("where")).wait_for()
    assert len(kept(sessions)[-1]) == 3


def test_every_answer_fits_on_a_phone_and_can_be_tapped(page):
    options = page.get_by_test_id("option").all()
    assert options
    for option in options:
        option.scroll_into_view_if_needed()
        box = option.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert box["height"] >= 44
        option.click(trial=True)  # nothing lies over it


@pytest.mark.parametrize("width", [360, 794, 1280])
def test_on_paper_the_question_stands_behind_the_whole_text(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print")
    last = page.locator(".reader .article__text > p").last.bounding_box()
    question = page.get_by_test_id("stem").bounding_box()
    assert question["y"] >= last["y"] + last["height"]
    pane = page.locator(".reader__pane").bounding_box()
    assert pane["y"] + pane["height"] >= last["y"] + last["height"]
    for furniture in (".bar", ".dock", ".reader__tools"):
        expect(page.locator(furniture)).to_be_hidden()


def test_a_question_can_be_answered_with_scripts_switched_off(
    request, sessions, page, tmp_path
):
    for _ in range(ROUNDS):  # whoever comes back goes on with the round they began
        plain = somebody_new(
            page.context.browser, request.node.address, java_script_enabled=False
        )
        plain.goto("/")
        plain.get_by_test_id("start-round").first.click()
        plain.get_by_test_id("question").wait_for()
        radios = plain.get_by_role("radio").all()
        if len({radio.get_attribute("name") for radio in radios}) == 1:
            break
        plain.context.close()
    else:
        pytest.fail("no round began with one choice")
    radios[0].check()
    plain.get_by_test_id("submit-answer").click()
    plain.get_by_test_id("feedback").wait_for()
    assert len(kept(sessions)) == 1
