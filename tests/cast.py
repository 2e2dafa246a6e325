"""The people of all tests: always the same ones, with the same names."""

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
            name=name, password_hash=password_hash(), role=role, created_at=now()
        )
        session.add(user)
        session.flush()
        service.begin_sign_in(session, user, now())
        user_id, token = user.id, user.token
    return signed_in_browser(app, Actor(user_id, role), token)


def signed_in_browser(app: Flask, actor: Actor, token: UUID) -> Browser:
    browser = app.test_client()
    browser.actor = actor
    with browser.session_transaction() as session:
        session["_user_id"] = str(token)
    return browser
