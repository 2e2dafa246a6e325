"""A pupil keeps the seat while the database is away, and is told to come again."""

import pytest
from sqlalchemy import event, select

from quiz.classroom.models import Seat
from tests.browser import text_of
from tests.cast import member
from tests.classroom.people import EN, join, make_class, names_on
from tests.failing import failing_at
from tests.promises.routes import is_public, path, rules, says

MOST_STEPS = 40


@pytest.fixture
def pupil(real_app):
    """Somebody at a seat who has not chosen a name yet."""
    make_class(member(real_app, "frau ahorn"), seats=2)
    with real_app.extensions["quiz.sessions"].reading() as session:
        seat = session.scalars(select(Seat).order_by(Seat.number)).first()
        return join(real_app, None, seat)


OF_MACHINES = ("health.", "watching.")  # metrics are 404 to whoever has no token


def asked_at_every_step(app, send):
    """The answer to a request whose every statement fails once; gives the last one."""
    for step in range(1, MOST_STEPS):
        with failing_at(app, step) as left:
            answer = send()
        if left[0] > 0:
            return answer
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "3"
        assert '<main id="main"' in answer.text
    raise AssertionError("too many steps")


@pytest.mark.slow
def test_every_page_says_so_at_whatever_step_it_fails(real_app, pupil):
    pages = [rule for rule in rules(real_app) if not rule.arguments]
    pages = [rule for rule in pages if "GET" in rule.methods]
    asked = 0
    for rule in pages:
        if is_public(real_app, rule) and not rule.endpoint.startswith(OF_MACHINES):
            address = path(real_app, rule)
            answer = asked_at_every_step(real_app, lambda: pupil.get(address))  # noqa: B023
            assert answer.status_code in (200, 303), says(rule)
            asked += 1
    assert asked >= 8


def test_a_page_that_is_missing_says_so_too(real_app, pupil):
    answer = asked_at_every_step(real_app, lambda: pupil.get("/no/such/page"))
    assert answer.status_code == 404


def test_the_name_is_chosen_once_it_answers_again(real_app, pupil):
    chosen = {"alias": names_on(pupil)[0]}
    send = lambda: pupil.post("/join/name", data=chosen)  # noqa: E731
    assert asked_at_every_step(real_app, send).location == "/my-class"
    assert pupil.get("/my-class").status_code == 200


def test_while_others_write_a_pupil_is_told_to_come_again(real_app, pupil):
    engine = real_app.extensions["quiz.sessions"].engine
    if engine.dialect.name != "sqlite":
        return  # PostgreSQL has no such lock
    chosen = {"alias": names_on(pupil)[0]}
    engine.dispose()
    event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout = 50"))
    other = engine.raw_connection()
    other.execute("BEGIN IMMEDIATE")
    refused = pupil.post("/join/name", data=chosen, headers=EN)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "3")
    assert "kept on this page" in text_of(refused)
    other.rollback()
    other.close()
    assert pupil.post("/join/name", data=chosen).location == "/my-class"
