"""Answers that go on: everybody gets what is new, and nobody holds a thread."""

import time
from contextlib import ExitStack

import pytest

from quiz.server import streams
from tests.server.small import PATIENCE_S, asked_shortly, opened, sent

pytestmark = pytest.mark.slow


class Stream:
    """A stream that has begun, and what of it was not looked at yet."""

    def __init__(self, port, channel="one", key="a", seen=None):
        self.connection, self.kept = opened(port), b""
        back = "" if seen is None else f"Last-Event-ID: {seen}\r\n"
        asked = f"GET /stream/{channel}/{key} HTTP/1.1\r\nHost: a\r\n{back}\r\n"
        self.connection.sendall(asked.encode())
        self.hears(b"retry: ")

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.connection.close()

    def hears(self, wanted):
        """What arrived up to that."""
        until = time.monotonic() + PATIENCE_S
        while wanted not in self.kept and time.monotonic() < until:
            self.kept += self.connection.recv(65_536)
        before, found, self.kept = self.kept.partition(wanted)
        assert found, before
        return before + found

    def is_quiet(self, for_s=0.3):
        """Whether nothing more is told."""
        self.connection.settimeout(for_s)
        try:
            self.kept += self.connection.recv(65_536)
        except TimeoutError:
            pass
        finally:
            self.connection.settimeout(PATIENCE_S)
        return b"event" not in self.kept


def tell(port, channel="one", at_once=True):
    query = "?now=1" if at_once else ""
    assert sent(port, f"POST /stream/{channel}{query} HTTP/1.1", "Content-Length: 0")


def test_what_happens_is_sent_to_everybody_who_listens(served):
    _, port = served
    with Stream(port) as one, Stream(port) as two:
        tell(port)
        for stream in (one, two):
            assert b"id: 1\n" in stream.hears(b'{"number":1}')


def test_what_is_somebodys_own_is_sent_to_nobody_else(served):
    _, port = served
    with Stream(port, key="a") as one, Stream(port, key="b") as two:
        tell(port)
        assert two.hears(b'{"is":"b"}')
        one.hears(b'{"number":1}')
        assert one.is_quiet()


def test_nothing_of_another_channel_is_sent(served):
    _, port = served
    with Stream(port, "other", seen="0") as stream:
        tell(port, "one")
        assert stream.is_quiet()


def test_what_another_process_did_arrives_as_well(served):
    app, port = served
    with Stream(port) as stream:
        app.news["one"] = 5
        assert stream.hears(b'{"number":5}')


def test_who_comes_back_gets_what_they_missed_and_nothing_twice(served):
    app, port = served
    with Stream(port):
        tell(port)
        with Stream(port, seen="1") as there:
            assert there.is_quiet()
        app.news["one"] = 7
        with Stream(port, seen="1") as behind:
            assert behind.hears(b'{"number":7}')


def test_what_many_do_at_once_is_told_once(served):
    app, port = served
    with Stream(port) as stream:
        stream.hears(b"event: state")
        before = len(app.looks)
        began = time.monotonic()
        for _ in range(30):
            tell(port, at_once=False)
        stream.hears(b'{"number":30}')
        took_s = time.monotonic() - began
        most = took_s / streams.SOON_S + took_s / streams.TICK_S + 3
        assert len(app.looks) - before <= most


def test_hundreds_of_streams_hold_no_thread(served):
    _, port = served
    with ExitStack() as open_ones:
        listeners = [open_ones.enter_context(Stream(port)) for _ in range(300)]
        assert "here" in asked_shortly(port) + asked_shortly(port)
        tell(port)
        for stream in listeners:
            stream.hears(b'{"number":1}')


def test_a_stream_says_that_it_is_there(served, monkeypatch):
    monkeypatch.setattr(streams, "BEAT_S", 0.05)
    _, port = served
    with Stream(port) as stream:
        assert stream.hears(b"event: beat")


def test_who_goes_is_forgotten(served):
    app, port = served
    Stream(port).connection.close()
    time.sleep(2 * streams.TICK_S)
    before = len(app.looks)
    time.sleep(2 * streams.TICK_S)
    assert len(app.looks) == before


def test_a_look_that_fails_is_taken_again(served):
    app, port = served
    with Stream(port) as stream:
        del app.news["one"]
        time.sleep(2 * streams.TICK_S)
        app.news["one"] = 3
        assert stream.hears(b'{"number":3}')
