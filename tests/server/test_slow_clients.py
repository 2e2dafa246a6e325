"""Who sends or reads slowly keeps nobody waiting, and is cut off in the end."""

import time

import pytest

from quiz.server.protocol import Connection
from tests.server.small import (
    PATIENCE_S,
    SIZE,
    asked_shortly,
    is_cut_off,
    is_refused,
    opened,
    sent,
    served_by,
)

pytestmark = pytest.mark.slow


def test_connections_that_send_half_a_request_hold_no_thread(served):
    _, port = served
    slow = [opened(port) for _ in range(50)]
    for number, connection in enumerate(slow):
        connection.sendall(
            (
                b"GET / HT",
                b"POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
            )[number % 2]
        )
    assert sent(port, "GET / HTTP/1.1").endswith("here")
    for connection in slow:
        connection.close()


def test_those_who_do_not_read_hold_no_thread(served):
    _, port = served
    slow = [opened(port) for _ in range(5)]
    for connection in slow:
        connection.sendall(b"GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(15).startswith(b"HTTP/1.1 200")
    assert sent(port, "GET / HTTP/1.1").endswith("here")
    for connection in slow:
        connection.close()


def test_what_is_more_than_can_wait_is_told_to_come_back(served):
    app, port = served
    waiting = [opened(port) for _ in range(SIZE.threads + SIZE.waiting)]
    for connection in waiting:
        connection.sendall(b"GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n")
    until = time.monotonic() + PATIENCE_S
    said = ""
    while "503" not in said and time.monotonic() < until:
        said = asked_shortly(port)
    assert said.startswith("HTTP/1.1 503 ")
    assert "retry-after: 2" in said
    app.gate.set()
    for connection in waiting:
        assert connection.recv(15).startswith(b"HTTP/1.1 200")
        connection.close()


def test_a_head_without_end_is_cut_off(served):
    _, port = served
    with opened(port) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        lines = (b"X-%d: %b\r\n" % (n, b"a" * 1_000) for n in range(10_000))
        assert is_refused(connection, lines)


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nX-Slow: a",
        b"POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
    ],
)
def test_who_never_finishes_a_request_is_cut_off(hurried, begun):
    _, port = hurried
    with opened(port) as connection:
        connection.sendall(begun)
        assert is_cut_off(connection)


def test_who_drips_a_head_is_cut_off_although_something_comes(hurried):
    _, port = hurried
    with opened(port) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        assert is_refused(connection, [b"a"] * 100, every_s=0.05)


def test_who_does_not_read_an_answer_is_cut_off(hurried):
    _, port = hurried
    with opened(port) as connection:
        connection.sendall(b"GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(3)
        got = 0
        try:
            while part := connection.recv(65_536):
                got += len(part)
        except ConnectionError:
            pass
    assert got < 400 * 50_000


def test_who_waits_for_an_answer_is_not_cut_off(hurried):
    app, port = hurried
    with opened(port) as connection:
        connection.sendall(b"GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(1.5)
        app.gate.set()
        assert connection.recv(15).startswith(b"HTTP/1.1 200")


def test_where_too_many_are_open_the_one_with_the_least_time_left_goes():
    class Few(Connection):
        most = 4

    with served_by(Few) as (_, port):
        slow = [opened(port) for _ in range(4)]
        for connection in slow:
            connection.sendall(b"GET / HT")
        assert sent(port, "GET / HTTP/1.1").endswith("here")
        assert is_cut_off(slow[0])
        slow[-1].sendall(b"TP/1.1\r\nHost: a\r\n\r\n")
        assert slow[-1].recv(15).startswith(b"HTTP/1.1 200")
        for connection in slow:
            connection.close()
