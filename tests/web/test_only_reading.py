"""A page writes nothing: whoever tries is told so at once, on both databases."""

import pytest
from sqlalchemy import insert, select, text

from quiz.databases.statements import WritesWhileReading
from quiz.play.models import Player
from quiz.web.clock import now
from tests.databases import fresh_database


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def sessions(request, new_app, tmp_path):
    """Of a database of its own, where nothing is undone at the end of a test."""
    url = fresh_database(request, request.param, tmp_path)
    return new_app(url).extensions["quiz.sessions"]


def test_a_session_for_reading_refuses_to_write(sessions):
    with sessions.reading() as session:
        session.add(Player(created_at=now()))
        with pytest.raises(WritesWhileReading, match="INSERT"):
            session.flush()
    with sessions.reading() as session, pytest.raises(WritesWhileReading):
        session.connection().execute(insert(Player), {"created_at": now()})
    with sessions.reading() as session:
        assert session.scalars(select(Player)).all() == []


def test_it_takes_no_lock(sessions):
    with sessions.reading() as session, pytest.raises(WritesWhileReading):
        session.scalars(select(Player).with_for_update()).all()


def test_neither_does_it_write_by_text(sessions):
    with sessions.reading() as session, pytest.raises(WritesWhileReading):
        session.execute(text("  delete from players"))


def test_the_next_who_has_the_same_connection_may_write(sessions):
    for _ in range(3):
        with sessions.reading() as session:
            session.scalars(select(Player)).all()
        with sessions.writing.begin() as session:
            session.add(Player(created_at=now()))
        with sessions.reading() as session:
            session.scalars(select(Player)).all()
    with sessions.writing() as session:
        assert len(session.scalars(select(Player)).all()) == 3


def test_a_view_that_writes_for_a_get_is_told_so(app, client, monkeypatch):
    from quiz.web.session import db  # noqa: PLC0415 (of the running app)

    def writes():
        db().add(Player(created_at=now()))
        db().flush()
        return "kept"

    monkeypatch.setitem(app.view_functions, "play.privacy", writes)
    writes.allows = app.view_functions["play.home"].allows
    client.inspects = False
    with pytest.raises(WritesWhileReading):
        client.get("/privacy")
