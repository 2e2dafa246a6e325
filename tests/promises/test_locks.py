"""Nobody waits for what a request computes: the lock is held for writing only.

Every form that any test sends is watched (tests/lock_watch.py); here is shown that the
watch notices, that reading takes no lock, and that the longest work holds nobody up.
"""

import threading
import time

import pytest
from flask import render_template
from sqlalchemy import func, select

from quiz.accounts import passwords
from quiz.accounts.models import User
from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.play.models import Player
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.session import db, write_together
from tests.cast import member
from tests.engine.make_questions import TEXT
from tests.make import make_set
from tests.readers.site import dripping


def compute():
    compose(extract(TEXT))


def wait():
    time.sleep(0.001)


def hash_a_password():
    passwords.hashed("Apfelbaum im Regen")


@pytest.mark.slow
@pytest.mark.parametrize("work", [compute, wait, hash_a_password])
@pytest.mark.parametrize("comes", ["before", "behind"])
def test_work_behind_the_first_write_of_a_request_is_noticed(real_app, work, comes):
    @public
    def view():
        db().scalar(select(func.count()).select_from(User))
        if comes == "before":
            work()
        db().add(Player(created_at=now()))
        db().flush()
        if comes == "behind":
            work()
        return {}, 303

    real_app.add_url_rule("/planted", view_func=view, methods=["POST"])
    if comes == "before":
        real_app.test_client().post("/planted")
        return
    with pytest.raises(AssertionError, match="while nobody else can write"):
        real_app.test_client().post("/planted")


@pytest.mark.slow
@pytest.mark.parametrize("work", [compute, wait, hash_a_password])
@pytest.mark.parametrize("real_app", ["sqlite"], indirect=True)
def test_work_behind_a_write_that_is_committed_with_others_is_noticed(real_app, work):
    def keep(session):
        session.add(Player(created_at=now()))
        session.flush()
        work()

    @public
    def view():
        write_together(keep)
        return {}, 303

    real_app.add_url_rule("/planted", view_func=view, methods=["POST"])
    with pytest.raises(AssertionError, match=r"writer .* while nobody else can write"):
        real_app.test_client().post("/planted")


@pytest.mark.slow
def test_a_page_that_is_drawn_after_writing_is_a_mistake(real_app):
    real_app.config["PROPAGATE_EXCEPTIONS"] = False

    @public
    def view():
        db().add(Player(created_at=now()))
        db().flush()
        return render_template("play/privacy.html", plays=False, operator="")

    real_app.add_url_rule("/planted", view_func=view, methods=["POST"])
    is_sqlite = "sqlite" in real_app.config["DATABASE_URL"]
    status = real_app.test_client().post("/planted").status_code
    assert status == (500 if is_sqlite else 200)


def test_others_write_while_a_request_works_on_what_it_has_read(real_app):
    reading, written = threading.Event(), threading.Event()

    @public
    def slow():
        db().scalar(select(func.count()).select_from(Player))
        reading.set()
        assert written.wait(4), "nobody else could write"
        db().add(Player(created_at=now()))
        db().flush()
        return {}, 303

    @public
    def quick():
        db().add(Player(created_at=now()))
        return {}, 303

    real_app.add_url_rule("/slow", view_func=slow, methods=["POST"])
    real_app.add_url_rule("/quick", view_func=quick, methods=["POST"])
    found = []
    thread = threading.Thread(
        target=lambda: found.append(real_app.test_client().post("/slow").status_code)
    )
    thread.start()
    assert reading.wait(4)
    assert real_app.test_client().post("/quick").status_code == 303
    written.set()
    thread.join()
    assert found == [303]


def test_pupils_play_on_while_a_teacher_fetches_from_a_server_that_drips(real_app):
    with real_app.extensions["quiz.sessions"].writing.begin() as session:
        played = make_set(session)
    teacher, pupil = member(real_app, "frau ahorn"), real_app.test_client()
    with dripping(b"HTTP/1.1 200 OK\r\nX-Long: ") as site:
        real_app.config["FETCH_HOSTS"] = frozenset({site})
        form = {"fetch": "1", "url": f"http://{site}/"}
        sent = threading.Thread(
            target=lambda: teacher.post("/articles/new", data=form), daemon=True
        )
        sent.start()
        time.sleep(0.3)
        began = pupil.post("/play/start", data={"set": str(played.id)})
        assert (began.status_code, sent.is_alive()) == (303, True)
        sent.join()
