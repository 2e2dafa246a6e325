"""Teachers and pupils of a class, doing what they do."""

import re

from tests.make import make_set

EN = {"Accept-Language": "en"}


def make_class(teacher, name="7b", seats=4):
    """The address of a new class."""
    return teacher.post("/classes", data={"name": name, "seats": seats}).location


def code_of(seat):
    return f"{seat.classroom.code}-{seat.code}"


def join(app, _made, seat, browser=None, **fields):
    """The browser of whoever has the card of that seat, sitting there."""
    browser = browser or app.test_client()
    joined = browser.post("/join", data={"code": code_of(seat), **fields})
    assert joined.status_code == 303, joined.text
    return browser


def plays(session, browser):
    """The address of a round in which that browser has answered once."""
    made = make_set(session)
    session.commit()
    started = browser.post("/play/start", data={"set": str(made.id)}).location
    option = re.search(r'name="option" value="(\d+)"', browser.get(started).text)
    answered = browser.post(started, data={"option": option.group(1)})
    assert answered.status_code == 303
    return started
