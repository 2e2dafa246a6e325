"""Workers: real processes, real limits, real deaths."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quiz.config import ROOT
from quiz.errors import Busy, Invalid
from quiz.workers import pool
from quiz.workers.pool import Limits, Workers
from tests.patience import PATIENCE_S, said
from tests.workers import at_work

pytestmark = pytest.mark.slow


@pytest.fixture
def one():
    """One worker process that may take three seconds."""
    made = Workers(1, Limits(seconds=3))
    yield made
    made.close()


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone(pid, within=10):
    until = time.monotonic() + within
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    return not is_alive(pid)


def test_without_workers_the_work_is_done_here():
    assert pool.run(at_work.who) == os.getpid()


def test_workers_that_are_chosen_do_it_and_nobody_has_to_know(one):
    pool.choose(one)
    try:
        assert pool.run(at_work.who) != os.getpid()
        assert pool.run(at_work.add, 1, other=2) == 3
    finally:
        pool.choose(None)


def test_no_process_is_begun_before_it_is_needed_and_then_it_stays(one):
    assert one._free.qsize() == 1
    first = one.run(at_work.who)
    assert one.run(at_work.who) == first


def test_a_process_that_cannot_begin_is_no_fault_of_the_text(one, monkeypatch):
    monkeypatch.setattr(pool, "STARTS_WITHIN_S", 0)
    with pytest.raises(Busy):
        one.run(at_work.who)
    monkeypatch.undo()
    assert one.run(at_work.who) != os.getpid()


def test_what_the_work_refuses_comes_back_with_its_details(one):
    pid = one.run(at_work.who)
    with pytest.raises(Invalid) as refused:
        one.run(at_work.refuse)
    assert (refused.value.reason, refused.value.details) == (
        "too_many_pages",
        {"most": 60},
    )
    assert one.run(at_work.who) == pid


def test_what_takes_too_long_is_ended_and_the_next_is_served(one):
    pid = one.run(at_work.who)
    started = time.monotonic()
    with pytest.raises(Invalid) as refused:
        one.run(at_work.sleep, 60)
    assert refused.value.reason == "took_too_long"
    assert refused.value.details == {"seconds": 3}
    assert time.monotonic() - started < 6
    assert not is_alive(pid)
    assert one.run(at_work.add, 2, 2) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
@pytest.mark.parametrize("work", [at_work.die, at_work.eat])
def test_a_process_that_dies_takes_its_task_with_it_and_nothing_else(work):
    patient = Workers(1, Limits(seconds=30))
    with pytest.raises(Invalid) as refused:
        patient.run(work)
    assert refused.value.reason == "gave_up"
    assert patient.run(at_work.add, 2, 2) == 4
    patient.close()


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="cannot be waited for here")
def test_a_process_killed_while_it_had_nothing_to_do_is_not_missed(one):
    pid = one.run(at_work.who)
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # it is dead, and not yet reaped
    assert one.run(at_work.add, 2, 2) == 4


def test_one_after_another_and_beyond_the_line_at_once_told_so():
    few = Workers(1, Limits(most=2, most_for_one=2, most_held=1, seconds=20))
    placed_ones = threading.Semaphore(0)

    def placed(person):
        try:
            with few.place(person):
                pool.take_place(few)
                placed_ones.release()
                return few.run(at_work.sleep, 1)
        except Busy as busy:
            return busy.reason

    few.run(at_work.who)
    with ThreadPoolExecutor(4) as people:
        two = [people.submit(placed, each) for each in ("ahorn", "birke")]
        assert all(placed_ones.acquire(timeout=PATIENCE_S) for _ in two)
        third = people.submit(placed, "eibe").result(PATIENCE_S)
        assert not all(each.done() for each in two)
        assert third == "workers_busy"
        assert [each.result(PATIENCE_S) for each in two] == ["awake", "awake"]
        assert people.submit(placed, "eibe").result(PATIENCE_S) == "awake"
    few.close()


def test_nobody_takes_all_the_places_and_each_gets_them_back():
    few = Workers(1, Limits(most=9, most_for_one=2))
    with few.place("ahorn"), few.place("ahorn"):
        with pytest.raises(Busy) as busy, few.place("ahorn"):
            pass
        assert busy.value.reason == "yours_first"
        with few.place("birke"):
            pass
    with few.place("ahorn"):
        pass


def test_without_a_place_few_threads_of_the_server_are_held():
    few = Workers(1, Limits(most_held=1, seconds=20))
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(few.run, at_work.sleep, 1)
        until = time.monotonic() + PATIENCE_S
        while few.held.acquire(blocking=False):  # until it holds its thread
            few.held.release()
            assert time.monotonic() < until, "it never held its thread"
            time.sleep(0.01)
        with pytest.raises(Busy):
            pool.submit(few.run, at_work.sleep, 1).result(PATIENCE_S)
        assert first.result(PATIENCE_S) == "awake"
    few.close()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what is open")
def test_it_inherits_neither_sockets_nor_secrets(one, monkeypatch):
    monkeypatch.setenv("QUIZ_SECRET_KEY", "nobody's business")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        name = str(Path(f"/proc/self/fd/{listener.fileno()}").readlink())
        assert name not in one.run(at_work.open_files)
    assert "QUIZ_SECRET_KEY" not in one.run(at_work.environment)


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_it_ends_with_the_server_even_if_that_is_killed_and_it_is_at_work():
    code = (
        "import threading, time\n"
        "from quiz.workers.pool import Limits, Workers\n"
        "from tests.workers import at_work\n"
        "if __name__ == '__main__':\n"
        "    one = Workers(1, Limits(seconds=60))\n"
        "    print(one.run(at_work.who), flush=True)\n"
        "    one.run(at_work.sleep, 60)\n"
    )
    server = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    pid = int(server.stdout.readline())
    assert is_alive(pid)
    time.sleep(0.2)
    server.kill()
    said(server)
    assert gone(pid)


def test_after_many_tasks_a_process_makes_room_for_a_new_one(one, monkeypatch):
    monkeypatch.setattr(pool, "MOST_TASKS", 2)
    first = one.run(at_work.who)
    assert one.run(at_work.who) == first
    assert one.run(at_work.who) != first
