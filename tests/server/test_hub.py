"""Several processes on one Redis: who listens at one hears what happened at another."""

import time

import pytest

from quiz.server import hub, streams
from quiz.server.hub import Hub, RedisHub, hub_of
from quiz.server.protocol import Connection
from tests.patience import PATIENCE_S
from tests.redis_server import Redis
from tests.server.small import served_by, small_app
from tests.server.test_streams import Stream, tell

pytestmark = pytest.mark.slow


@pytest.fixture
def redis(tmp_path):
    found = Redis(tmp_path)
    yield found
    if found.is_there:
        found.kill()


@pytest.fixture
def two(redis):
    """The ports of two servers of one app, and the app."""
    app = small_app()
    with (
        served_by(Connection, app, RedisHub(redis.url)) as (_, one),
        served_by(Connection, app, RedisHub(redis.url)) as (_, other),
    ):
        yield app, one, other


@pytest.fixture
def never_by_itself(monkeypatch):
    monkeypatch.setattr(streams, "TICK_S", 10 * PATIENCE_S)


def told_until(port, stream):
    """Tell at one server until the stream hears it; gives how many times."""
    stream.connection.settimeout(0.3)
    until = time.monotonic() + PATIENCE_S
    times = 0
    while time.monotonic() < until:
        tell(port)
        times += 1
        try:
            stream.hears(b"event: state")
        except TimeoutError:
            continue
        return times
    raise AssertionError("it was never heard")


def test_what_happens_at_one_server_is_heard_at_the_other(two, never_by_itself):
    _, one, other = two
    with Stream(one, seen="0") as here, Stream(other, seen="0") as there:
        told_until(one, there)
        told_until(other, here)
        for port in (one, other):
            tell(port)
            there.hears(b"event: state")


def test_nothing_of_another_channel_is_looked_at(two, never_by_itself):
    app, one, other = two
    with Stream(other, seen="0") as there, Stream(other, "other", seen="0") as else_:
        told_until(one, there)
        before = app.looks.count("other")
        tell(one)
        there.hears(b"event: state")
        assert else_.is_quiet()
        assert app.looks.count("other") == before


def test_without_redis_it_is_heard_a_little_later_and_afterwards_as_before(
    redis, two, monkeypatch
):
    monkeypatch.setattr(hub, "LONGEST_BREAK_S", 0.2)
    app, one, other = two
    with Stream(other, seen="0") as there:
        told_until(one, there)
        redis.kill()
        tell(one)
        there.connection.settimeout(PATIENCE_S)
        there.hears(f'{{"number":{app.news["one"]}}}'.encode())
    redis.begin()
    monkeypatch.setattr(streams, "TICK_S", 10 * PATIENCE_S)
    with Stream(other, seen=str(app.news["one"])) as there:
        told_until(one, there)


def test_without_an_address_each_process_looks_by_itself():
    assert type(hub_of("")) is Hub
    assert type(hub_of("redis://localhost")) is RedisHub
