"""Under a path ("https://school.example/quiz") nothing of a page leads out of it.

Every page that anybody of the cast may see is asked for as a proxy asks that takes the
path away, and whatever it points at is looked at.
"""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from werkzeug import Response

from tests.promises.routes import address, rules

pytestmark = pytest.mark.slow

UNDER = "/quiz"
PROXIED = {"SCRIPT_NAME": UNDER}
POINTS = {"href", "src", "action", "formaction", "data-count", "poster", "srcset"}
OF_A_FORM = {"next", "path"}
BODIES = ("text/html", "text/css", "application/manifest+json")


class Pointers(HTMLParser):
    """What a page points at: links, files, forms, where to go on."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        self.found += [value for name, value in given.items() if name in POINTS]
        if tag == "input" and given.get("name") in OF_A_FORM:
            self.found.append(given.get("value", ""))


def leads_out(pointer: str) -> bool:
    """Whether it is an address of this host that is not below the path."""
    parts = urlsplit(pointer)
    inside = parts.path == UNDER or parts.path.startswith(f"{UNDER}/")
    return pointer.startswith("/") and not parts.netloc and not inside


def outside(answer) -> set[str]:
    """Whatever of an answer leads out of the path."""
    pointers = [answer.headers.get("Location", "")]
    pointers += [
        value.partition("url=")[2] for value in answer.headers.getlist("Refresh")
    ]
    if answer.mimetype in BODIES:
        pointers += Pointers(answer.get_data(as_text=True)).found
    return {pointer for pointer in pointers if leads_out(pointer)}


def test_no_page_leads_out_of_the_path(app, world):
    found, pages = {}, 0
    for rule in rules(app):
        if "GET" not in rule.methods:
            continue
        where = address(app, rule, world.ids)
        for who, browser in world.browsers.items():
            answer = browser.get(where, environ_overrides=PROXIED)
            pages += answer.mimetype == "text/html" and answer.status_code == 200
            if wrong := outside(answer):
                found[who, rule.endpoint] = wrong
    assert not found
    assert pages > 100


def test_neither_do_signing_in_and_out_or_another_language(app):
    browser = app.test_client()
    name = {"name": "frau tanne", "password": "drei kleine Bären"}
    for where, data in (
        ("/account/register", name),
        ("/account/sign-out", {}),
        ("/account/sign-in", name),
        ("/language", {"language": "en"}),
        ("/language", {"language": "de", "next": f"{UNDER}/privacy"}),
    ):
        answer = browser.post(where, data=data, environ_overrides=PROXIED)
        assert answer.status_code == 303, where
        assert not outside(answer), where


def test_neither_do_error_pages(app):
    for where in ("/nowhere", "/account/teachers", f"/sets/{UNDER}"):
        answer = app.test_client().get(where, environ_overrides=PROXIED)
        assert not outside(answer)


@pytest.mark.parametrize(
    "planted", ["/", "/static/css/base.css", "/quizzes", "/play/1"]
)
def test_what_leads_out_would_be_found(planted):
    page = f'<a href="{planted}">there</a><a href="{UNDER}/play">here</a>'
    assert outside(Response(page, mimetype="text/html")) == {planted}
    assert outside(Response(status=303, headers={"Location": planted})) == {planted}
