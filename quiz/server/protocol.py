"""HTTP as uvicorn speaks it, with deadlines for whoever sends or reads slowly.

Times and rates are those of Apache's mod_reqtimeout (head 20 s, body 20 s and 500
bytes a second more), with a quicker line for our bodies of 12 MB at most.
"""

import asyncio
import math
import time
from typing import Any
from weakref import WeakSet

from uvicorn.protocols.http.httptools_impl import (
    HttpToolsProtocol,
    RequestResponseCycle,
)
from uvicorn.server import ServerState

from quiz.server.asgi import GOES_ON

LOOK_EVERY_S = 1.0

_looked_after: "WeakSet[ServerState]" = WeakSet()


class Connection(HttpToolsProtocol):
    """One connection; it is cut off when it is past its deadline.

    Attributes:
        head_s: how long the head of a request may take, from its connection or its
            first byte on.
        body_s: how long a body may take, beside what its bytes gain.
        stuck_s: how long an answer may lie unread, beside what read bytes gain.
        stops_s: how long a request may still be on its way when the server stops.
        bytes_a_second: how much has to come or go to gain a second.
        head_bytes: the longest head that is read.
        most: how many connections a process holds; beyond, the one goes that has
            the least time left to send its request.
    """

    head_s = 20.0
    body_s = 20.0
    stuck_s = 20.0
    stops_s = 1.0
    bytes_a_second = 4_000
    head_bytes = 32 * 1024
    most = 3_000

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._deadline: float | None = None
        self._head_bytes: int | None = None
        self._is_last = False
        self._unread = 0
        self._stuck_until = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The head of a first request is waited for."""
        super().connection_made(transport)
        self._wait_for_a_head()
        _look_after(self.server_state, self.loop)
        if len(self.connections) > self.most:
            self._let_the_slowest_go()

    def data_received(self, data: bytes) -> None:
        """Some bytes of a request; a head beyond `head_bytes` is not read on."""
        if self._deadline is None and not self._is_answering():
            self._wait_for_a_head()
        if self._head_bytes is not None:
            self._head_bytes += len(data)
        super().data_received(data)
        if self._head_bytes is not None and self._head_bytes > self.head_bytes:
            self.cut_off()

    def shutdown(self) -> None:
        """The server stops: an answer under way is waited for, who sends slowly not.

        Whoever has only just connected may still send the request that is on its way,
        or a proxy would have to say that it was lost. A stream ends; its browser comes
        back by itself.
        """
        cycle: RequestResponseCycle | None = self.cycle
        if self._deadline is not None and not self._is_answering():
            self._is_last = True
        else:
            super().shutdown()
        if cycle is not None and cycle.scope.get(GOES_ON):
            cycle.disconnected = True
            cycle.message_event.set()
            self.transport.close()
        if self._deadline is not None:
            self._deadline = min(self._deadline, time.monotonic() + self.stops_s)

    def on_headers_complete(self) -> None:
        """The head is there; a body may follow."""
        self._head_bytes = None
        self._deadline = time.monotonic() + self.body_s
        super().on_headers_complete()
        if self._is_last:
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        """A part of a body, which gains it a little time for the next."""
        if self._deadline is not None:
            self._deadline += len(body) / self.bytes_a_second
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The whole request is there: from now on it is we who are waited for."""
        self._deadline = None
        super().on_message_complete()

    def _wait_for_a_head(self) -> None:
        self._head_bytes = 0
        self._deadline = time.monotonic() + self.head_s

    def _let_the_slowest_go(self) -> None:
        each = (one for one in self.connections if isinstance(one, Connection))
        min(each, key=Connection.deadline).cut_off()

    def deadline(self) -> float:
        """When it has to have sent its request; for ever where nothing is missing."""
        return math.inf if self._deadline is None else self._deadline

    def _is_answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # none before the first
        return cycle is not None and not cycle.response_complete

    def look(self, now: float) -> None:
        """Once a second: cut the connection off if it is past its deadline."""
        if now > self.deadline() or self._is_stuck(now):
            self.cut_off()

    def _is_stuck(self, now: float) -> bool:
        """Whether an answer lies unread for too long."""
        unread = self.transport.get_write_buffer_size()
        if not unread or not self._unread:
            self._stuck_until = now + self.stuck_s
        elif unread < self._unread:
            self._stuck_until += (self._unread - unread) / self.bytes_a_second
        self._unread = unread
        return now > self._stuck_until

    def cut_off(self) -> None:
        """End it at once, whatever has not been sent."""
        self.transport.abort()


def _look_after(server: ServerState, loop: asyncio.AbstractEventLoop) -> None:
    """Look at all connections of a server from now on: one timer for all of them."""
    if server not in _looked_after:
        _looked_after.add(server)
        loop.call_later(LOOK_EVERY_S, _look_at_all, server, loop)


def _look_at_all(server: ServerState, loop: asyncio.AbstractEventLoop) -> None:
    """Look at each, and again in a second for as long as there are any."""
    _looked_after.discard(server)
    now = time.monotonic()
    for each in list(server.connections):
        if isinstance(each, Connection):
            each.look(now)
    if server.connections:
        _look_after(server, loop)
