"""What the scripts add to a round, in Chromium, against a real server."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from sqlalchemy import select
from werkzeug.serving import make_server

from quiz.play.models import Answer
from tests.apps import app_on
from tests.databases import fresh_database
from tests.village import make_played_set

CHROMIUM = Path("/usr/bin/chromium")
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
        context = browser.new_context(
            base_url=request.node.address, locale="en-GB", viewport=PHONE
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto("/")
        page.get_by_test_id("start-round").first.click()
        page.locator("form[data-enhanced]").wait_for()
        yield page
        browser.close()


def kept(sessions):
    with sessions.reading() as session:
        return [list(row) for row in session.scalars(select(Answer.reply))]


def go_to_the_chain(page):
    while not page.locator("[data-card]").count():
        page.get_by_role("radio").first.check()
        page.get_by_test_id("submit-answer").click()
        page.get_by_test_id("next-question").click()
        page.get_by_test_id("question").wait_for()


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
    pane = page.locator(".reader__text").bounding_box()
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


def test_a_double_click_keeps_one_answer(page, sessions):
    page.get_by_role("radio").first.check()
    page.get_by_test_id("submit-answer").dblclick()
    page.get_by_test_id("feedback").wait_for()
    assert len(kept(sessions)) == 1


def test_cards_move_by_buttons_and_those_below_the_line_are_left_out(page, sessions):
    go_to_the_chain(page)
    cards = page.locator("[data-card] label")
    before = cards.all_inner_texts()
    page.get_by_role("button", name=f"Down: {before[0]}").click()
    after = cards.all_inner_texts()
    assert after[:2] == [before[1], before[0]]
    expect(page.get_by_role("button", name=f"Down: {before[0]}")).to_be_focused()
    page.get_by_role("button", name=f"Down: {after[3]}").click()
    page.get_by_test_id("submit-answer").click()
    page.get_by_test_id("feedback").wait_for()
    assert len(kept(sessions)[-1]) == 3


def test_no_answer_lies_off_the_screen_of_a_phone(page):
    for option in page.get_by_test_id("option").all():
        box = option.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert box["y"] + box["height"] <= PHONE["height"]
        assert box["height"] >= 44


def test_a_question_can_be_answered_with_scripts_switched_off(
    request, sessions, page, tmp_path
):
    context = page.context.browser.new_context(
        base_url=request.node.address, java_script_enabled=False
    )
    plain = context.new_page()
    plain.goto("/")
    plain.get_by_test_id("start-round").first.click()
    plain.get_by_role("radio").first.check()
    plain.get_by_test_id("submit-answer").click()
    plain.get_by_test_id("feedback").wait_for()
    assert len(kept(sessions)) == 1
