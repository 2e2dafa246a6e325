"""Every page that exists, looked at by axe-core: bright and dark, German and English.

German pages are looked at on a desk, English ones on a phone.
"""

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from quiz.accounts.models import User
from quiz.engine.questions.registry import KINDS
from tests.articles.check.words import TEXT as UNCERTAIN
from tests.journeys import article, axe
from tests.journeys.accounts import look_at_account, look_at_links, look_at_staff
from tests.journeys.bringing import PASSWORD, bring, enter, paste
from tests.journeys.live import look_at_a_live_game
from tests.journeys.rounds import look_through
from tests.journeys.studio import (
    look_at_a_draft,
    look_at_classes,
    look_at_decisions,
    look_at_own_questions,
    look_at_reading,
    look_at_school,
    look_at_the_check,
    look_at_what_broke_off,
)

# Those that rules make; the others are looked at as previews.
FORMS = {kind.id.form for kind in KINDS.values() if not kind.is_own}
ROUNDS = 60  # at most; it ends once every answer form was met
LOOKS = pytest.mark.parametrize(("language", "width"), [("de", 1280), ("en", 360)])
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def inspector(guardian, language, width):
    inspector = axe.Inspector(guardian.visit(language, width))
    yield inspector
    assert inspector.seen
    assert not inspector.wrong, "\n".join(inspector.wrong)


@LOOKS
def test_pages_for_everybody(inspector, language, width):
    inspector.look("home")
    inspector.look_at(
        "/?topic=science",
        "/progress",
        "/privacy",
        "/teachers",
        "/account/sign-in",
        "/account/register",
    )
    inspector.send()
    inspector.look("register with errors")
    inspector.page.goto("/account/sign-in")
    inspector.send()
    inspector.look("sign in with errors")


@LOOKS
def test_pages_of_a_round(inspector, ledger, language, width):
    page = inspector.page
    asked, told = set(), set()
    begin_with_a_choice(page)
    inspector.send(".task__form")
    expect(page.get_by_test_id("question").get_by_role("alert")).to_be_visible()
    inspector.look("a question sent without an answer")
    for number in range(ROUNDS):
        look_through(inspector, ledger, asked, told)
        if asked == FORMS:
            break
        page.goto("/")
        starts = page.get_by_test_id("start-round")
        starts.nth((number + 1) % starts.count()).click()
        page.get_by_test_id("question").wait_for()
    assert asked == FORMS
    inspector.look_at("/progress", "/privacy")


def begin_with_a_choice(page):
    """A round at its first question, where nothing is chosen before one chooses.

    Cards in an order are an answer as they lie.
    """
    for _ in range(ROUNDS):
        page.get_by_test_id("start-round").first.click()
        expect(page.get_by_test_id("question")).to_be_visible()
        if page.locator("[data-cards]").count() == 0:
            return
        page.goto("/")
    raise AssertionError("every round began with cards to put in order")


@LOOKS
def test_pages_for_teachers(inspector, language, width):
    page = inspector.page
    enter(inspector, f"frau erle {language}")
    inspector.look_at("/library?q=x", "/articles", "/sets", "/library", "/articles/new")
    look_at_reading(inspector)
    look_at_school(inspector)
    bring(inspector, article.TEXT)
    inspector.look("claims")
    here = page.url
    page.locator("details").evaluate_all("all => all.forEach((e) => e.open = true)")
    inspector.look("claims explained")
    inspector.look_at(f"{here}?trust=check", f"{here}?trust=sure", f"{here}/teachers")
    look_at_decisions(inspector, here)
    page.goto("/articles/new")
    paste(inspector, article.TEXT)
    inspector.look("the same article again")
    page.goto(here)
    page.get_by_test_id("make-set").click()
    inspector.look("set")
    its_page = page.url
    look_at_own_questions(inspector, look_at_a_draft(inspector))
    page.goto(its_page)
    page.locator("#title").fill("")
    inspector.send("form.form")
    inspector.look("set with errors")
    inspector.look_at("/articles", "/articles?q=xyz", "/sets", f"{its_page}/delete")
    page.locator("main form button").click()
    inspector.look("set deleted")
    inspector.look_at(f"{here}/delete")
    page.locator("main form button").click()
    inspector.look("article deleted")


@LOOKS
def test_pages_of_an_account(inspector, ledger, language, width):
    page, name = inspector.page, f"herr buche {language}"
    enter(inspector, name)
    bring(inspector, article.TEXT)
    brought = page.url.split("?")[0]
    page.goto("/classes")
    inspector.fill_in(name="9c")
    page.locator("#name").press("Enter")
    page.wait_for_url("**/classes/*")
    look_at_links(inspector, brought, page.url)
    with ledger.writing() as session:
        session.execute(update(User).where(User.name == name).values(role="admin"))
    look_at_staff(inspector)
    look_at_account(inspector, name, PASSWORD)


@LOOKS
def test_pages_of_the_quick_check(inspector, language, width):
    enter(inspector, f"frau kiefer {language}")
    bring(inspector, UNCERTAIN)
    look_at_the_check(inspector, inspector.page.url)


@LOOKS
def test_pages_of_a_live_game(inspector, ledger, language, width):
    start = inspector.page.get_by_test_id("start-round").first
    played = start.get_attribute("value")
    enter(inspector, f"frau eibe {language}")
    inspector.page.goto(f"/sets/{played}")
    look_at_a_live_game(inspector)


@LOOKS
def test_a_text_without_sayings(inspector, ledger, language, width):
    enter(inspector, f"herr esche {language}")
    look_at_what_broke_off(inspector, ledger, f"herr esche {language}")
    bring(inspector, "„Es regnet heute“, sagte Frau Wolke. Dann schien die Sonne.")
    inspector.look("claims of a short text")
    inspector.page.get_by_test_id("make-set").click()
    inspector.look("too few")
    bring(inspector, "Am Montag war Markt. Es gab Obst, Brot und Blumen für alle.")
    inspector.look("no claims")


@LOOKS
def test_pages_for_those_who_may_not_see_the_keys(inspector, ledger, language, width):
    start = inspector.page.get_by_test_id("start-round").first
    inspector.look_at(f"/sets/{start.get_attribute('value')}")


@LOOKS
def test_error_pages(inspector, language, width):
    page = inspector.page
    inspector.look_at("/nowhere", f"/play/{NOBODY}/1", "/play/start")
    page.goto("/account/sign-in")
    page.locator("[name=csrf_token]").evaluate_all("all => all.map((e) => e.remove())")
    inspector.send()
    inspector.look("a form without its token")
    page.goto("/account/sign-in")
    inspector.fill_in(name=f"niemand {language}", password="falsch, ganz falsch")
    for _ in range(11):
        inspector.fill_in(password="falsch, ganz falsch")
        inspector.send()
        if not page.locator("#password").count():
            break
    inspector.look("too many attempts")


# Where each page is looked at; a new page needs a line here and a look above.
LOOKED_AT = {
    "accounts.prove": look_at_account,
    "accounts.reset": look_at_staff,
    "accounts.register": test_pages_for_everybody,
    "accounts.sign_in": test_pages_for_everybody,
    "articles.ask_delete": test_pages_for_teachers,
    "articles.index": test_pages_for_teachers,
    "articles.new": test_pages_for_teachers,
    "articles.show": test_pages_for_teachers,
    "assignments.new": look_at_classes,
    "assignments.show": look_at_classes,
    "bank.ask_delete": test_pages_for_teachers,
    "bank.index": test_pages_for_teachers,
    "bank.show": test_pages_for_teachers,
    "combining.show": look_at_reading,
    "classes.ask_delete": look_at_classes,
    "classes.cards": look_at_classes,
    "classes.index": look_at_classes,
    "classes.seat": look_at_classes,
    "classes.show": look_at_classes,
    "check.show": look_at_the_check,
    "claims.new": look_at_decisions,
    "claims.show": look_at_decisions,
    "worksheets.show": look_at_own_questions,
    "desk.about": test_pages_for_everybody,
    "desk.give": look_at_classes,
    "desk.show": look_at_classes,
    "desk.tour": look_at_classes,
    "doubts.index": look_at_classes,
    "drafts.question": look_at_a_draft,
    "drafts.show": look_at_a_draft,
    "gathering.show": look_at_own_questions,
    "due.index": look_at_classes,
    "exports.names": look_at_classes,
    "exports.seat": look_at_classes,
    "again.show": test_pages_of_a_round,
    "glossary.show": look_at_decisions,
    "leaderboards.mine": look_at_classes,
    "leaderboards.projector": look_at_classes,
    "leaderboards.show": look_at_classes,
    "leagues.projector": look_at_classes,
    "hosting.ask_how": look_at_a_live_game,
    "hosting.show": look_at_a_live_game,
    "leagues.show": look_at_classes,
    "live.door": look_at_a_live_game,
    "live.show": look_at_a_live_game,
    "library.index": test_pages_for_teachers,
    "own.edit": look_at_own_questions,
    "own.new": look_at_own_questions,
    "own.order": look_at_own_questions,
    "people.show": look_at_decisions,
    "play.home": test_pages_for_everybody,
    "play.privacy": test_pages_for_everybody,
    "play.question": test_pages_of_a_round,
    "play.result": test_pages_of_a_round,
    "preview.show": look_at_own_questions,
    "progress.mine": test_pages_of_a_round,
    "schools.show": test_pages_for_teachers,
    "second_factor.show": look_at_account,
    "settings.ask_delete": look_at_account,
    "settings.show": look_at_account,
    "reports.show": look_at_classes,
    "seats.join": look_at_classes,
    "seats.names": look_at_classes,
    "sharing.invited": look_at_links,
    "sharing.show": test_pages_for_teachers,
    "staff.index": look_at_staff,
    "together.show": look_at_links,
    "waiting.show": look_at_what_broke_off,
}
FILES = {"progress.export", "privacy.export", "exports.table", "exports.workbook"}
FILES |= {"exports.names_as_pdf", "worksheets.as_pdf", "worksheets.as_word"}
NO_PAGES = {"check.count", "classes.cards_as_pdf", "play.resume", "static"} | FILES
NO_PAGES |= {"watching.metrics", "news.to_players", "news.to_host"}


def test_no_page_is_forgotten(app):
    pages = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in rule.methods and not rule.rule.endswith("z")
    }
    assert pages == set(LOOKED_AT) | NO_PAGES


def test_axe_sees_what_is_wrong(guardian):
    page = guardian.visit()
    page.evaluate(
        """() => {
          document.documentElement.removeAttribute("lang");
          document.querySelector(".colophon p").style.color = "#777";
          document.querySelector("main").style.width = "3000px";
        }"""
    )
    found = "\n".join(axe.problems(page))
    for wrong in (
        *("html-has-lang", "color-contrast", "in the dark", "wider than"),
        *("at 200 %", "at 400 %"),
    ):
        assert wrong in found
