"""A round goes on while the net is away; who leaves a seat leaves nothing of it."""

from uuid import UUID

import pytest
from playwright.sync_api import expect

from quiz.engine.questions.form import Form
from quiz.play.models import Answer
from tests.journeys.books import Books
from tests.journeys.chromium import FEEDBACK, WHERE, Guardian, Mouse
from tests.journeys.game import Game
from tests.journeys.test_a_class_competes import codes_on_cards, make_class

PHONE = 390
KEPT = "rounds-1"


@pytest.fixture
def net(tmp_path):
    """A game whose server can be taken away and come back."""
    game = Game(f"sqlite:///{tmp_path}/quiz.sqlite", workers=1)
    game.start()
    yield game
    game.kill()


@pytest.fixture
def visitors(chromium, net):
    """Browsers of people; that the server is away is noted as trouble there."""
    guardian = Guardian(chromium, net.address)
    yield guardian
    guardian.close()


@pytest.fixture
def books(net):
    books = Books(net.database_url)
    yield books
    books.close()


def with_worker(page):
    """The page once the service worker looks after it."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


def begin(page):
    page.goto("/")
    with_worker(page).get_by_test_id("start-round").first.click()
    page.get_by_test_id("question").wait_for()
    page.wait_for_function(f"caches.open('{KEPT}').then((c) => c.keys()).length !== 0")
    return page.url


def kept_in(page):
    return page.evaluate("caches.keys()")


def test_an_answer_waits_for_the_net_and_counts_once(visitors, net, books):
    page = visitors.visit("de", PHONE)
    address = begin(page)
    [line] = [each for n, each in books.lines(UUID(address.split("/")[4])).items()][:1]
    net.kill()
    page.goto("/progress")
    expect(page.get_by_role("heading", name="Kein Netz")).to_be_visible()
    page.goto(address)  # a page of the round is still there
    if line.question.form is not Form.ORDERING:
        for place in line.right:
            Mouse(page).choose(place)
    page.get_by_test_id("submit-answer").click()
    expect(page.get_by_text("auf diesem Gerät aufgehoben")).to_be_visible()
    net.start()
    page.locator(f"{WHERE}, {FEEDBACK}").wait_for(timeout=60_000)
    assert books.count(Answer) == 1


def test_who_leaves_a_seat_leaves_no_page_of_it_behind(visitors, net):
    teacher, _here = make_class(visitors)
    code = codes_on_cards(teacher)[0]
    page = visitors.visit("de", PHONE)
    page.goto("/join")
    page.locator("#code").fill(code)
    page.get_by_test_id("join").click()
    page.get_by_test_id("alias").first.click()
    address = begin(page)
    assert KEPT in kept_in(page)
    page.get_by_test_id("leave-seat").click()
    page.wait_for_url("**/join")
    assert KEPT not in kept_in(page)
    net.kill()
    page.goto(address)
    expect(page.get_by_role("heading", name="Kein Netz")).to_be_visible()
