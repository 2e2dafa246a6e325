"""`make screenshots`: pictures of the game as it is, into docs/images.

The same questions each time: rounds are drawn by a fixed seed.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import select

from bench.process import ROOT, Server
from bench.pupils import play_as_a_class
from quiz.articles.bundled import bundled_articles
from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from quiz.db import Sessions, connect, sessions_of
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question
from quiz.play import starting
from quiz.play.models import Player, Round, RoundItem
from quiz.web.clock import now

CHROMIUM = Path("/usr/bin/chromium")
IMAGES = ROOT / "docs" / "images"
LARGEST_BYTES = 250_000
PLAYED = "wolf-am-schulweg"
BROUGHT = "freibad-in-fahlenbeck"
SEED = 2


@dataclass(frozen=True, slots=True)
class Screen:
    """What one looks through, and how much of a page goes into the picture."""

    name: str
    width: int
    height: int
    scale: int


SCREENS = (Screen("desktop", 1280, 860, 1), Screen("phone", 360, 740, 2))


class Photographer:
    """Somebody with one screen who takes pictures of each page they come to."""

    def __init__(self, page: Page, screen: Screen, sessions: Sessions) -> None:
        self._page = page
        self._screen = screen
        self._sessions = sessions

    def take_all(self) -> None:
        """All pictures on this screen."""
        self._page.goto("/")
        self._take("home")
        self._play()
        self._bring_an_article()
        self._make_a_set()
        self._teach_a_class()

    def _take(self, name: str) -> None:
        self._page.evaluate("document.fonts.ready")
        file = IMAGES / f"{name}-{self._screen.name}.png"
        self._page.screenshot(path=file, animations="disabled")
        size = file.stat().st_size
        print(f"  {file.relative_to(ROOT)}  {size / 1000:.0f} kB")
        if size > LARGEST_BYTES:
            raise SystemExit(f"{file.name} is too large to be kept with the code.")

    def _play(self) -> None:
        """A round in which only the first question is answered wrongly."""
        round_id = self._begin()
        for number, (question, order) in enumerate(self._asked(round_id), start=1):
            self._page.goto(f"/play/{round_id}")
            if number == 1:
                self._take("question")
            self._answer(question, order, rightly=number != 1)
            if number == 1:
                self._take("feedback")
        self._page.goto(f"/play/{round_id}/result")
        self._take("result")

    def _begin(self) -> UUID:
        """A round of this browser's player, drawn by our seed instead of by chance."""
        self._page.get_by_test_id("start-round").first.click()
        self._page.get_by_test_id("question").wait_for()
        with self._sessions.writing.begin() as session:
            begun = session.get_one(Round, UUID(self._page.url.split("/")[4]))
            player = session.get_one(Player, begun.player_id)
            session.delete(begun)
            session.flush()
            played = session.scalars(
                select(QuestionSet)
                .join(Article)
                .where(Article.slug == PLAYED, QuestionSet.retired_at.is_(None))
            ).one()
            return starting.start(session, player, played, SEED, now()).id

    def _asked(self, round_id: UUID) -> list[tuple[Question, list[str]]]:
        """The questions of the round with their options in the order shown."""
        wanted = (
            select(BankItem.body, RoundItem.option_order)
            .join(RoundItem, RoundItem.item_id == BankItem.id)
            .where(RoundItem.round_id == round_id)
            .order_by(RoundItem.number)
        )
        with self._sessions.reading() as session:
            return [
                (Question.from_json(body), order)
                for body, order in session.execute(wanted)
            ]

    def _answer(self, question: Question, order: list[str], *, rightly: bool) -> None:
        key = [option.id for option in question.key]
        if question.form is Form.MATCHING:
            for each in key:
                position = order.index(each) + 1
                self._page.locator(f'.options input[value="{position}"]').check()
        elif question.form is Form.ORDERING:
            for number, option_id in enumerate(order, start=1):
                place = str(key.index(option_id) + 1) if option_id in key else ""
                select = self._page.locator(f"#card-{number}")
                select.evaluate("(select, place) => { select.value = place; }", place)
        else:
            right = order.index(key[0])
            chosen = right if rightly else (right + 1) % len(order)
            self._page.get_by_test_id("option").nth(chosen).click()
        self._page.get_by_test_id("submit-answer").click()
        told = self._page.get_by_test_id("feedback")
        told.or_(self._page.get_by_test_id("where")).wait_for()

    def _bring_an_article(self) -> None:
        """A teacher pastes a text and looks at one of the claims found in it."""
        page = self._page
        page.goto("/account/register")
        page.locator("#name").fill(f"frau linde {self._screen.name}")
        page.locator("#password").fill("vier Störche im Wind")
        page.locator("main form [type=submit]").click()
        page.goto("/articles/new")
        [brought] = [each for each in bundled_articles() if each.slug == BROUGHT]
        page.locator("#text").fill(brought.text)
        page.locator("#title").fill(brought.title)
        page.locator("#outlet").fill("Fahlenbecker Bote")
        page.locator("#published_on").fill(brought.published_on.isoformat())
        page.locator('input[value="own_text"]').check()
        page.locator("#submit").click()
        page.get_by_test_id("claim").nth(4).get_by_role("link").last.click()
        page.get_by_test_id("chosen-claim").wait_for()
        page.locator(".claim--chosen summary").click()
        if self._screen.scale == 1:
            page.locator(".claims").evaluate("e => e.scrollIntoView()")
        else:
            page.locator("#proof").evaluate("e => e.scrollIntoView()")
        self._take("claims")
        page.goto(page.url.split("?")[0] + "/check")
        page.locator(".check[data-enhanced]").wait_for()
        page.get_by_test_id("check-question").wait_for()
        self._take("check")

    def _make_a_set(self) -> None:
        """The teacher opens a draft, writes a question and looks at the paper."""
        page = self._page
        page.goto("/articles")
        page.locator("main h2 a").first.click()
        page.get_by_test_id("make-set").click()
        page.get_by_test_id("change-set").click()
        page.get_by_test_id("mix").click()
        page.get_by_test_id("publish").wait_for()
        draft = page.url.split("#")[0]
        page.evaluate("scrollTo(0, 0)")
        self._take("draft")
        page.goto(f"{draft}/own?form=match")
        page.locator("#stem_de").fill("Wer macht was im Freibad?")
        page.locator("#lines").fill(
            "Tomasz Wilke = Schwimmmeister\nAylin Brandt = Ingenieurin\n= Bademeisterin"
        )
        page.locator("#stem_de").evaluate("e => e.form.scrollIntoView()")
        self._take("own")
        page.locator("#submit").click()
        page.get_by_test_id("own-question").wait_for()
        page.goto(
            page.get_by_test_id("draft-question")
            .first.locator("a")
            .first.evaluate("e => e.href")
        )
        self._take("preview")
        page.goto(draft.replace("/drafts/", "/sets/") + "/paper")
        self._take("paper")

    def _teach_a_class(self) -> None:
        """A class that has played: its report and its leaderboards."""
        page = self._page
        page.goto("/classes")
        page.locator("#name").fill("7b")
        page.locator("#seats").fill("24")
        page.get_by_test_id("make-class").click()
        page.get_by_test_id("cards").wait_for()
        here = page.url
        play_as_a_class(self._sessions, UUID(here.rsplit("/", 1)[1]), SEED)
        page.goto(f"{here}/report")
        self._take("report")
        page.goto(f"{here}/leaderboards")
        self._take("leaderboards")


@contextmanager
def _page_on(browser: Browser, screen: Screen, address: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=address,
        locale="de-DE",
        timezone_id="Europe/Berlin",
        color_scheme="light",
        reduced_motion="reduce",
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=screen.scale,
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def main() -> int:
    """Renew all pictures; 1 where no Chromium is installed."""
    if not CHROMIUM.exists():
        print(f"Chromium takes the pictures; there is none at {CHROMIUM}.")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/quiz.sqlite"
        key = "only for these pictures"
        sessions = sessions_of(connect(url))
        with Server(
            ["app.py"], "/readyz", DATABASE_URL=url, QUIZ_SECRET_KEY=key
        ) as server:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox"]
            )
            for screen in SCREENS:
                address = f"http://127.0.0.1:{server.port}"
                with _page_on(browser, screen, address) as page:
                    Photographer(page, screen, sessions).take_all()
            browser.close()
        sessions.engine.dispose()
    return 0


if __name__ == "__main__":
    sys.exit(main())
