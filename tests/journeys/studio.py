"""The pages of the studio, looked at one after the other."""

import re

from playwright.sync_api import expect

from quiz.engine.questions.editing.line_format import OwnForm
from tests.engine.questions.editing.test_line_format import GOOD
from tests.readers.files import page as page_of_a_paper

ONLY_OWN = (OwnForm.TYPED, OwnForm.NUMBER, OwnForm.CLOZE, OwnForm.POLL)
SAVED_PAGE = {"name": "faehre.html", "mimeType": "text/html"}


def look_at_decisions(inspector, here):
    """The pages on which a teacher decides about the statements of an article."""
    page = inspector.page
    page.goto(here)
    page.locator("[data-part=desk][data-enhanced]").wait_for()
    page.get_by_test_id("after").click()
    expect(page.locator("#proof")).to_be_visible()
    open_all(page)
    inspector.look("one claim")
    inspector.look_at(f"{here}/claims/1", f"{here}/new-claim?sentence=2")
    page.goto(f"{here}/claims/1")
    open_all(page)
    inspector.fill_in(other="Niemand Nirgends", source_other="Wernau")
    inspector.send("form.form")
    inspector.look("one claim with errors")
    inspector.look_at(f"{here}/new-claim")
    page.goto(here)
    page.locator('button[value="reject"]').first.click()
    inspector.look("a statement rejected")
    look_at_people(inspector, here)


def look_at_the_check(inspector, here):
    """Each of its questions, with all that can be said instead; and its end."""
    page = inspector.page
    page.goto(f"{here}/check")
    expect(page.get_by_test_id("check-question")).to_be_visible()
    while page.get_by_test_id("check-question").count():
        open_all(page)
        inspector.look("quick check")
        page.goto(page.get_by_test_id("later").get_attribute("href"))
    inspector.look("quick check, the rest is for later")
    page.goto(f"{here}/check")
    page.get_by_test_id("somebody-else").click()
    page.get_by_test_id("keep-other").click()
    expect(page.locator(".notice--bad, .field__error").first).to_be_visible()
    inspector.look("quick check with errors")


def look_at_people(inspector, here):
    """Who is who, every part of the page open."""
    inspector.page.goto(f"{here}/people")
    open_all(inspector.page)
    inspector.look("people")
    inspector.page.locator('main button[value="rename"]').first.click()
    inspector.look("people, nothing changed")
    inspector.look_at(f"{here}/words")


def open_all(page):
    page.locator("details").evaluate_all("all => all.forEach((e) => (e.open = true))")


def look_at_a_draft(inspector):
    """The pages on which a teacher chooses and changes the questions of a set."""
    page = inspector.page
    page.get_by_test_id("change-set").click()
    inspector.look("draft")
    draft = page.url
    ticks = page.locator('[name="keep"]')
    ticks.evaluate_all("all => all.forEach((e) => (e.disabled = true))")
    page.get_by_test_id("publish").click()
    inspector.look("draft with too few questions")
    inspector.look_at(f"{draft}/1")
    page.locator("#stem_de").fill("")
    inspector.send("form.form")
    inspector.look("question with errors")
    return draft


def look_at_reading(inspector):
    page = inspector.page
    inspector.send("form.form")
    inspector.look("new article with errors")
    page.set_input_files("#file", {**SAVED_PAGE, "buffer": page_of_a_paper().encode()})
    page.locator("#read").click()
    page.get_by_test_id("read").locator("summary").click()
    inspector.look("new article read from a file")
    look_at_several_articles(inspector)


def look_at_several_articles(inspector):
    """What goes together, and what is said of a single article."""
    page = inspector.page
    inspector.look_at("/sets/mixed")
    page.locator("input[type=checkbox]").first.check()
    page.get_by_test_id("combine-chosen").click()
    expect(page.locator(".notice--bad")).to_be_visible()
    inspector.look("one article is too few")


def look_at_own_questions(inspector, draft):
    """Forms that only people write, as pupils see them; the order, and the paper."""
    page = inspector.page
    for form in ONLY_OWN:
        page.goto(f"{draft}/own?form={form.value}")
        inspector.fill_in(stem_de=f"Was passt ({form.value})?", lines=GOOD[form])
        inspector.send("form.form")
    page.goto(draft)
    every = page.locator('#choice option[value="all"]').inner_text()
    last = int(re.search(r"\d+", every)[0])
    for number in range(last, last - len(ONLY_OWN), -1):
        inspector.look_at(f"{draft}/{number}/preview")
        page.goto(f"{draft}/{number}/preview?send=yes&text-1=12&text-2=x&option=1")
        inspector.look("preview of an answer")
    inspector.look_at(f"{draft}/order", f"{draft}/more", f"{draft}/own/{last}")
    inspector.fill_in(lines="")
    inspector.send("form.form")
    inspector.look("own question with errors")
    inspector.look_at(draft.replace("/drafts/", "/sets/") + "/paper")


def look_at_school(inspector):
    """Before there is one, with a wrong code, and once it is founded."""
    page = inspector.page
    inspector.look_at("/school")
    inspector.fill_in(code="ABCDE-22222")
    page.locator("#code").press("Enter")
    inspector.look("school with a wrong code")
    inspector.fill_in(name="Am Markt")
    page.locator("#name").press("Enter")
    inspector.look("school")
    look_at_classes(inspector)


def look_at_classes(inspector):
    """A class, its cards, and how a pupil sits down, in another browser's stead."""
    page = inspector.page
    inspector.look_at("/classes")
    inspector.fill_in(name="7b", seats="3")
    page.get_by_test_id("make-class").click()
    inspector.look("class")
    here = page.url
    inspector.look_at(f"{here}/cards", f"{here}/seats/1", f"{here}/delete")
    inspector.look_at(f"{here}/seats/1/progress", f"{here}/list")
    page.goto(here)
    code = page.locator("td.code").first.inner_text()
    page.goto("/join")
    inspector.fill_in(code="x")
    page.get_by_test_id("join").click()
    inspector.look("a wrong code")
    inspector.fill_in(code=code)
    page.wait_for_timeout(2_000)  # as long as one waits after a first mistake
    page.get_by_test_id("join").click()
    inspector.look("names to choose from")
    page.get_by_test_id("alias").first.click()
    page.goto(f"{here}/assign")
    inspector.look("a set for the class")
    page.locator("input[name=set]").first.check()
    page.get_by_test_id("assign").click()
    page.get_by_test_id("assignment").locator("a").click()
    inspector.look("assignment")
    inspector.look_at("/my-class", f"{here}/report", f"{here}/doubts")
    look_at_leaderboards(inspector, here)
    look_at_the_desk(inspector, here)
    page.goto(here)


def look_at_the_desk(inspector, classroom):
    """Three ways in, the tour, and a sample class with a report that says something."""
    page = inspector.page
    page.goto(f"{classroom}/assign")
    chosen = page.locator("input[name=set]").first.input_value()
    inspector.look_at("/desk", "/desk/tour")
    page.goto("/desk")
    page.get_by_test_id("make-demo").click()
    page.get_by_test_id("cards").wait_for()
    inspector.look_at(f"{page.url}/report")
    inspector.look_at(f"/sets/{chosen}/give")


def look_at_leaderboards(inspector, classroom):
    """Without anything on them, and with single seats, teams and a league."""
    page = inspector.page
    page.goto(f"{classroom}/leaderboards")
    page.locator("[name=shows_seats]").check()
    page.locator("#teams").select_option("2")
    page.locator("form:has([name=shows_seats]) button").click()
    inspector.look("leaderboards")
    inspector.look_at("/my-class/leaderboards", f"{classroom}/leaderboards/projector")
    page.goto(f"{classroom}/leaderboards")
    inspector.fill_in(name="Herbstliga")
    page.locator("#name").press("Enter")
    inspector.look("league")
    inspector.look_at(f"{page.url}/projector")


def look_at_what_broke_off(inspector, ledger, name):
    """The page of a job whose server was killed."""
    job_id = ledger.break_off(name, path="/articles/new")
    inspector.look_at(f"/working/{job_id}")
    assert inspector.page.get_by_test_id("again").count()
