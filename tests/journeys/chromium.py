"""People in Chromium, by mouse or by keyboard; and what must never happen to them."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
TABS = 200  # more than any page has places to stop at
OPTIONS = 30  # more than any question has
WHERE, FEEDBACK = '[data-testid="where"]', '[data-testid="feedback"]'
LOCALES = {"de": "de-DE", "en": "en-GB"}

_TELL = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))"""


class Guardian:
    """Opens browsers of new people, and notes whatever they must not meet."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._contexts: list[BrowserContext] = []
        self.trouble: list[str] = []

    def visit(self, language: str = "de", width: int = 1280, **options: object) -> Page:
        """A page of somebody who has never been here, on the start page."""
        height = 640 if width < 600 else 900
        context = self._browser.new_context(
            base_url=self._address,
            locale=LOCALES[language],
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(30_000)  # a busy machine
        context.add_init_script(_TELL)
        context.on("request", self._look_at_request)
        context.on("console", self._look_at_console)
        context.on("weberror", lambda error: self.trouble.append(str(error.error)))
        self._contexts.append(context)
        page = context.new_page()
        page.goto("/")
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        self._contexts.clear()

    def _look_at_request(self, request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self._address).netloc:
            self.trouble.append(f"a request to {request.url}")

    def _look_at_console(self, message) -> None:
        # Chromium reports every reply of 400 and above; those are no trouble.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.trouble.append(message.text)


class Mouse:
    """Hands that only click."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def choose(self, position: int) -> None:
        self.page.locator(f'.options label:has(input[value="{position}"])').click()


class Keyboard:
    """Hands that only press keys; wherever they stop must be visible."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, selector: str) -> None:
        self._reach(selector)
        self.page.keyboard.press("Enter")

    def choose(self, position: int) -> None:
        if self.page.locator('.options input[type="checkbox"]').count():
            self._reach(f'.options input[type="checkbox"][value="{position}"]')
            self.page.keyboard.press("Space")
            return
        wanted = self.page.locator(f'.options input[type="radio"][value="{position}"]')
        self._reach(f'input[name="{wanted.get_attribute("name")}"]')
        self.page.keyboard.press("Space")
        for _ in range(OPTIONS):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to option {position}")

    def _reach(self, selector: str) -> None:
        for _ in range(TABS):
            at, outline = self.page.evaluate(
                """(selector) => {
                  const here = document.activeElement;
                  const shown = [here, here.closest("label")].filter(Boolean);
                  const ring = (each) => getComputedStyle(each).outlineStyle;
                  return [here.matches(selector), shown.map(ring)];
                }""",
                selector,
            )
            if at:
                assert set(outline) != {"none"}, f"no ring around {selector}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no Tab leads to {selector}")


Hands = Mouse | Keyboard


def past_where(hands: Hands) -> None:
    """From an answer to its feedback; that a sentence is asked for is skipped."""
    page = hands.page
    page.locator(f"{WHERE}, {FEEDBACK}").wait_for()
    if page.locator(WHERE).count():
        hands.press('[data-testid="skip-pointing"]')
        page.locator(FEEDBACK).wait_for()


def put_in_order(hands: Hands, right: list[int]) -> None:
    """Bring the cards of these positions into their places; the others stay over."""
    cards = hands.page.locator("[data-card]")
    hands.page.locator(".deck--moving").wait_for()

    def places() -> list[str]:
        return cards.locator("select").evaluate_all("all => all.map(({ id }) => id)")

    def put(card: str, place: int) -> None:
        for _ in places():
            hands.press(f"li:has(#{card}) button:nth-of-type(1)")
            if places()[place] == card:
                return
        raise AssertionError(f"{card} does not move")

    for place, position in enumerate(right):
        put(f"card-{position}", place)


def overflow(page: Page) -> int:
    """How many pixels the page is wider than the window."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
