"""Attempts counted in Redis, for several servers; and without it when it is away."""

import signal
import subprocess
import time

import pytest

from quiz.config import storage_options
from quiz.web.limits import limiter
from tests.databases import fresh_database
from tests.patience import PATIENCE_S, ended
from tests.redis_server import Redis

pytestmark = pytest.mark.slow
HASHING_S = 0.35  # what a wrong password takes on a machine that does other things, too


@pytest.fixture
def redis(tmp_path):
    """A private Redis server: its address and its process."""
    made = Redis(tmp_path)
    yield made.url, made.process
    made.kill()


@pytest.fixture
def limited(request, redis, new_app, tmp_path):
    url = fresh_database(request, "sqlite", tmp_path)
    address, _ = redis
    app = new_app(
        url,
        RATELIMIT_ENABLED=True,
        RATELIMIT_STORAGE_URI=address,
        RATELIMIT_STORAGE_OPTIONS=storage_options(address),
    )
    limiter._storage_dead = False  # as a test without its Redis may have left it
    yield app
    new_app(url)  # puts the counting of all other tests back where it was


def attempts(app, n):
    return [attempt(app.test_client()) for _ in range(n)]


def attempt(browser):
    form = {"name": "frau ahorn", "password": "not the password"}
    return browser.post("/account/sign-in", data=form).status_code


def test_attempts_are_counted_for_all_servers_together(limited, redis):
    assert attempts(limited, 11) == [400] * 10 + [429]
    kept = subprocess.run(
        ["redis-cli", "-u", redis[0], "dbsize"],
        capture_output=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert int(kept.stdout) >= 1
    assert limiter.storage.check()


def test_a_browser_waits_for_its_next_attempt(limited):
    browser = limited.test_client()
    assert [attempt(browser) for _ in range(2)] == [400, 429]


def test_without_redis_one_can_sign_in_and_guessing_is_still_slowed(limited, redis):
    attempts(limited, 3)
    redis[1].kill()
    ended(redis[1])
    assert attempts(limited, 11) == [400] * 10 + [429]


def test_redis_that_hangs_is_waited_for_once_and_then_attempts_count_here(
    limited, redis
):
    attempts(limited, 3)
    redis[1].send_signal(signal.SIGSTOP)
    try:
        times, found = [], []
        for _ in range(11):
            began = time.monotonic()
            found.append(attempt(limited.test_client()))
            times.append(time.monotonic() - began)
    finally:
        redis[1].send_signal(signal.SIGCONT)
    assert found == [400] * 10 + [429]
    assert max(times) < 0.5 + HASHING_S
    assert sorted(times)[5] < HASHING_S
