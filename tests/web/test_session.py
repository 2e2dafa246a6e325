"""One database session per request: committed by the edge, or undone."""

import threading
from uuid import uuid4

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from quiz.accounts.models import User
from quiz.databases.statements import WritesWhileReading
from quiz.errors import Invalid
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.session import db
from tests.patience import PATIENCE_S, joined


def user(name):
    return User(name=name, password_hash="x", role="teacher", created_at=now())


@pytest.fixture
def writing(real_app):
    """An app with a view that writes and then ends as it is told."""

    @public
    def write(name, end):
        db().scalar(text("SELECT count(*) FROM users"))
        db().add(user(name))
        db().flush()
        if end == "raise":
            raise Invalid("whatever")
        return {"done": name}, int(end)

    @public
    def nothing():
        return {"nothing": True}

    real_app.add_url_rule(
        "/write/<name>/<end>", view_func=write, methods=["GET", "POST"]
    )
    real_app.add_url_rule("/nothing", view_func=nothing)
    return real_app


def names(app):
    with app.extensions["quiz.sessions"].reading() as session:
        return {name for (name,) in session.execute(text("SELECT name FROM users"))}


@pytest.mark.parametrize(
    ("end", "kept"), [("200", True), ("400", False), ("raise", False)]
)
def test_a_post_commits_unless_it_fails(writing, end, kept):
    writing.test_client().post(f"/write/ann/{end}")
    assert names(writing) == ({"ann"} if kept else set())


@pytest.mark.slow
def test_a_get_never_commits(writing):
    with pytest.raises(WritesWhileReading):
        writing.test_client().get("/write/ann/200")
    assert names(writing) == set()


def test_a_page_without_data_opens_no_connection(writing):
    opened = []
    engine = writing.extensions["quiz.sessions"].engine
    event.listen(engine, "checkout", lambda *_: opened.append(1))
    assert writing.test_client().get("/nothing").status_code == 200
    assert opened == []


def test_a_database_that_stays_locked_is_busy_and_then_works_again(writing):
    engine = writing.extensions["quiz.sessions"].engine
    if engine.dialect.name != "sqlite":
        return  # PostgreSQL has no such lock
    other = engine.raw_connection()
    other.execute("BEGIN IMMEDIATE")
    event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout = 50"))
    browser = writing.test_client()
    response = browser.post("/write/ann/200")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "3")
    other.rollback()
    other.close()
    assert browser.post("/write/ann/200").status_code == 200


def test_a_commit_that_fails_is_not_reported_as_done(writing):
    sessions = writing.extensions["quiz.sessions"]

    def refuse(_session):
        raise IntegrityError("COMMIT", {}, ValueError("deferred"))

    event.listen(sessions.writing, "before_commit", refuse)
    assert writing.test_client().post("/write/ann/200").status_code == 500
    event.remove(sessions.writing, "before_commit", refuse)
    assert names(writing) == set()


def test_many_who_read_and_then_write_at_once_all_succeed(writing):
    statuses = []
    barrier = threading.Barrier(8, timeout=PATIENCE_S)

    def work():
        browser = writing.test_client()
        barrier.wait()
        for _ in range(5):
            done = browser.post(f"/write/{uuid4().hex}/200")
            statuses.append(done.status_code)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    joined(threads)
    assert statuses == [200] * 40
    assert len(names(writing)) == 40
