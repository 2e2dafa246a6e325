"""Every address with something in it, as everybody: theirs, others', missing.

The matrix is made from the map of addresses, so a new one without a line here fails.
Whoever may not see a thing gets the very answer that a missing one gives.
"""

import re
from functools import partial

import pytest

from tests.browser import text_of
from tests.promises.routes import NOWHERE, address, kinds, rules, says

pytestmark = pytest.mark.slow

TEACHER = frozenset({"teacher"})
TEACHERS = TEACHER | {"co-teacher"}
PUPIL = frozenset({"pupil"})
PUPILS = PUPIL | {"classmate"}
HEAD = frozenset({"head of the school"})
ADMIN = frozenset({"admin"})
WITH_LINK = TEACHERS | HEAD | ADMIN | {"other teacher", "newcomer"}
ANYBODY = WITH_LINK | PUPILS | {"nobody", "guest", "pupil of another class"}

# Who gets through, by what the address names first.
BY_THING = {
    "article_id": TEACHER,
    "set_id": TEACHER,
    "class_id": TEACHERS,
    "assignment_id": TEACHERS,
    "round_id": PUPIL,
    "league_id": TEACHERS,
    "user_id": HEAD,
    "job_id": TEACHER,
    "class_link": WITH_LINK,
    "article_link": WITH_LINK,
    "reset_link": ANYBODY,
    "sign_in_id": TEACHER,
    "game_id": PUPIL,
}
# Where it is otherwise.
BY_ENDPOINT = {
    "classes.change": TEACHER,
    "classes.ask_delete": TEACHER,
    "classes.delete": TEACHER,
    "classes.let_in": TEACHER,
    "classes.let_out": TEACHER,
    "classes.leave": TEACHERS,
    "together.offer": TEACHER,
    "staff.let_in": ADMIN,
    "staff.reset": ADMIN,
    "due.begin": PUPILS,
    "leagues.show": TEACHERS | PUPILS,
    "hosting.show": TEACHER,
    "hosting.lead": TEACHER,
    "hosting.turn_out": TEACHER,
    "news.to_host": TEACHER,
}
# Who may read a thing but not do this to it is told so (403).
TOLD = {
    endpoint: frozenset({"co-teacher"})
    for endpoint, who in BY_ENDPOINT.items()
    if endpoint.startswith(("classes.", "together.")) and who == TEACHER
} | {
    # The last one who teaches a class cannot leave it.
    "classes.leave": TEACHER,
    # Whoever does not look after a school is told that, whomever they name.
    "schools.head": TEACHER,
    "schools.remove": TEACHER,
}
NOT_OWN = frozenset({"own.change", "own.edit"})  # only of questions one wrote oneself


def missing(app, rule):
    nothing = dict.fromkeys(
        ["article_id", "set_id", "draft_id", "class_id", "assignment_id", "round_id"],
        NOWHERE,
    )
    others = ["league_id", "user_id", "job_id", "sign_in_id", "game_id"]
    others = dict.fromkeys(others, NOWHERE)
    links = dict.fromkeys(["class_link", "article_link", "reset_link"], NOWHERE)
    return address(app, rule, nothing | others | links)


def expected(rule):
    thing = next(name for name in kinds(rule).values() if name != "number")
    return BY_ENDPOINT.get(rule.endpoint, BY_THING[thing])


def with_things(app):
    return [
        (rule, method)
        for rule in rules(app)
        if "UUIDConverter" in kinds(rule) and rule.endpoint not in NOT_OWN
        for method in sorted(rule.methods & {"GET", "POST"})
    ]


def ask(browser, method, where, form):
    return browser.open(where, method=method, data=form if method == "POST" else None)


def gets_through(response):
    to_sign_in = response.status_code == 303 and "/account/sign-in" in response.location
    return response.status_code not in (403, 404) and not to_sign_in


def same(one, other):
    """Whether two answers differ in nothing that a stranger could learn from."""
    if one.status_code != other.status_code:
        return False
    if one.status_code == 303:
        return re.sub(r"next=\S*", "", one.location) == re.sub(
            r"next=\S*", "", other.location
        )
    return text_of(one) == text_of(other)


def problem(who, there, rule, tells_apart):
    """What is wrong with that answer to somebody; None where nothing is."""
    if gets_through(there):
        return None if who in expected(rule) else "gets through"
    if there.status_code == 403 and who in TOLD.get(rule.endpoint, ()):
        return None
    if who in expected(rule):
        return "is kept out"
    return "learns that it is there" if tells_apart() else None


@pytest.fixture
def tell_apart(app, world, undone):
    """Whether somebody can tell a thing of the class from one that is missing."""

    def tell(browser, rule, method):
        form = world.form.get(rule.endpoint, {})
        browser.get("/privacy")  # shows what earlier requests had to tell
        with undone():
            there = ask(browser, method, address(app, rule, world.ids), form)
        with undone():
            gone = ask(browser, method, missing(app, rule), form)
        return not same(there, gone)

    return tell


def test_everybody_gets_exactly_what_is_theirs(app, world, undone, tell_apart):
    wrong, asked = [], 0
    for rule, method in with_things(app):
        form = world.form.get(rule.endpoint, {})
        for who, browser in world.browsers.items():
            with undone():
                there = ask(browser, method, address(app, rule, world.ids), form)
            asked += 1
            found = problem(
                who, there, rule, partial(tell_apart, browser, rule, method)
            )
            if found:
                wrong.append(f"{who} {found}: {there.status_code} {says(rule)}")
    assert asked > 700
    assert not wrong, "\n".join(wrong)
