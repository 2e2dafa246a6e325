"""axe-core on the page at hand: what shuts somebody out of it."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

from tests.journeys.chromium import overflow

_RUN = """async (options) => (await axe.run(document, options)).violations.map(
  (each) => `${each.id}: ${each.help}: ${each.nodes.map((n) => n.html).join(" | ")}`)"""
_ALL = {"resultTypes": ["violations"]}
_COLOURS = _ALL | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
_SEND_ANYWAY = "form => HTMLFormElement.prototype.submit.call(form)"


ZOOMED = ((200, 640, 512), (400, 320, 256))
_WIDE = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.children.length
    && !e.closest(".scroll") && e.checkVisibility())
  .slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | ")"""


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def problems(page: Page) -> list[str]:
    """Violations of all rules in light, of contrast in dark; too wide at any zoom."""
    page.evaluate(_source())
    page.emulate_media(color_scheme="light")
    found = page.evaluate(_RUN, _ALL)
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark: {each}" for each in page.evaluate(_RUN, _COLOURS)]
    page.emulate_media(color_scheme="light")
    if overflow(page) > 0:
        found.append(f"{overflow(page)} pixels wider than the window")
    return found + zoomed(page)


def zoomed(page: Page) -> list[str]:
    """Where the page is too wide for a window of 1280 × 1024 at 200 % and 400 %."""
    size = page.viewport_size
    found = []
    for percent, width, height in ZOOMED:
        page.set_viewport_size({"width": width, "height": height})
        if overflow(page) > 0:
            found.append(
                f"at {percent} %: {overflow(page)} pixels too wide: {wide(page)}"
            )
    page.set_viewport_size(size)
    return found


def wide(page: Page) -> str:
    """The innermost elements that reach beyond the window."""
    return page.evaluate(_WIDE)


class Inspector:
    """Looks at pages one after the other and collects what is wrong with them."""

    def __init__(self, page):
        self.page = page
        self.seen = []
        self.wrong = []

    def look(self, name):
        self.seen.append(name)
        self.page.wait_for_load_state()
        self.wrong += [f"{name}: {each}" for each in problems(self.page)]

    def look_at(self, *paths):
        for path in paths:
            self.page.goto(path)
            self.look(path)

    def send(self, selector="main form"):
        """Send the form without asking the browser whether it is filled in."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.evaluate(_SEND_ANYWAY)

    def fill_in(self, **fields):
        for name, value in fields.items():
            self.page.locator(f"#{name}").fill(value)
