"""The wall and the phones of a live game in Chromium, and what is right in it."""

import re
from uuid import UUID

from playwright.sync_api import expect
from sqlalchemy import select

from quiz.bank.models import QuestionSet
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.form import Form
from quiz.engine.scoring import points
from quiz.live.models import LiveGame, LiveItem
from tests.journeys.books import Line
from tests.journeys.chromium import Mouse, put_in_order

PASSWORD = "vier Kraniche am Ufer"
PROJECTOR, PHONE = 1920, 360
SUBMIT = '[data-testid="submit-answer"]'


class Wall:
    """The page of a teacher who opens a game on a set of the library."""

    def __init__(self, guardian, ledger):
        self.guardian, self.ledger = guardian, ledger
        page = self.page = guardian.visit("de", PROJECTOR)
        page.goto("/account/register")
        page.locator("#name").fill(f"frau ahorn {id(self)}")
        page.locator("#password").fill(PASSWORD)
        with page.expect_navigation():
            page.locator("main form [type=submit]").click()
        with ledger.writing() as session:
            wanted = select(QuestionSet.id).where(QuestionSet.owner_id.is_(None))
            played = session.scalars(wanted.order_by(QuestionSet.id)).first()
        page.goto(f"/sets/{played}")
        page.get_by_test_id("play-live").click()
        page.get_by_test_id("open-game").click()
        code = page.get_by_test_id("game-code").inner_text()
        self.code = re.sub(r"\D", "", code)
        self.id = UUID(page.url.split("/")[4])

    @property
    def state(self):
        with self.ledger.writing() as session:
            return session.get_one(LiveGame, self.id).kept_state

    def line(self, number):
        with self.ledger.writing() as session:
            item = session.get_one(LiveItem, (self.id, number))
            return Line(item.item.as_question(), tuple(item.option_order), None, 0)

    @property
    def questions(self):
        with self.ledger.writing() as session:
            return session.get_one(LiveGame, self.id).played_by.questions

    def press(self, button):
        self.page.get_by_test_id(button).click()

    def goes_on(self, says):
        """The host's way on, once its button says that."""
        expect(self.page.get_by_test_id("next")).to_have_text(says)
        self.press("next")

    def asks(self, number):
        """Go on to where that question can be answered."""
        self.goes_on("Beginnen" if number == 1 else "Weiter")
        expect(self.page.get_by_test_id("here")).to_contain_text(f" {number} ")
        self.goes_on("Antworten zeigen")

    def tells(self):
        for says in (
            "Schließen",
            "Zeigen, was richtig ist",
            "Wie alle geantwortet haben",
        ):
            self.goes_on(says)

    def joins(self, language="de", hands=Mouse):
        page = self.guardian.visit(language, PHONE)
        page.goto("/live")
        page.locator("#code").fill(self.code)
        page.get_by_test_id("join-live").click()
        page.get_by_test_id("alias").wait_for()
        return Phone(self, hands(page))


class Phone:
    """One player, and the points they should have."""

    def __init__(self, wall, hands):
        self.wall, self.hands, self.page, self.points = wall, hands, hands.page, 0

    def answer(self, number, rightly=True):
        """Choose and send; the points are noted as they should be."""
        line = self.wall.line(number)
        self.page.get_by_test_id("question").wait_for()
        if line.question.form is Form.ORDERING:
            places = line.right
            put_in_order(self.hands, places)
        else:
            places = line.right if rightly else line.wrong
            for place in places:
                self.hands.choose(place)
        self.hands.press(SUBMIT)
        chosen = [line.order[place - 1] for place in places]
        self.points += points(grade(line.question, chosen).share)

    def is_kept(self):
        self.page.get_by_test_id("answered").wait_for()

    @property
    def shown_points(self):
        said = self.page.get_by_test_id("points").inner_text()
        return int(re.search(r"\d+", said)[0])


def look_at_a_live_game(inspector):
    """All phases of a game, on the wall and on the device of one who plays along."""
    page = inspector.page
    page.get_by_test_id("play-live").click()
    inspector.look("how to play it live")
    page.get_by_test_id("open-game").click()
    page.get_by_test_id("game-code").wait_for()
    wall, game = page.url, page.url.removesuffix("/host")
    code = re.sub(r"\D", "", page.get_by_test_id("game-code").inner_text())
    inspector.look("lobby on the wall")
    inspector.look_at("/live")
    for typed in ("x", code):
        inspector.fill_in(code=typed)
        page.get_by_test_id("join-live").click()
        inspector.look(f"the door of a live game, {len(typed)} signs typed")
    for phase in ("question", "answering", "locked", "reveal", "distribution"):
        page.goto(wall)
        page.get_by_test_id("next").click()
        page.get_by_test_id("skip" if phase == "question" else "next").wait_for()
        page.goto(wall)
        inspector.look(f"{phase} on the wall")
        page.goto(game)
        inspector.look(f"{phase} on a device")
    page.goto(wall)
    page.get_by_test_id("end").click()
    page.get_by_test_id("ranks").wait_for()
    inspector.look("podium on the wall")
    inspector.look_at(game)
