"""What a teacher does first: an account, and an article of her own."""

import re

from tests.journeys import article

PASSWORD = "vier Störche im Wind"


def enter(inspector, name):
    inspector.page.goto("/account/register")
    inspector.fill_in(name=name, password=PASSWORD)
    inspector.send("main form")


def paste(inspector, text):
    inspector.fill_in(
        text=text,
        title=text.splitlines()[0],
        outlet=article.OUTLET,
        published_on="2026-03-02",
    )
    inspector.page.locator('input[value="own_text"]').check()
    inspector.page.locator("#submit").click()


def bring(inspector, text):
    inspector.page.goto("/articles/new")
    paste(inspector, text)
    inspector.page.wait_for_url(re.compile("/articles/[0-9a-f-]{36}$"))
