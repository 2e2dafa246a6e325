"""The people of all tests: always the same ones, with the same names."""

import re
from functools import cache
from uuid import UUID

from flask import Flask

from quiz.access import Actor, Role
from quiz.accounts import passwords, service
from quiz.accounts.models import User
from quiz.web.clock import now
from tests.browser import Browser

PASSWORD = "a donkey eats four apples"


@cache
def password_hash() -> str:
    return passwords.hashed(PASSWORD)


def member(app: Flask, name: str, role: Role = Role.TEACHER) -> Browser:
    """The browser of somebody who has an account and is signed in."""
    with app.extensions["quiz.sessions"].writing.begin() as session:
        user = User(
            name=name,
            password_hash=password_hash(),
            role=Role.TEACHER if role is Role.NEWCOMER else role,
            created_at=now(),
            let_in_at=None if role is Role.NEWCOMER else now(),
        )
        session.add(user)
        session.flush()
        service.begin_sign_in(session, user, service.Made(now()))
        user_id, token = user.id, user.token
    return signed_in_browser(app, Actor(user_id, role), token)


def signed_in_browser(app: Flask, actor: Actor, token: UUID) -> Browser:
    browser = app.test_client()
    browser.actor = actor
    with browser.session_transaction() as session:
        session["_user_id"] = str(token)
    return browser


def link_on(page: str) -> str:
    """The path of the link that a page tells somebody to pass on."""
    told = re.search(
        r"/[a-z/]+/[0-9a-f]{8}-[0-9a-f-]{27}(?=[^0-9a-f-])",
        page[page.index("http://localhost/") :],
    )
    assert told is not None
    return told.group(0)


def link_to(owner: Browser, thing: str) -> str:
    """A link by which somebody comes in to a class or an article."""
    offered = owner.post(f"{thing}/link")
    assert offered.status_code == 303, offered.text
    return link_on(owner.get(offered.location).text)


def let_in(owner: Browser, thing: str, colleague: Browser) -> None:
    """The owner passes a link on, and the colleague comes in by it."""
    assert colleague.post(link_to(owner, thing)).status_code == 303
