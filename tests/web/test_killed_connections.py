"""The connection to PostgreSQL is cut at every statement of a request."""

import pytest
from sqlalchemy import create_engine, event, func, select, text

from quiz.accounts.models import School
from quiz.play.models import Answer
from tests.databases import fresh_database
from tests.make import make_set
from tests.play.player import reply_to

pytestmark = pytest.mark.slow
MOST_STATEMENTS = 60


@pytest.fixture
def app(request, new_app, tmp_path):
    url = fresh_database(request, "postgresql", tmp_path)
    return new_app(url, PROPAGATE_EXCEPTIONS=False)


@pytest.fixture
def cut(app):
    """Has the connection cut before the nth statement of what comes next."""
    engine = app.extensions["quiz.sessions"].engine
    left = {"n": 0}

    def count(connection, *_rest):
        left["n"] -= 1
        if left["n"] == 0:
            raw = connection.connection.dbapi_connection
            pid = raw.info.backend_pid
            with engine.connect() as other:
                kill = text("SELECT pg_terminate_backend(:pid, 2000)")
                other.execute(kill, {"pid": pid})

    def nth(n):
        left["n"] = n

    event.listen(engine, "before_cursor_execute", count)
    yield nth, left
    event.remove(engine, "before_cursor_execute", count)


def answers_of(cut, ask):
    """What a request answers, cut before its first, second, … statement."""
    nth, left = cut
    found = []
    for n in range(1, MOST_STATEMENTS):
        nth(n)
        found.append(ask())
        was_cut = left["n"] <= 0
        nth(0)
        if not was_cut:
            return found
    raise AssertionError("a request with so many statements")


@pytest.fixture
def teacher(app):
    browser = app.test_client()
    form = {"name": "Frau Ahorn", "password": "nine yellow pears"}
    assert browser.post("/account/register", data=form).status_code == 303
    return browser


@pytest.mark.parametrize(
    "page", ["/", "/articles", "/sets", "/classes", "/library", "/progress"]
)
def test_a_page_whose_connection_is_cut_says_so_and_the_next_is_well(
    teacher, cut, page
):
    found = answers_of(cut, lambda: teacher.get(page))
    *cuts, whole = found
    assert [each.status_code for each in cuts] == [503] * len(cuts)
    assert len(cuts) > 0
    assert all(each.headers["Retry-After"] for each in cuts)
    assert whole.status_code == 200


def test_a_form_whose_connection_is_cut_saves_nothing_and_keeps_what_was_typed(
    teacher, cut, app
):
    (nth, left), founded = cut, []

    def found():
        answered = teacher.post("/school/found", data={"name": "Am Markt"})
        n = left["n"]
        nth(0)  # looking is not cut
        with app.extensions["quiz.sessions"].reading() as session:
            founded.append(session.scalar(select(func.count()).select_from(School)))
        nth(n)
        return answered

    *cuts, whole = answers_of(cut, found)
    assert {each.status_code for each in cuts} == {503}
    for each in cuts:
        page = each.get_data(as_text=True)
        assert 'name="name" value="Am Markt"' in page
        assert "send-again" not in page  # not by itself: it may have been saved
    assert whole.status_code == 303
    assert founded == [0] * len(cuts) + [1]


def test_an_answer_whose_connection_is_cut_is_given_once_more_by_the_server(app, cut):
    sessions = app.extensions["quiz.sessions"]
    with sessions.writing.begin() as session:
        played = str(make_set(session).id)
    nth, left = cut
    for n in range(1, MOST_STATEMENTS):
        pupil = app.test_client()
        begun = pupil.post("/play/start", data={"set": played}).location
        reply = reply_to(pupil.get(begun).get_data(as_text=True))
        nth(n)
        assert pupil.post(begun, data=reply).status_code == 303, n
        was_cut = left["n"] <= 0
        nth(0)
        with sessions.reading() as session:
            assert session.scalar(select(func.count()).select_from(Answer)) == n
        if not was_cut:
            return
    raise AssertionError("an answer with so many statements")


def end_all(app):
    """Has the server end every connection of the app while nobody uses it."""
    url = app.extensions["quiz.sessions"].engine.url
    other = create_engine(url, isolation_level="AUTOCOMMIT")
    with other.connect() as connection:
        ended = connection.execute(
            text(
                "SELECT count(pg_terminate_backend(pid, 2000)) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
        assert ended.scalar() > 0
    other.dispose()


def test_whoever_comes_after_all_connections_ended_notices_nothing(app, teacher):
    for _ in range(2):
        assert teacher.get("/articles").status_code == 200
        end_all(app)
    assert teacher.get("/articles").status_code == 200
    end_all(app)
    made = teacher.post("/classes", data={"name": "7b", "seats": "1"})
    assert made.status_code == 303
