"""What a view says so that its answer goes on, and how news is written.

A view that wants it puts a `Feed` into the environment of its request, and answers
with what there is now as server-sent events. Where the server can stream, it keeps the
answer open and adds what comes (quiz/server/streams.py). Elsewhere the answer simply
ends, and the browser, which comes back by itself, asks again: the same address is for
polling, too. A view after which there may be news leaves the channel there.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

FEED = "quiz.feed"
"""Under which name a view leaves the `Feed` of its answer."""
WAKE = "quiz.wake"
"""Under which name a view leaves the channel that has news now."""
WAKE_SOON = "quiz.wake_soon"
"""The same where news may be gathered for a moment: many do it at the same time."""

PATIENT = "quiz.patient"
"""Under which name a server says that it waits itself: for what a view has `PENDING`,
and for the news of a `Feed`."""
PENDING = "quiz.pending"
"""Under which name a view leaves the future that its answer tells the end of.

The server sends the answer when that future is done. If it fails, the request is done
once more, without `PATIENT`: so only a view may leave one that is safe to repeat.
"""

TYPE = "text/event-stream"
AGAIN_MS = 1_500
"""When a browser comes back whose answer ended."""


@dataclass(frozen=True, slots=True)
class News:
    """What is sent when something changed.

    Attributes:
        id: names what everybody has seen then; a browser that comes back tells it.
        common: for everybody of a group.
        own: for some more, by their key.
        next_s: when there will be news by the clock; None for not.
    """

    id: str
    common: bytes
    own: Mapping[Hashable, bytes]
    next_s: float | None = None

    def to(self, key: Hashable) -> bytes:
        """What somebody is sent."""
        return self.common + self.own.get(key, b"")


@dataclass(frozen=True, slots=True)
class Feed:
    """An answer that goes on.

    Attributes:
        channel: where its news comes from.
        group: who gets the same, but for what is their own.
        key: who it is, within the group.
        seen: the id of what they have.
        look: what is new to who has seen that; None for nothing. It is called in any
            thread, for all of the group by one of them, and opens what it needs.
    """

    channel: str
    group: Hashable
    key: Hashable
    seen: str
    look: Callable[[str], News | None]


def event(name: str, data: Mapping[str, Any], id: str | None = None) -> bytes:
    """One event, as it goes over the wire."""
    head = f"id: {id}\n" if id is not None else ""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{head}event: {name}\ndata: {body}\n\n".encode()


def opening() -> bytes:
    """What every stream begins with."""
    return f"retry: {AGAIN_MS}\n\n".encode()
