"""Somebody whose browser runs no scripts: reads pages, fills in forms, sends them."""

import re
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from random import Random
from uuid import UUID

from quiz.engine.scoring import RoundScore
from tests.page import Page, problems

Fields = dict[str, str]


@dataclass(frozen=True)
class Form:
    """A form of a page, as it stands there.

    Attributes:
        fields: what is filled in already; without buttons and open choices.
        choices: the values that can be chosen, by the name of the field.
        buttons: what each button adds when it is pressed, by its data-testid.
    """

    action: str
    method: str
    fields: Fields = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: dict[str, Fields] = field(default_factory=dict)


class Seen:
    """A page that came back: its status, where it is, and what is on it."""

    def __init__(self, address: str, status: int, body: str) -> None:
        self.address = address
        self.status = status
        self.body = body
        found = problems(body)
        assert not found, f"{address}: {found}"
        self._page = Page(body)
        self.forms = list(_forms(self._page))

    @property
    def path(self) -> str:
        return urllib.parse.urlsplit(self.address).path

    @property
    def language(self) -> str:
        return self._page.every("html")[0][1]["lang"]

    def has(self, testid: str) -> bool:
        return testid in {given.get("data-testid") for _, given, _ in self._page.tags}

    def text(self, testid: str) -> str:
        """The words inside the first element with that data-testid."""
        for number, (_tag, given, _within) in enumerate(self._page.tags):
            if given.get("data-testid") == testid:
                return self._page.text(number)
        raise AssertionError(f"{self.path} has no {testid}")

    def classes(self, testid: str) -> list[str]:
        for _tag, given, _within in self._page.tags:
            if given.get("data-testid") == testid:
                return given.get("class", "").split()
        raise AssertionError(f"{self.path} has no {testid}")

    def link(self, testid: str) -> str:
        """Where the link with that data-testid leads."""
        for _, given in self._page.every("a"):
            if given.get("data-testid") == testid:
                return given["href"]
        raise AssertionError(f"{self.path} has no link {testid}")

    def form(self, testid: str) -> tuple[Form, Fields]:
        """The first form whose button has that data-testid; what the button adds."""
        for form in self.forms:
            if testid in form.buttons:
                return form, form.buttons[testid]
        raise AssertionError(f"{self.path} has no button {testid}")


def _forms(page: Page):
    form = Form("", "")
    for tag, given, within in page.tags:
        if tag == "form":
            form = Form(given.get("action", ""), given.get("method", "get").lower())
            yield form
        elif "form" in within:
            _take_in(form, tag, given)


def _take_in(form: Form, tag: str, given: dict[str, str]) -> None:
    name, value = given.get("name", ""), given.get("value", "")
    if tag == "button":
        form.buttons[given.get("data-testid", "")] = {name: value} if name else {}
    elif tag == "select":
        form.choices[name] = []
    elif tag == "option":
        list(form.choices.values())[-1].append(value)
    elif tag == "input" and given.get("type") in ("radio", "checkbox"):
        form.choices.setdefault(name, []).append(value)
    elif tag == "input" and name:
        form.fields[name] = value


class _AsItComes(urllib.request.HTTPErrorProcessor):
    """Gives every reply back: redirects and errors, too."""

    def http_response(self, request, response):
        return response


class Visitor:
    """One browser: it keeps its cookies, and it knows no scripts."""

    def __init__(self, address: str, language: str = "de") -> None:
        self.address = address
        self._language = language
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(_AsItComes, cookies)

    def open(self, path: str) -> Seen:
        """The page there, wherever it leads on to."""
        return self._follow(*self._ask(path, None))

    def send(self, path: str, fields: Fields) -> tuple[int, str]:
        """Send a form; the status, and where the reply leads ("" for nowhere)."""
        status, address, location, _body = self._ask(path, fields)
        return status, urllib.parse.urljoin(address, location) if location else ""

    def submit(self, form: Form, fields: Fields) -> Seen:
        """Send the form as its button would, and see what comes."""
        assert form.method == "post"
        return self._follow(*self._ask(form.action, form.fields | fields))

    def past_where(self, page: Seen) -> Seen:
        """The feedback; that a sentence is asked for before is skipped."""
        if not page.has("where"):
            return page
        return self.submit(*page.form("skip-pointing"))

    def _follow(self, status: int, address: str, location: str, body: str) -> Seen:
        for _ in range(5):
            if not location:
                return Seen(address, status, body)
            there = urllib.parse.urljoin(address, location)
            status, address, location, body = self._ask(there, None)
        raise AssertionError(f"{address} leads round in circles")

    def _ask(self, path: str, fields: Fields | None) -> tuple[int, str, str, str]:
        address = urllib.parse.urljoin(self.address, path)
        data = None if fields is None else urllib.parse.urlencode(fields).encode()
        headers = {"Accept-Language": self._language}
        request = urllib.request.Request(address, data, headers)  # noqa: S310 (ours)
        with self._opener.open(request, timeout=20) as reply:
            body = reply.read().decode()
            location = reply.headers.get("Location", "")
        return reply.status, address, location, body


def answer_of(form: Form, rng: Random) -> Fields:
    """Some answer to the form's question: an option, one a row, a place a card."""
    cards = [name for name in form.choices if name.startswith("card-")]
    if not cards:
        return {name: rng.choice(values) for name, values in form.choices.items()}
    rng.shuffle(cards)
    return {card: str(place) for place, card in enumerate(cards, start=1)}


def round_of(path: str) -> UUID:
    """The round that the address of one of its pages names."""
    return UUID(path.split("/")[2])


def numbers_on(result: Seen) -> list[int]:
    """Right answers, questions, points and possible points, as the page says them."""
    text = result.text("round-result")
    found = re.findall(r"(\d+) (?:von|of) (\d+)", text)
    return [int(number) for pair in found[:2] for number in pair]


def numbers_of(score: RoundScore) -> list[int]:
    """The same numbers of a score."""
    return [score.right, score.questions, score.points, score.possible]
