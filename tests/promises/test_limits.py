"""Whoever has the right word gets in, however many wrong ones others sent.

The doors are found by their place: every view whose attempts are counted, and every
form with a field for a password or a code. A new one without a line here fails.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pyotp
import pytest
from sqlalchemy import select

from quiz.access import Role
from quiz.accounts.models import School, SecondFactor
from quiz.classroom.models import Seat
from quiz.leaderboards.models import League
from quiz.live.models import LiveGame
from quiz.web.access import public
from tests.cast import PASSWORD, link_on, member
from tests.classroom.people import code_of, make_class
from tests.make import make_set
from tests.page import Page
from tests.promises.cast_of_access import make_world
from tests.promises.routes import rules

pytestmark = pytest.mark.slow

MOST_WRONG = 220
WRONG_CODE = {"code": "AAAAA-AAAAA"}


@dataclass(frozen=True)
class Door:
    """Who knocks at it: somebody with wrong words, and somebody with the right one.

    Attributes:
        right: what lets in; worked out when it is sent, where it does not last.
    """

    address: str
    wrong: dict[str, str]
    right: dict[str, str] | Callable[[], dict[str, str]]
    sends_wrong: object
    sends_right: object


def doors(app, session):
    """Every door, by its endpoint; all knock from one address."""
    ahorn, birke = member(app, "frau ahorn"), member(app, "herr birke")
    linde = member(app, "frau linde")
    ahorn.post("/school/found", data={"name": "Am Markt"})
    made, joining = make_class(ahorn), make_class(linde)
    ahorn.post(f"{made}/leagues", data={"name": "Cup"})
    elm = member(app, "herr ulme")
    admin = member(app, "frau eibe", Role.ADMIN)
    admin.post(f"/staff/{elm.user_id}/reset")
    reset = link_on(admin.get("/staff").text)
    seat = session.scalars(select(Seat).where(Seat.number == 1)).first()
    invitation = session.scalars(select(School.invitation)).one()
    league = session.scalars(select(League.code)).one()
    made_set = make_set(session, ahorn.user_id)
    session.commit()
    ahorn.post(f"/sets/{made_set.id}/live")
    game = session.scalars(select(LiveGame.code)).one()
    fresh = app.test_client
    name = {"name": "frau ahorn"}
    return {
        "accounts.do_sign_in": Door(
            "/account/sign-in",
            name | {"password": "not the password"},
            name | {"password": PASSWORD},
            fresh(),
            fresh(),
        ),
        "accounts.do_register": Door(
            "/account/register",
            {"name": "x", "password": "short"},
            {"name": "frau ulme", "password": PASSWORD},
            fresh(),
            fresh(),
        ),
        "seats.take": Door(
            "/join", WRONG_CODE, {"code": code_of(seat)}, fresh(), fresh()
        ),
        "accounts.do_reset": Door(
            reset, {"password": "short"}, {"password": PASSWORD}, fresh(), fresh()
        ),
        "settings.change_password": Door(
            "/account/password",
            {"old": "not the password", "password": "dreizehn rote Kühe"},
            {"old": PASSWORD, "password": "dreizehn rote Kühe"},
            member(app, "frau fichte"),
            member(app, "herr erle"),
        ),
        "settings.delete": Door(
            "/account/delete",
            {"old": "not the password"},
            {"old": PASSWORD},
            member(app, "frau weide"),
            member(app, "herr hasel"),
        ),
        **_factors(app, session),
        "live.join": Door("/live", {"code": "x"}, {"code": game}, fresh(), fresh()),
        "schools.join": Door(
            "/school/join", WRONG_CODE, {"code": invitation}, birke, linde
        ),
        "leaderboards.compete": Door(
            f"{joining}/leagues", WRONG_CODE, {"code": league}, birke, linde
        ),
    }


def _factors(app, session):
    """The doors of second factors: setting up, off again, and at signing in."""
    proof = ({"old": "not the password"}, {"old": PASSWORD})
    people = (member(app, "frau tanne"), member(app, "herr tanne"))
    begin = Door("/account/factor/begin", *proof, *people)
    found = {"second_factor.begin": begin}
    fresh, wrong = app.test_client, {"code": "000000"}
    on, proving = member(app, "frau pappel"), member(app, "herr pappel")
    for browser in (on, proving):
        browser.post("/account/factor/begin", data={"old": PASSWORD})
    session.commit()  # else it sees what was there when it first looked
    apps = {}
    for browser in (on, proving):
        wanted = select(SecondFactor.secret).where(
            SecondFactor.user_id == browser.user_id
        )
        apps[browser] = pyotp.TOTP(session.scalars(wanted).one())
    found["second_factor.switch_on"] = Door(
        "/account/factor/on",
        wrong,
        lambda: {"code": apps[on].now()},
        member(app, "frau eiche"),
        on,
    )
    proving.post("/account/factor/on", data={"code": apps[proving].now()})
    paper = re.findall(r"\b[A-Z2-9]{25}\b", proving.get("/account/factor").text)
    asked = (fresh(), fresh())
    for browser in asked:
        sent = {"name": "herr pappel", "password": PASSWORD}
        assert browser.post("/account/sign-in", data=sent).status_code == 303
    found["accounts.do_prove"] = Door(
        "/account/second-factor", wrong, {"code": paper[0]}, *asked
    )
    people = (member(app, "frau zeder"), proving)
    found["second_factor.switch_off"] = Door("/account/factor/off", *proof, *people)
    return found


@pytest.fixture
def found(limited):
    with limited.extensions["quiz.sessions"].writing() as session:
        return doors(limited, session)


def guarded(app):
    """The endpoints whose views count attempts."""
    views = app.view_functions.items()
    return {endpoint for endpoint, view in views if hasattr(view, "attempts")}


def knock(browser, address, form):
    sent = form() if callable(form) else form
    answer = browser.post(address, data=sent)
    return answer.status_code, answer.headers.get("Retry-After")


def test_wrong_words_slow_down_who_sends_them_and_nobody_else(limited, found):
    assert guarded(limited) == set(found)
    for endpoint, door in found.items():
        address = door.address
        if endpoint == "leaderboards.compete":  # a class of one's own
            address = f"{make_class(door.sends_wrong)}/leagues"
        tried = [
            knock(door.sends_wrong, address, door.wrong) for _ in range(MOST_WRONG)
        ]
        slowed = [wait for status, wait in tried if status == 429]
        assert slowed, endpoint
        assert tried[-1][0] == 429, endpoint
        assert all(wait and 0 < int(wait) <= 3601 for wait in slowed), endpoint
        assert knock(door.sends_right, door.address, door.right)[0] == 303, endpoint


def test_whoever_waits_as_told_gets_in_with_the_right_word(limited, found, later):
    for endpoint, door in found.items():
        browser = door.sends_right
        for _ in range(MOST_WRONG):
            status, wait = knock(browser, door.address, door.wrong)
            if status == 429:
                break
        else:
            pytest.fail(f"{endpoint} never says to wait")
        later(int(wait))
        assert knock(browser, door.address, door.right)[0] == 303, endpoint


def asked_for(browser, address):
    """The addresses to which forms of a page send a password or a code."""
    answer = browser.get(address)
    if answer.status_code != 200 or answer.mimetype != "text/html":
        return
    action, method = "", ""
    for tag, given, inside in Page(answer.text).tags:
        if tag == "form":
            action, method = given.get("action", address), given.get("method", "get")
        is_secret = given.get("type") == "password" or given.get("name") == "code"
        if is_secret and "form" in inside and method.lower() == "post":
            yield action


def test_such_a_form_is_found_wherever_it_is(new_app, tmp_path):
    app = new_app(f"sqlite:///{tmp_path}/empty.sqlite")
    field = '<input type="password" aria-label="x">'
    form = f'<form method="post" action="/language">{field}</form>'
    app.add_url_rule("/planted", view_func=public(lambda: f"<main>{form}</main>"))
    browser = app.test_client()
    browser.inspects = False
    assert list(asked_for(browser, "/planted")) == ["/language"]
    assert "play.language" not in guarded(app)


def test_every_form_for_a_password_or_a_code_leads_to_such_a_door(app, session):
    world = make_world(app, session)
    doors = _factors(app, session).values()
    people = [*world.browsers.values(), *(door.sends_right for door in doors)]
    adapter = app.url_map.bind("localhost")
    asking = set()
    for rule in rules(app):
        if "GET" not in rule.methods or not rule.arguments <= {*world.ids, "number"}:
            continue
        values = {name: world.ids.get(name, 1) for name in rule.arguments}
        address = adapter.build(rule.endpoint, values)
        for browser in people:
            for action in asked_for(browser, address):
                asking.add(adapter.match(action, method="POST")[0])
    assert asking == guarded(app)
