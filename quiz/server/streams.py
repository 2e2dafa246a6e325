"""Answers that go on: thousands of them held by the loop, none by a thread.

All who see the same are a group: one look, in a thread, for all of them. A group is
looked after when something happened in its channel, when its news said so, and at times
in any case, because it may have happened in another process that could not tell it.
What somebody could not be sent in time is replaced by what is newer, never put in a
line.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from quiz.server.asgi import Receive, Send
from quiz.server.hub import Hub
from quiz.streaming import Feed, News, event

LOOKS = 2
"""How many threads look."""
TICK_S = 0.5
"""How often a group is looked after in any case."""
SOON_S = 0.15
"""How long news is gathered that comes of many at once."""
BEAT_S = 15.0
"""How often a stream says that it is there."""

_BEAT = event("beat", {})

log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class _Listener:
    feed: Feed
    seen: str
    frames: bytes = b""
    is_gone: bool = False
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, news: News) -> None:
        if self.seen != news.id:
            self.seen, self.frames = news.id, news.to(self.feed.key)
            self.stirred.set()

    def beat(self) -> None:
        """That its stream is there, unless it hears something anyway."""
        if not self.frames:
            self.frames = _BEAT
            self.stirred.set()

    def go(self) -> None:
        self.is_gone = True
        self.stirred.set()


@dataclass(eq=False, slots=True)
class _Group:
    channel: str
    listeners: set[_Listener] = field(default_factory=set)
    news: News | None = None
    is_looking: bool = False
    looks_again: bool = False
    tick: asyncio.TimerHandle | None = None
    beat: asyncio.TimerHandle | None = None
    due: asyncio.TimerHandle | None = None

    @property
    def behind(self) -> _Listener:
        """Whoever lacks the newest, if anybody does."""
        id = self.news.id if self.news else None
        late = (each for each in self.listeners if each.seen != id)
        return next(late, None) or next(iter(self.listeners))

    def tell(self, news: News) -> None:
        """Everybody who does not have it yet."""
        self.news = news
        for listener in self.listeners:
            listener.hear(news)

    def cancel(self) -> None:
        """Look after it no more."""
        for timer in (self.tick, self.beat, self.due):
            if timer is not None:
                timer.cancel()


class Streams:
    """Who listens in this process, and to what; `hub` is how others are told."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._hears = False
        self._groups: dict[object, _Group] = {}
        self._soon: dict[str, asyncio.TimerHandle] = {}
        self._looking: set[asyncio.Future[None]] = set()
        # They begin with the first stream: none would survive the fork of a worker.
        self._threads = ThreadPoolExecutor(LOOKS, "looks")

    async def serve(self, feed: Feed, receive: Receive, send: Send) -> None:
        """Send what comes until the browser goes; what began the answer was sent."""
        listener = _Listener(feed, feed.seen)
        group = self._join(listener)
        watching = asyncio.ensure_future(_watch(receive, listener))
        try:
            while not listener.is_gone:
                await self._send_next(listener, send)
        finally:
            watching.cancel()
            self._leave(listener, group)

    async def _send_next(self, listener: _Listener, send: Send) -> None:
        await listener.stirred.wait()
        listener.stirred.clear()
        frames, listener.frames = listener.frames, b""
        if frames and not listener.is_gone:
            await send(
                {"type": "http.response.body", "body": frames, "more_body": True}
            )

    def wake(self, channel: str) -> None:
        """Something happened there: look at once, here and in other processes."""
        waiting = self._soon.pop(channel, None)
        if waiting is not None:
            waiting.cancel()
        self._hub.tell(channel)
        self._heard(channel)

    def _heard(self, channel: str) -> None:
        for group in list(self._groups.values()):
            if group.channel == channel:
                self._look(group)

    def wake_soon(self, channel: str) -> None:
        """Something happened there, and more of it is to be expected."""
        if channel not in self._soon:
            loop = asyncio.get_running_loop()
            self._soon[channel] = loop.call_later(SOON_S, self.wake, channel)

    def _join(self, listener: _Listener) -> _Group:
        if not self._hears:  # from the first on that listens
            self._hears = True
            self._hub.hear(self._heard)
        feed = listener.feed
        group = self._groups.setdefault(feed.group, _Group(feed.channel))
        is_first = not group.listeners
        group.listeners.add(listener)
        if is_first:
            self._tick(group)
            self._beat_later(group)
        elif group.news is None or group.news.id != feed.seen:
            self._look(group)
        return group

    def _leave(self, listener: _Listener, group: _Group) -> None:
        group.listeners.discard(listener)
        if not group.listeners:
            self._groups.pop(listener.feed.group, None)
            group.cancel()

    def _tick(self, group: _Group) -> None:
        """Look, now and from now on every `TICK_S`."""
        self._look(group)
        loop = asyncio.get_running_loop()
        group.tick = loop.call_later(TICK_S, self._tick, group)

    def _beat_later(self, group: _Group) -> None:
        loop = asyncio.get_running_loop()
        group.beat = loop.call_later(BEAT_S, self._beat, group)

    def _beat(self, group: _Group) -> None:
        """Every `BEAT_S` all of them hear that their stream is there."""
        for listener in group.listeners:
            listener.beat()
        self._beat_later(group)

    def _look(self, group: _Group) -> None:
        group.looks_again = True
        if not group.is_looking:
            group.is_looking = True
            task = asyncio.ensure_future(self._look_now(group))
            self._looking.add(task)
            task.add_done_callback(self._looking.discard)

    async def _look_now(self, group: _Group) -> None:
        try:
            while group.looks_again and group.listeners:
                group.looks_again = False
                await self._look_once(group)
        except Exception:
            log.exception("nobody could look after a stream")  # until the next tick
        finally:
            group.is_looking = False

    async def _look_once(self, group: _Group) -> None:
        loop, behind = asyncio.get_running_loop(), group.behind
        look = behind.feed.look
        news = await loop.run_in_executor(self._threads, look, behind.seen)
        if news is None:
            return
        group.tell(news)
        if group.due is not None:
            group.due.cancel()
            group.due = None
        if news.next_s is not None:
            group.due = loop.call_later(news.next_s, self._look, group)


async def _watch(receive: Receive, listener: _Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.go()
