"""Nobody else writes for how long? At most 50 ms of a request's own work, on SQLite.

Other tests count calls (tests/lock_watch.py); here the clock of the thread is read,
with a long article, whose set is the largest thing that one request writes. All other
forms are measured with short ones (test_short_transactions.py).
"""

import time

import pytest
from sqlalchemy import event, select

from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.databases.statements import needs_lock
from quiz.factory import create_app
from tests.apps import SETTINGS
from tests.databases import fresh_database
from tests.engine.make_questions import TEXT
from tests.make import make_set
from tests.play.player import reply_to

pytestmark = pytest.mark.slow
MOST_S = 0.05
FORM = {
    "title": "Ein langer Artikel",
    "outlet": "Talpost",
    "published_on": "2026-03-20",
    "rights_basis": "own_text",
    "text": "\n\n".join(TEXT.replace("Am ", f"Am {n}. Tag, am ") for n in range(20)),
}


@pytest.fixture
def app(request, tmp_path):
    """An app without the watch, which takes time itself."""
    url = fresh_database(request, "sqlite", tmp_path)
    made = create_app(SETTINGS | {"DATABASE_URL": url, "WTF_CSRF_ENABLED": False})
    yield made
    made.extensions["quiz.sessions"].engine.dispose()


@pytest.fixture
def held(app):
    """How long the lock was held by each transaction, by the thread's own clock."""
    times, began = [], []
    engine = app.extensions["quiz.sessions"].engine

    def begin(_connection, _cursor, statement, _parameters, context, _many):
        if needs_lock(statement, context) and not began:
            began.append(time.thread_time())

    def end(_connection):
        if began:
            times.append(time.thread_time() - began.pop())

    event.listen(engine, "before_cursor_execute", begin)
    for how in ("commit", "rollback"):
        event.listen(engine, how, end)
    return times


def test_no_request_holds_the_lock_for_more_than_50_ms_of_its_own_work(app, held):
    sessions, browser = app.extensions["quiz.sessions"], app.test_client()
    with sessions.writing.begin() as session:
        library = str(make_set(session).id)
    held.clear()
    account = {"name": "Frau Ahorn", "password": "nine yellow pears"}
    sent = [browser.post("/account/register", data=account)]
    sent.append(browser.post("/articles/new", data=FORM))
    with sessions.reading() as session:
        article_id = session.scalars(
            select(Article.id).where(Article.title == FORM["title"])
        ).one()
    sent.append(browser.post(f"/articles/{article_id}/draft"))
    with sessions.reading() as session:
        draft = session.scalars(
            select(QuestionSet).where(QuestionSet.published_at.is_(None))
        ).one()
        places = [item.position + 1 for item in draft.items]
    assert len(places) > 50
    kept = {"keep": places, "act": "mix", "changes": draft.changes}
    sent.append(browser.post(f"/drafts/{draft.id}", data=kept))
    sent.append(browser.post("/play/start", data={"set": library}))
    question = sent[-1].location
    reply = reply_to(browser.get(question).get_data(as_text=True))
    sent.append(browser.post(question, data=reply))
    assert [each.status_code for each in sent] == [303] * 6
    assert len(held) >= 6
    assert max(held) < MOST_S, held
