"""What takes long goes on beside the request, and a page leads to its answer."""

import io
import re
import time
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from quiz.articles.models import Article
from quiz.web.clock import now
from quiz.web.models import Job
from quiz.web.waiting import deferring, jobs
from quiz.web.waiting.jobs import LOST_AFTER
from quiz.workers.pool import Limits
from tests.browser import text_of
from tests.cast import member
from tests.databases import fresh_database
from tests.patience import PATIENCE_S
from tests.readers.files import HEADLINE, TEXT, word_file

pytestmark = pytest.mark.slow
FORM = {
    "title": HEADLINE,
    "outlet": "Talpost",
    "published_on": "2026-03-20",
    "rights_basis": "own_text",
    "text": TEXT,
}


@pytest.fixture(params=["sqlite", "postgresql"])
def app(request, new_app, tmp_path, monkeypatch):
    """An app with a real worker, that waits for nothing before it says so."""
    monkeypatch.setattr(deferring, "AT_ONCE_S", 0)
    made = new_app(fresh_database(request, request.param, tmp_path), WORKERS=1)
    yield made
    made.extensions["quiz.workers"].close()


@pytest.fixture
def teacher(app):
    browser = member(app, "frau ahorn")
    browser.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return browser


def sent(teacher, **changed):
    return teacher.post("/articles/new", data=FORM | changed)


def awaited(teacher, answer):
    """What the page of a job answers in the end, and how often it was looked at."""
    assert "/working/" in answer.location
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        page = teacher.get(answer.location)
        if "Refresh" not in page.headers:
            return page
        assert page.status_code == 200
        time.sleep(0.05)
    raise AssertionError("it never came to an end")


def rows(app, kind):
    with app.extensions["quiz.sessions"].reading() as session:
        return session.scalars(select(kind)).all()


def test_the_page_of_a_job_leads_to_the_article_and_says_what_was_done(app, teacher):
    answer = sent(teacher)
    assert answer.status_code == 303
    end = awaited(teacher, answer)
    [article] = rows(app, Article)
    assert (end.status_code, end.location) == (303, f"/articles/{article.id}")
    shown = teacher.get(end.location)
    assert "The article is kept" in text_of(shown)
    assert "The article is kept" not in text_of(teacher.get(end.location))
    assert [job.typed for job in rows(app, Job)] == [[]]


def test_a_set_is_made_beside_the_request_too(teacher):
    article = awaited(teacher, sent(teacher)).location
    answer = teacher.post(f"{article}/questions")
    end = awaited(teacher, answer)
    assert end.location.startswith("/sets/")
    assert teacher.get(end.location).status_code == 200


def test_what_is_done_within_a_moment_is_answered_as_ever(app, teacher, monkeypatch):
    monkeypatch.setattr(deferring, "AT_ONCE_S", PATIENCE_S)
    answer = sent(teacher)
    assert "/articles/" in answer.location
    assert "The article is kept" in text_of(teacher.get(answer.location))
    assert rows(app, Job) == []
    assert sent(teacher).status_code == 400  # it is there already


def test_a_form_that_is_refused_comes_back_with_what_was_typed(app, teacher):
    end = awaited(teacher, sent(teacher, outlet=""))
    assert end.status_code == 400
    assert "Enter who published the article" in text_of(end)
    assert f'value="{HEADLINE}"' in end.get_data(as_text=True)
    assert rows(app, Article) == []


def test_a_file_is_read_although_its_request_is_over(teacher):
    file = {"file": (io.BytesIO(word_file()), "faehre.docx")}
    answer = teacher.post("/articles/new", data={"read": "1"} | file)
    end = awaited(teacher, answer)
    assert end.status_code == 200
    assert f'value="{HEADLINE}"' in end.get_data(as_text=True)


def test_nobody_else_sees_a_job(app, teacher):
    answer = sent(teacher)
    stranger = member(app, "herr birke")
    assert stranger.get(answer.location).status_code == 404
    assert "/account/sign-in" in app.test_client().get(answer.location).location
    awaited(teacher, answer)


def test_where_nobody_works_on_it_any_more_what_was_typed_can_be_sent_again(
    app, teacher
):
    answer = sent(teacher)
    awaited(teacher, answer)
    with app.extensions["quiz.sessions"].writing.begin() as session:
        before = now() - LOST_AFTER - timedelta(seconds=1)
        typed = [[name, value] for name, value in FORM.items()]
        lost = {"status": None, "location": None, "alive_at": before, "typed": typed}
        session.execute(update(Job).values(lost))
    page = teacher.get(answer.location)
    assert "It broke off" in text_of(page)
    assert "Perhaps it was saved all the same" in text_of(page)
    body = page.get_data(as_text=True)
    [path] = re.findall(r'action="([^"]*)" class="stack" data-testid="again"', body)
    assert path == "/articles/new"
    assert f'name="title" value="{HEADLINE}"' in body


def test_whoever_has_too_much_in_work_is_told_so_and_keeps_what_was_typed(app, teacher):
    workers = app.extensions["quiz.workers"]
    user = teacher.user_id
    with workers.place(user), workers.place(user), workers.place(user):
        answer = sent(teacher)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "still being read" in text_of(answer)
    assert f'name="title" value="{HEADLINE}"' in answer.get_data(as_text=True)
    assert awaited(teacher, sent(teacher)).status_code == 303


def test_who_waits_keeps_no_connection_from_others(app, teacher):
    engine = app.extensions["quiz.sessions"].engine
    workers = app.extensions["quiz.workers"]
    held = workers._free.get(timeout=PATIENCE_S)  # the only process is busy
    answer = sent(teacher)
    time.sleep(0.5)
    assert engine.pool.checkedout() == 0
    workers._free.put(held)
    assert awaited(teacher, answer).status_code == 303


@contextmanager
def nothing_left(engine):
    """All connections of the pool are taken, and nobody waits for one."""
    taken = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine.pool, "_timeout", 0.01)
        with suppress(PoolTimeout):
            while True:
                taken.append(engine.connect())
        yield
        for each in taken:
            each.close()


def test_an_answer_is_kept_although_no_connection_was_free_meanwhile(
    app, teacher, monkeypatch
):
    monkeypatch.setattr(jobs, "BEAT_S", 0.05)
    workers = app.extensions["quiz.workers"]
    held = workers._free.get(timeout=PATIENCE_S)
    answer = sent(teacher)
    with nothing_left(app.extensions["quiz.sessions"].engine):
        time.sleep(0.5)
    workers._free.put(held)
    assert awaited(teacher, answer).status_code == 303
    assert len(rows(app, Article)) == 1


def test_a_form_whose_job_cannot_be_kept_is_answered_once_it_is_done(app, teacher):
    engine = app.extensions["quiz.sessions"].engine

    def refuse(_connection, _cursor, statement, *_rest):
        if statement.startswith("INSERT INTO jobs"):
            raise OperationalError(statement, {}, Exception("disk I/O error"))

    event.listen(engine, "before_cursor_execute", refuse)
    answer = sent(teacher)
    event.remove(engine, "before_cursor_execute", refuse)
    [article] = rows(app, Article)
    assert (answer.status_code, answer.location) == (303, f"/articles/{article.id}")


def test_a_server_without_workers_still_has_files_read_by_a_process_beside_it(
    request, new_app, tmp_path
):
    app = new_app(fresh_database(request, "sqlite", tmp_path), WORKERS=0)
    teacher = member(app, "frau ahorn")
    readers = app.extensions["quiz.readers"]

    def read():
        file = {"file": (io.BytesIO(word_file()), "faehre.docx")}
        return teacher.post("/articles/new", data={"read": "1"} | file)

    assert HEADLINE in read().get_data(as_text=True)
    process = readers._free.get()  # the only one is busy
    readers._limits = Limits(seconds=0.1)
    assert read().status_code == 503
    assert sent(teacher).location.startswith("/articles/")
    process.end()
