"""Flask behind an event loop: a thread sees a request once the whole of it is there.

The loop reads what comes in and writes what goes out, for as many connections as there
are; the few threads only work. Whoever sends or reads slowly holds no thread.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import IO, Any
from urllib.parse import unquote_to_bytes

from quiz.meters.notes import note
from quiz.server.asgi import GOES_ON, Message, Receive, Send
from quiz.server.hub import Hub
from quiz.server.streams import Streams
from quiz.streaming import FEED, PATIENT, PENDING, WAKE, WAKE_SOON, Feed

Environ = dict[str, Any]
WsgiApp = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
Headers = list[tuple[bytes, bytes]]

IN_MEMORY_BYTES = 256 * 1024
"""How much of a request is kept in memory; what is longer goes to a file."""
READ_IN_VAIN = 16
"""How many times the longest body is read before the connection is given up."""

_BUSY = (
    b"Gerade ist sehr viel los. Bitte gleich noch einmal versuchen.\n"
    b"Very busy right now. Please try again in a moment.\n"
)

_BUSY_HEADERS = [
    (b"content-type", b"text/plain; charset=utf-8"),
    (b"retry-after", b"2"),
]


@dataclass(frozen=True, slots=True)
class Size:
    """How much a worker process does at once, and how much it keeps waiting."""

    threads: int
    waiting: int
    body_bytes: int


class Gateway:
    """An ASGI application that answers by a WSGI application in threads.

    Requests beyond `size.waiting` that wait for a thread are told to come back. Of a
    body beyond `size.body_bytes` the WSGI application is told the length, so that it
    refuses it in its own words; the rest is read and thrown away, because a browser
    shows no answer while it is still sending.
    """

    def __init__(self, app: WsgiApp, size: Size, hub: Hub | None = None) -> None:
        self.app = app
        self._size = size
        self._waiting = 0
        # They begin with the first request: none would survive the fork of a worker.
        self._threads = ThreadPoolExecutor(self._size.threads, "answers")
        self._streams = Streams(hub or Hub())

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request.

        Raises:
            NotImplementedError: it is no HTTP request.
        """
        if scope["type"] != "http":
            raise NotImplementedError(f"this server does not speak {scope['type']}")
        with tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES) as body:
            whole = await _read(receive, body, self._size.body_bytes)
            if whole is None:
                return
            request = environ(scope, body, whole) | {PATIENT: True}
            response = await self._answer(request)
            if PENDING in request and not await _is_done(request[PENDING]):
                body.seek(0)  # done once more, it says what is wrong
                request = environ(scope, body, whole)
                response = await self._answer(request)
        self._tell(request)
        feed: Feed | None = request.get(FEED)
        if feed is None or response.status != 200:
            await _send(send, response, whole)
            return
        scope[GOES_ON] = True
        await _begin(send, response)
        await self._streams.serve(feed, receive, send)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _tell(self, request: Environ) -> None:
        """Have streams looked after where the request has changed something."""
        if WAKE in request:
            self._streams.wake(request[WAKE])
        if WAKE_SOON in request:
            self._streams.wake_soon(request[WAKE_SOON])

    async def _answer(self, request: Environ) -> "_Response":
        if self._waiting >= self._size.waiting + self._size.threads:
            note("turned_away", 1, "app")
            return _Response(503, _BUSY_HEADERS, [_BUSY])
        self._waiting += 1
        came = time.perf_counter()
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._run, request, came)
        finally:
            self._waiting -= 1

    def _run(self, request: Environ, came: float) -> "_Response":
        note("queue", time.perf_counter() - came, "app")
        return run(self.app, request)


async def _is_done(pending: Future[object]) -> bool:
    """Wait for it, without a thread; whether it was done and not refused."""
    try:
        await asyncio.wrap_future(pending)
    except Exception:  # noqa: BLE001 (whoever does it once more is told)
        return False
    return True


@dataclass(slots=True)
class _Response:
    status: int = 500
    headers: Headers = field(default_factory=list)
    body: list[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Whole:
    """How long a body is, and whether all of it was read."""

    length: int
    is_read: bool


async def _read(receive: Receive, body: IO[bytes], most: int) -> _Whole | None:
    """The body into that file; None if the client has gone meanwhile."""
    length = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part = message.get("body", b"")
        length += len(part)
        if length <= most:
            body.write(part)
        elif length > most * READ_IN_VAIN:
            return _Whole(length, is_read=False)
        if not message.get("more_body", False):
            body.seek(0)
            return _Whole(length, is_read=True)


async def _send(send: Send, response: _Response, whole: _Whole) -> None:
    # What is left of a body that was not read must not be taken for a request.
    headers = response.headers + ([] if whole.is_read else [(b"connection", b"close")])
    await send(
        {"type": "http.response.start", "status": response.status, "headers": headers}
    )
    for part in response.body:
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _begin(send: Send, response: _Response) -> None:
    """What an answer begins with that goes on; how long it will be, nobody knows."""
    headers = [each for each in response.headers if each[0] != b"content-length"]
    await send(
        {"type": "http.response.start", "status": response.status, "headers": headers}
    )
    begun = b"".join(response.body)
    await send({"type": "http.response.body", "body": begun, "more_body": True})


def run(app: WsgiApp, request: Environ) -> _Response:
    """The whole answer of a WSGI application; its iterable is closed."""
    response = _Response()

    def start(
        status: str, headers: Iterable[tuple[str, str]], _error: object = None
    ) -> Callable[[bytes], None]:
        response.status = int(status.split(" ", 1)[0])
        response.headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in headers
        ]
        return response.body.append

    parts = app(request, start)
    try:
        response.body += [part for part in parts if part]
    finally:
        getattr(parts, "close", lambda: None)()
    return response


def environ(scope: Mapping[str, Any], body: IO[bytes], whole: _Whole) -> Environ:
    """The WSGI environment (PEP 3333) of an ASGI request whose body was read."""
    host, port = scope.get("server") or ("localhost", 80)
    raw = scope.get("raw_path") or scope["path"].encode()
    found: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(raw).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": host,
        "SERVER_PORT": str(port or 80),
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        key = _header(name.decode("latin-1"))
        text = value.decode("latin-1")
        found[key] = f"{found[key]},{text}" if key in found else text
    if whole.length or "CONTENT_LENGTH" in found:
        found["CONTENT_LENGTH"] = str(whole.length)
    found.pop("HTTP_TRANSFER_ENCODING", None)
    return found


def _header(name: str) -> str:
    # A name with an underscore would pass for one with a hyphen (X_Forwarded_For).
    key = name.upper().replace("_", "\0").replace("-", "_")
    return key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"
