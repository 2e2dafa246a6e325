"""With the browser's help: what is too large, what Enter does, what is being done."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import article
from tests.journeys.test_a_teacher_makes_a_set import signed_in  # noqa: F401
from tests.readers.files import HEADLINE, pdf_file, word_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def page(signed_in):  # noqa: F811
    signed_in.goto("/articles/new")
    return signed_in


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page, tmp_path):
    large = tmp_path / "buch.pdf"
    large.write_bytes(b"%PDF-1.7" + b"0" * 11_000_000)
    page.set_input_files("#file", large)
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.locator("#file").input_value() == ""
    page.set_input_files("#file", {"name": "a.txt", "mimeType": "", "buffer": b"x"})
    expect(page.get_by_role("alert")).to_have_count(0)


def test_what_was_read_can_be_kept_after_a_look(page):
    page.set_input_files(
        "#file", {"name": "faehre.docx", "mimeType": WORD, "buffer": word_file()}
    )
    with page.expect_navigation():
        page.locator("#read").press("Enter")
    expect(page.get_by_test_id("read")).to_be_focused()
    assert page.locator("#title").input_value() == HEADLINE
    page.locator("#outlet").fill("Talpost")
    page.locator("#published_on").fill("2026-03-02")
    page.locator('input[value="own_text"]').check()
    with page.expect_navigation():
        page.locator("#submit").click()
    expect(page).to_have_url(re.compile("/articles/[0-9a-f-]{36}$"))
    expect(page.get_by_test_id("claim")).to_be_visible()
    expect(page.get_by_test_id("after")).to_be_visible()


def test_enter_in_a_field_keeps_the_article_and_fetches_nothing(page):
    page.locator("#text").fill(article.TEXT)
    page.locator("#url").fill("https://gibt-es-nicht.invalid/artikel")
    page.locator("#title").fill(article.TITLE)
    page.locator("#outlet").fill(article.OUTLET)
    page.locator("#published_on").fill("2026-03-02")
    page.locator('input[value="own_text"]').check()
    with page.expect_navigation():
        page.locator("#title").press("Enter")
    expect(page).to_have_url(re.compile("/articles/[0-9a-f-]{36}$"))


def test_while_a_page_is_fetched_the_form_says_so(page):
    page.locator("form.form").evaluate(
        "form => form.addEventListener('submit', (event) => event.preventDefault())"
    )
    page.locator("#url").fill("https://gibt-es-nicht.invalid/artikel")
    page.locator("#fetch").click()
    beside = page.locator("p:has(#fetch) [data-state]")
    expect(beside).not_to_be_empty()


def test_a_file_with_pictures_only_keeps_what_was_typed(page):
    page.locator("#outlet").fill("Talpost")
    page.set_input_files(
        "#file",
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": pdf_file([])},
    )
    with page.expect_navigation():
        page.locator("#read").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.locator("#outlet").input_value() == "Talpost"
