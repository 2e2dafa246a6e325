"""Rounds played in Chromium so that each of their pages is looked at."""

import re
from uuid import UUID

from quiz.engine.questions.form import Form
from tests.journeys.chromium import FEEDBACK, WHERE, Mouse, past_where, put_in_order


def look_through(inspector, ledger, asked, told):
    """Play the round on the page, looking at each form and verdict once."""
    page = inspector.page
    round_id = UUID(page.url.split("/")[4])
    for number, line in ledger.lines(round_id).items():
        form = line.question.form
        if form not in asked:
            inspector.look(f"question {form}")
        verdict = reply_to(inspector, line, rightly=form in asked)
        if (form, verdict) not in told:
            inspector.look(f"feedback {form} {verdict}")
        asked.add(form)
        told.add((form, verdict))
        if number == 3:
            inspector.look_at("/")
        page.goto(f"/play/{round_id}")
    inspector.look("result")
    again = page.get_by_test_id("try-again")
    if again.count() and "again" not in inspector.seen:
        again.click()
        inspector.look("again")


def reply_to(inspector, line, *, rightly):
    """Answer the question on the page; gives what the feedback says of it.

    The first time a sentence is asked for before, that is looked at, too.
    """
    page = inspector.page
    hands = Mouse(page)
    if line.question.form is Form.ORDERING:
        right = line.right if rightly else line.right[::-1]
        put_in_order(hands, right)
    else:
        for place in line.right if rightly else line.wrong:
            hands.choose(place)
    page.get_by_test_id("submit-answer").click()
    page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
    if page.locator(WHERE).count() and "where" not in inspector.seen:
        look_at_where(inspector)
    past_where(hands)
    classes = page.get_by_test_id("feedback").get_attribute("class")
    return re.search(r"feedback--(\w+)", classes)[1]


def look_at_where(inspector):
    """The article as sentences: nothing chosen, one chosen, sent without one."""
    page = inspector.page
    inspector.look("where")
    page.get_by_test_id("sentence").nth(1).click()
    inspector.look("where with a sentence chosen")
    page.reload()
    inspector.send(".where")
    inspector.look("where sent without a sentence")
