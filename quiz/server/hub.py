"""What happens in one process, told to the others.

Only that something happened in a channel is told, never what: whoever hears it looks at
the database. So a message that is lost costs the time until the next look in any case
(streams.py), and nothing that counts has its only home in Redis.
"""

import asyncio
import contextlib
import logging
import random
import secrets
from collections.abc import Callable, Iterable
from typing import Any

Heard = Callable[[str], None]

TOPIC = "quiz.happened"
WAIT_S = 0.5
"""How long a message to Redis may take; it is not sent again."""
QUIET_S = 5.0
"""How long nothing is heard until it is asked whether the line still stands."""
LONGEST_BREAK_S = 5.0
"""Between two tries to hear again; the first is within half a second."""

log = logging.getLogger(__name__)


class Hub:
    """Of one process, which has nobody to tell."""

    def hear(self, heard: Heard) -> None:
        """From now on, call that with every channel in which others did something.

        Args:
            heard: called in the running loop.
        """

    def tell(self, channel: str) -> None:
        """Something happened there; nothing is waited for, and nothing is raised."""


class RedisHub(Hub):
    """Of all processes, on all machines, that share a Redis."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._me = ""  # drawn in each process, not before the fork of a worker
        self._untold: dict[str, None] = {}
        self._stirred: asyncio.Event | None = None
        self._tasks: set[asyncio.Future[None]] = set()

    def hear(self, heard: Heard) -> None:
        """From now on, call that with every channel in which others did something."""
        self._begin(self._keep_hearing(heard))

    def tell(self, channel: str) -> None:
        """Something happened there; nothing is waited for, and nothing is raised."""
        self._untold[channel] = None
        if self._stirred is None:
            self._stirred = asyncio.Event()
            self._begin(self._keep_telling(self._stirred))
        self._stirred.set()

    def _begin(self, work: Any) -> None:  # noqa: ANN401 (a coroutine)
        self._me = self._me or secrets.token_hex(8)
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep_telling(self, stirred: asyncio.Event) -> None:
        """Tell for as long as the loop runs; what happens meanwhile is told once."""
        client = _client(self._url, socket_timeout=WAIT_S)
        try:
            while True:
                await stirred.wait()
                stirred.clear()
                untold, self._untold = self._untold, {}
                await self._tell_of(client, untold)
        finally:
            await client.aclose()

    async def _tell_of(self, client: Any, channels: Iterable[str]) -> None:  # noqa: ANN401
        try:
            for channel in channels:
                await client.publish(TOPIC, f"{self._me} {channel}")
        except _errors():
            log.warning("Redis is away: other processes look a little later")

    async def _keep_hearing(self, heard: Heard) -> None:
        """Hear for as long as the loop runs, again and again where Redis is away."""
        tries = 0
        while True:
            with contextlib.suppress(*_errors()):
                async for channel in self._messages():
                    tries = 0
                    if channel:
                        heard(channel)
            tries += 1
            longest = min(LONGEST_BREAK_S, 0.25 * 2**tries)
            await asyncio.sleep(longest * random.random())  # noqa: S311 (no secret)

    async def _messages(self) -> Any:  # noqa: ANN401 (an async generator)
        """Channels that others told of; "" where the line was found to stand."""
        client = _client(self._url, health_check_interval=QUIET_S)
        try:
            async with client.pubsub(ignore_subscribe_messages=True) as line:
                await line.subscribe(TOPIC)
                while True:
                    message = await line.get_message(timeout=QUIET_S)
                    told = message["data"] if message else ""
                    who, _, channel = told.partition(" ")
                    yield "" if who == self._me else channel
        finally:
            await client.aclose()


def hub_of(url: str) -> Hub:
    """The hub at that address of a Redis; without one, that of this process alone."""
    return RedisHub(url) if url else Hub()


def _client(url: str, **settings: Any) -> Any:  # noqa: ANN401
    from redis import asyncio as redis  # noqa: PLC0415 (only where it is used)

    known: dict[str, Any] = {"decode_responses": True, "socket_connect_timeout": WAIT_S}
    return redis.Redis.from_url(url, **known, **settings)


def _errors() -> tuple[type[Exception], ...]:
    from redis.exceptions import RedisError  # noqa: PLC0415

    return (RedisError, OSError, TimeoutError)
