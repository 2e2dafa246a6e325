"""Attempts are counted for all server processes together, also without Redis."""

import subprocess
import sys
import threading

import pytest
from sqlalchemy import event

from quiz.config import LIMITS_FILE, ROOT, limits_uri, settings
from quiz.counts import SharedFile
from quiz.databases import sqlite
from quiz.serve import _write_what_is_needed
from quiz.web.limits import limiter
from tests.databases import fresh_database
from tests.patience import PATIENCE_S, joined

KEY = "LIMITER/browser 203.0.113.9/sign-in/10/900"
ELSEWHERE = """
import sys
from quiz.counts import SharedFile
storage = SharedFile(sys.argv[1])
print(sum(storage.acquire_entry(sys.argv[2], 10, 900) for _ in range(8)))
"""


@pytest.fixture
def uri(tmp_path):
    return limits_uri(tmp_path / "limits.sqlite")


@pytest.fixture
def storage(uri):
    return SharedFile(uri)


def test_as_many_are_let_through_as_the_limit_says(storage):
    taken = [storage.acquire_entry(KEY, 3, 60) for _ in range(5)]
    assert taken == [True, True, True, False, False]
    assert storage.get_moving_window(KEY, 3, 60)[1] == 3
    assert storage.get(KEY) == 3


def test_others_are_counted_by_themselves(storage):
    storage.acquire_entry(KEY, 1, 60)
    assert storage.acquire_entry("another", 1, 60)


def test_what_is_over_no_longer_counts(storage):
    assert storage.acquire_entry(KEY, 1, 60)
    assert storage.acquire_entry("short", 1, -1)
    assert storage.acquire_entry("short", 1, -1)
    assert not storage.acquire_entry(KEY, 1, 60)


def test_two_processes_count_together(storage, uri):
    assert sum(storage.acquire_entry(KEY, 10, 900) for _ in range(8)) == 8
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, uri, KEY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert done.stdout.strip() == "2"


def test_threads_at_once_never_get_more_than_there_is(storage):
    taken, gate = [], threading.Barrier(8, timeout=PATIENCE_S)

    def take():
        gate.wait()
        taken.extend(storage.acquire_entry(KEY, 20, 60) for _ in range(5))

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    joined(threads)
    assert sum(taken) == 20


def test_no_address_stands_in_the_file(storage, tmp_path):
    storage.acquire_entry(KEY, 10, 60)
    assert b"203.0.113.9" not in (tmp_path / "limits.sqlite").read_bytes()


def test_what_is_forgotten_counts_no_longer(storage):
    for _ in range(3):
        storage.incr(KEY, 60)
    storage.clear(KEY)
    assert storage.get(KEY) == 0
    storage.incr(KEY, 60)
    assert storage.reset() == 1
    assert storage.check()


def test_a_file_that_cannot_be_made_is_no_storage(tmp_path):
    assert not SharedFile(limits_uri(tmp_path / "missing" / "limits.sqlite")).check()


def test_a_folder_may_have_any_name(tmp_path):
    folder = tmp_path / "Schule #1, 100 %?"
    folder.mkdir()
    assert SharedFile(limits_uri(folder / LIMITS_FILE)).acquire_entry(KEY, 1, 60)
    assert [each.name for each in folder.iterdir()] == [LIMITS_FILE]


def test_a_start_of_the_server_forgets_what_was_counted(tmp_path):
    storage = SharedFile(limits_uri(tmp_path / LIMITS_FILE))
    storage.acquire_entry(KEY, 1, 900)
    told = {"QUIZ_SECRET_KEY": "only for this test"}
    _write_what_is_needed(told, tmp_path, begins=True)
    assert storage.get(KEY) == 0


def test_preparing_beside_a_server_forgets_only_what_is_past(tmp_path):
    storage = SharedFile(limits_uri(tmp_path / LIMITS_FILE))
    storage.acquire_entry(KEY, 1, 900)
    storage.incr("past", -1)
    told = {"QUIZ_SECRET_KEY": "only for this test"}
    _write_what_is_needed(told, tmp_path, begins=False)
    assert storage.get(KEY) == 1
    assert storage.reset() == 1


def test_the_app_counts_in_it_unless_it_is_told_otherwise(tmp_path):
    assert settings({}, tmp_path)["RATELIMIT_STORAGE_URI"] == limits_uri(
        tmp_path / "limits.sqlite"
    )
    told = {"QUIZ_LIMITS_URL": "redis://localhost"}
    assert settings(told, tmp_path)["RATELIMIT_STORAGE_URI"] == "redis://localhost"


@pytest.mark.parametrize("place", ["limits.sqlite", "missing/limits.sqlite"])
def test_wrong_passwords_are_counted_whether_or_not_there_is_a_file(
    request, new_app, tmp_path, place, later
):
    url = fresh_database(request, "sqlite", tmp_path)
    where = limits_uri(tmp_path / place)
    app = new_app(url, RATELIMIT_ENABLED=True, RATELIMIT_STORAGE_URI=where)
    limiter._storage_dead = False  # as another test may have left it
    browser, form = app.test_client(), {"name": "ahorn", "password": "not it"}
    said = [browser.post("/account/sign-in", data=form).status_code for _ in range(11)]
    limiter._storage_dead = False
    new_app(url)  # puts the counting of all other tests back where it was
    assert said == [400] + [429] * 10


def test_what_was_done_is_answered_though_it_can_no_longer_be_counted(
    request, new_app, tmp_path
):
    url = fresh_database(request, "sqlite", tmp_path)
    where = tmp_path / "limits.sqlite"
    app = new_app(url, RATELIMIT_ENABLED=True, RATELIMIT_STORAGE_URI=limits_uri(where))
    limiter._storage_dead = False  # as another test may have left it
    other = sqlite.driver().connect(where, isolation_level=None)

    def hold_the_file(_connection, _cursor, statement, *_others):
        if statement.startswith("INSERT INTO users") and not other.in_transaction:
            other.execute("BEGIN IMMEDIATE")

    engine = app.extensions["quiz.sessions"].engine
    event.listen(engine, "before_cursor_execute", hold_the_file)
    form = {"name": "frau ahorn", "password": "neun gelbe Birnen"}
    answer = app.test_client().post("/account/register", data=form)
    assert other.in_transaction
    other.close()
    limiter._storage_dead = False
    new_app(url)  # puts the counting of all other tests back where it was
    assert answer.status_code == 303
