"""Attempts counted in Redis, for several servers; and without it when it is away."""

import shutil
import socket
import subprocess
import time

import pytest

from quiz.web.limits import limiter
from tests.databases import fresh_database

pytestmark = pytest.mark.slow


@pytest.fixture
def redis(tmp_path):
    """A private Redis server: its address and its process."""
    if shutil.which("redis-server") is None:
        pytest.skip("Redis is not installed on this machine")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}", server
    server.kill()
    server.wait()


@pytest.fixture
def limited(request, redis, new_app, tmp_path):
    url = fresh_database(request, "sqlite", tmp_path)
    address, _ = redis
    yield new_app(url, RATELIMIT_ENABLED=True, RATELIMIT_STORAGE_URI=address)
    new_app(url)  # puts the counting of all other tests back where it was


def attempts(app, n):
    browser = app.test_client()
    form = {"name": "frau ahorn", "password": "not the password"}
    return [browser.post("/account/sign-in", data=form).status_code for _ in range(n)]


def test_attempts_are_counted_for_all_servers_together(limited, redis):
    assert attempts(limited, 11) == [400] * 10 + [429]
    kept = subprocess.run(
        ["redis-cli", "-u", redis[0], "dbsize"], capture_output=True, check=True
    )
    assert int(kept.stdout) >= 1
    assert limiter.storage.check()


def test_without_redis_one_can_sign_in_and_guessing_is_still_slowed(limited, redis):
    attempts(limited, 3)
    redis[1].kill()
    redis[1].wait()
    assert attempts(limited, 11) == [400] * 10 + [429]
