"""Many pieces of work in one transaction: none is told too early or harms another."""

import os
import subprocess
import sys
import threading

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from quiz import writing
from quiz.config import ROOT
from quiz.errors import Conflict
from quiz.play.models import Player
from quiz.writing import Writer
from tests.failing import failing_at
from tests.patience import PATIENCE_S, joined
from tests.village import make_player

MANY = 40


@pytest.fixture
def sessions(real_app):
    return real_app.extensions["quiz.sessions"]


@pytest.fixture
def writer(sessions):
    return Writer(sessions)


@pytest.fixture
def held(writer, monkeypatch):
    """The writer is busy with one piece until the event is set: a line forms.

    All that is in it goes into one batch, however busy the machine is.
    """
    monkeypatch.setattr(writing, "LONGEST_S", 10)
    go_on, begun = threading.Event(), threading.Event()

    def wait(_session):
        begun.set()
        go_on.wait(10)

    first = writer.submit(wait)
    begun.wait(10)
    yield go_on
    go_on.set()
    first.exception(10)


def refuse(session):
    make_player(session)
    raise Conflict("no")


def misuse(session):
    make_player(session)
    session.execute(text("INSERT INTO players (id) VALUES (NULL)"))


def swallow(session):
    with pytest.raises(DBAPIError):
        session.execute(text("SELECT nothing FROM nowhere"))
    make_player(session)


def count(sessions):
    with sessions.reading() as session:
        return session.scalar(select(func.count()).select_from(Player))


def test_what_came_during_a_commit_is_committed_together(sessions, writer, held):
    commits = []
    event.listen(sessions.engine, "commit", lambda _connection: commits.append(1))
    waiting = [writer.submit(lambda s: make_player(s).id) for _ in range(MANY)]
    held.set()
    kept = {each.result(10) for each in waiting}
    assert len(kept) == count(sessions) == MANY
    assert len(commits) < MANY / 2


def test_the_first_pieces_of_many_threads_have_one_writer(sessions, writer):
    barrier, names = threading.Barrier(MANY, timeout=PATIENCE_S), set()

    def note(session):
        names.add(threading.current_thread().name)
        make_player(session)

    def hand_in():
        barrier.wait()
        writer.do(note)

    threads = [threading.Thread(target=hand_in) for _ in range(MANY)]
    for each in threads:
        each.start()
    joined(threads)
    assert len(names) == 1
    assert count(sessions) == MANY


@pytest.mark.skipif(not hasattr(os, "fork"), reason="has no fork")
def test_a_writer_made_before_a_fork_works_behind_it():
    code = (
        "import os\n"
        "from quiz import db\n"
        "from quiz.writing import Writer\n"
        "writer = Writer(db.sessions_of(db.connect('sqlite://')))\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    os._exit(writer.do(lambda session: 7))\n"
        "print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))\n"
    )
    command = [sys.executable, "-c", code]
    told = subprocess.run(
        command, cwd=ROOT, capture_output=True, timeout=PATIENCE_S, check=True
    )
    assert told.stdout == b"7\n"


def test_what_is_told_is_kept(sessions, writer):
    for number in range(1, 6):
        writer.do(make_player)
        assert count(sessions) == number


@pytest.mark.parametrize("fails", [refuse, misuse])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_what_fails_is_undone_and_harms_no_other(sessions, writer, held, fails, place):
    works = [make_player] * 3
    works.insert(place, fails)
    waiting = [writer.submit(work) for work in works]
    held.set()
    failures = [each.exception(10) for each in waiting]
    assert [at for at, failure in enumerate(failures) if failure] == [place]
    assert isinstance(failures[place], (Conflict, DBAPIError))
    assert count(sessions) == 3


def test_an_error_that_a_piece_minds_by_itself_harms_no_other(sessions, writer, held):
    waiting = [writer.submit(work) for work in (make_player, swallow, make_player)]
    held.set()
    first, minds, last = [each.exception(10) for each in waiting]
    assert first is None
    assert last is None
    assert count(sessions) == (3 if minds is None else 2)


def test_a_database_that_is_away_fails_all_and_keeps_none(real_app, sessions, writer):
    step = kept = failed = 0
    while True:
        step += 1
        with failing_at(real_app, step) as left:
            waiting = [writer.submit(make_player) for _ in range(3)]
            told = [each.exception(10) for each in waiting]
        kept += told.count(None)
        failed += 3 - told.count(None)
        assert count(sessions) == kept
        if left[0] > 0:
            break
    assert step > 3
    assert failed >= 3


def test_whoever_gave_up_waiting_is_passed_over(sessions, writer, held):
    gone, stays = writer.submit(make_player), writer.submit(make_player)
    assert gone.cancel()
    held.set()
    stays.result(10)
    assert count(sessions) == 1


@pytest.mark.slow
@pytest.mark.parametrize("real_app", ["postgresql"], indirect=True)
def test_a_connection_that_is_cut_loses_the_batch_and_not_the_next(
    sessions, writer, held
):
    def cut(session):
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    waiting = [writer.submit(work) for work in (make_player, cut, make_player)]
    held.set()
    told = [each.exception(10) for each in waiting]
    assert isinstance(told[0], OperationalError)
    assert isinstance(told[1], OperationalError)
    assert count(sessions) == told.count(None)
    writer.do(make_player)
    assert count(sessions) == told.count(None) + 1


@pytest.mark.parametrize("real_app", ["sqlite"], indirect=True)
def test_sqlite_that_undoes_a_transaction_by_itself_is_not_believed(
    sessions, writer, held
):
    def fill_the_disk(session):
        # What SQLite does by itself when there is no room: it is said as an error.
        session.connection().connection.dbapi_connection.execute("ROLLBACK")
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    waiting = [writer.submit(work) for work in (make_player, fill_the_disk)]
    held.set()
    assert all(isinstance(each.exception(10), OperationalError) for each in waiting)
    assert count(sessions) == 0
