"""axe-core on the page at hand: what shuts somebody out of it."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

from tests.journeys.chromium import overflow

_RUN = """async (options) => (await axe.run(document, options)).violations.map(
  (each) => `${each.id}: ${each.help}: ${each.nodes.map((n) => n.html).join(" | ")}`)"""
_ALL = {"resultTypes": ["violations"]}
_COLOURS = _ALL | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def problems(page: Page) -> list[str]:
    """Violations of all rules in light, of contrast in dark; and a page too wide."""
    page.evaluate(_source())
    page.emulate_media(color_scheme="light")
    found = page.evaluate(_RUN, _ALL)
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark: {each}" for each in page.evaluate(_RUN, _COLOURS)]
    page.emulate_media(color_scheme="light")
    if overflow(page) > 0:
        found.append(f"{overflow(page)} pixels wider than the window")
    return found
