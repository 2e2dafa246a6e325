"""Pages that a whole class opens at the same moment ask the database little."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.play.player import answer, begin, play_on
from tests.village import make_played_set

NO_QUESTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@pytest.fixture
def made(session):
    found = make_played_set(session)
    session.commit()
    return found


@contextmanager
def asked(app) -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    engine, found = app.extensions["quiz.sessions"].engine, []

    def note(_connection, _cursor, statement, *_rest):
        if statement.split(maxsplit=1)[0] not in NO_QUESTIONS:
            found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def test_a_newcomer_begins_with_few_statements(app, client, made):
    begin(app.test_client(), made.id)  # its questions are known from now on
    with asked(app) as found:
        begin(client, made.id)
    writing = [each for each in found if each.startswith("INSERT")]
    assert (len(found), len(writing)) == (5, 3)


def test_who_has_played_before_begins_with_few_statements_too(app, client, made):
    play_on(client, begin(client, made.id))
    with asked(app) as found:
        begin(client, made.id)
    assert len(found) <= 8


def test_a_page_of_a_round_takes_three_statements(app, client, made):
    address = begin(client, made.id)
    with asked(app) as found:
        client.get(address)
    assert len(found) == 3


def test_an_answer_takes_three_statements(app, client, made):
    address = begin(client, made.id)
    with asked(app) as found:
        answer(client, address)
    assert len(found) - 3 == 3  # three for the page that it was chosen on


def test_the_result_takes_no_more_for_more_questions(app, client, made):
    result = play_on(client, begin(client, made.id))
    client.get(result)
    with asked(app) as found:
        client.get(result)
    assert len(found) <= 7


def test_the_library_is_looked_up_once_for_all_who_come_home(app, client, made):
    app.config["HOME_KEPT_FOR"] = timedelta(minutes=1)
    try:
        answer(client, begin(client, made.id))
        app.test_client().get("/")
        with asked(app) as found:
            page = client.get("/").text
        assert len(found) == 3  # who it is, which round waits, what was best
        assert str(made.id) in page
    finally:
        app.config["HOME_KEPT_FOR"] = timedelta(0)
        app.extensions["quiz.home"].clear()
