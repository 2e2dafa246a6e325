"""No number that anybody can type or put into an address breaks a page.

Every form of every page is sent with each of its fields in turn holding such a number,
and every address with a number in it is asked for with it.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import pytest

from tests.promises.routes import address, kinds, rules, says

pytestmark = pytest.mark.slow

NUMBERS = {
    "5,000 digits": "9" * 5000,
    "400 digits": "9" * 400,
    "2**63": str(2**63),
    "2**31": str(2**31),
    "-1": "-1",
    "NaN": "NaN",
    "infinite": "1e400",
    "full-width": "１２",
}
QUERIES = ("page", "days", "sentence", "claim", "year", "age", "count")
WORST = ("5,000 digits", "2**63")
READ = {
    *("changes", "version", "keep", "card", "seconds", "place", "count", "year"),
    *("seats", "teams", "time_factor", "attempts", "goal", "due_at", "opens_at"),
    *("ends_on", "days", "published_on", "work_share", "number", "option", "sure"),
}
"""Fields that are known to be read as numbers or days: the walk comes past each."""


@dataclass
class Sheet:
    """A form of a page: where it is sent, how, what its fields and buttons hold."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[dict[str, str]] = field(default_factory=list)


class Forms(HTMLParser):
    """The forms of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Sheet] = []
        self._select = ""
        self._area = ""
        self._is_open = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            method = given.get("method", "get").upper()
            self.found.append(Sheet(given.get("action", ""), method))
            self._is_open = True
        elif self._is_open:
            self._take(tag, given)

    def _take(self, tag, given):
        fields, name = self.found[-1].fields, given.get("name", "")
        if tag == "select":
            self._select = name
            fields.setdefault(name, "")
        elif tag == "textarea":
            self._area = name
            fields.setdefault(name, "")
        elif tag == "option" and (not fields[self._select] or "selected" in given):
            fields[self._select] = given.get("value", "")
        elif name and (tag == "button" or given.get("type") == "submit"):
            self.found[-1].buttons.append({name: given.get("value", "")})
        elif name and ("checked" in given or not fields.get(name)):
            fields[name] = given.get("value", "")

    def handle_data(self, data):
        if self._area:
            self.found[-1].fields[self._area] += data.lstrip("\r\n")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = ""
        elif tag == "form":
            self._is_open = False


def sheets(app, world, people=("teacher", "pupil", "nobody")):
    """Every form that these see, and some that are seen only at other times."""
    for who in people:
        browser = world.browsers[who]
        for rule in rules(app):
            if "GET" not in rule.methods or rule.rule.endswith(".pdf"):
                continue
            number = 2 if rule.endpoint == "play.question" else 1  # 1 is answered
            where = address(app, rule, world.ids, number)
            answer = browser.get(where)
            if answer.mimetype == "text/html":
                for sheet in Forms(answer.text).found:
                    sheet.action = sheet.action or where
                    yield browser, sheet
    doubt = {"round": str(world.ids["round_id"]), "number": "1"}
    yield world.browsers["pupil"], Sheet("/my-class/doubts", "POST", doubt)
    split = {"entity": "e1", "act": "split", "place": "0", "version": "0"}
    people = f"/articles/{world.ids['article_id']}/people"
    yield world.browsers["teacher"], Sheet(people, "POST", split)


def filled_in(app, world):
    """Each field of each form, and what each button adds, once: who sends what."""
    seen = set()
    for browser, sheet in sheets(app, world):
        path = urlsplit(sheet.action).path
        rule, _values = app.url_map.bind("localhost").match(path, sheet.method)
        for button in sheet.buttons or [{}]:
            for name in sheet.fields | button:
                mark = (rule, sheet.method, str(button), name.rstrip("0123456789-"))
                if name != "csrf_token" and mark not in seen:
                    seen.add(mark)
                    yield browser, sheet, button, name


def fault(browser, where, method, fields):
    """What is wrong with the answer; None where it is no fault of the server."""
    sent = {"data" if method == "POST" else "query_string": fields}
    try:
        status = browser.open(where, method=method, **sent).status_code
    except Exception as error:  # noqa: BLE001 (whatever it is, the page broke)
        return repr(error)[:200]
    return f"answers {status}" if status >= 500 else None


@pytest.fixture
def walk(app, world):
    """The forms with their fields, found once."""
    return list(filled_in(app, world))


def test_no_field_of_a_form_breaks_on_a_number(walk, undone):
    assert {name.rstrip("0123456789-") for *_form, name in walk} >= READ
    wrong = []
    for browser, sheet, button, name in walk:
        for called in NUMBERS if name.rstrip("0123456789-") in READ else WORST:
            number = NUMBERS[called]
            fields = sheet.fields | button | {name: number}
            with undone():
                found = fault(browser, sheet.action, sheet.method, fields)
            if found:
                wrong.append(f"{sheet.method} {sheet.action} {name}={called}: {found}")
    assert not wrong, "\n".join(wrong)


def test_no_address_breaks_on_a_number(app, world, undone):
    wrong, asked = [], 0
    for rule in rules(app):
        if "IntegerConverter" not in kinds(rule):
            continue
        for who in ("teacher", "pupil"):
            for method in sorted(rule.methods & {"GET", "POST"}):
                asked += 1
                wrong += broken_addresses(app, world, undone, (rule, method, who))
    assert asked > 20
    assert not wrong, "\n".join(wrong)


def broken_addresses(app, world, undone, way):
    rule, method, who = way
    right = address(app, rule, world.ids, 987654)
    for called, number in NUMBERS.items():
        where = right.replace("987654", quote(number))
        with undone():
            found = fault(world.browsers[who], where, method, {"version": "0"})
        if found:
            yield f"{says(rule)} {called}: {found}"


def test_no_question_mark_breaks_on_a_number(app, world, undone):
    wrong = []
    for rule in rules(app):
        if "GET" not in rule.methods or rule.rule.endswith(".pdf"):
            continue
        where = address(app, rule, world.ids)
        for called, number in NUMBERS.items():
            asked = dict.fromkeys(QUERIES, number)
            with undone():
                found = fault(world.browsers["teacher"], where, "GET", asked)
            if found:
                wrong.append(f"{says(rule)} {called}: {found}")
    assert not wrong, "\n".join(wrong)
