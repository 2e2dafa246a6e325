"""A browser's connection for asyncio: requests one after another, cookies kept."""

import asyncio
import re
import time
import urllib.parse
import zlib
from dataclasses import dataclass

from bench.player import PATIENCE_S, Fields, Forms

_STATUS = re.compile(rb"HTTP/1\.1 (\d{3})")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_LOCATION = re.compile(rb"\r\nlocation: *(\S+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *([^=\s]+)=([^;\r]*)", re.IGNORECASE)
_GZIPPED = re.compile(rb"\r\ncontent-encoding: *gzip", re.IGNORECASE)
_ANY_GZIP = 31
IDLE_S = 3.0
"""A server keeps a connection for five seconds in which nothing comes."""
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; `leads_to` is the path of a redirect, or ""."""

    status: int
    leads_to: str
    page: str


class Wire:
    """One connection that stays open; it is opened by its first request."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._cookies: dict[bytes, bytes] = {}
        self._last = time.monotonic()

    async def get(self, path: str) -> Reply:
        """The page there."""
        return await self._ask("GET", path, b"")

    async def post(self, path: str, fields: Fields) -> Reply:
        """What sending the form gives."""
        return await self._ask("POST", path, urllib.parse.urlencode(fields).encode())

    def close(self) -> None:
        """Hang up; the next request opens a connection by itself."""
        if self._streams is not None:
            self._streams[1].close()
        self._streams = None

    async def _ask(self, method: str, path: str, body: bytes) -> Reply:
        if time.monotonic() - self._last > IDLE_S:
            self.close()  # the server may be about to do so
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(self.head(method, path, len(body)) + body)
        async with asyncio.timeout(PATIENCE_S):
            answer = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(answer)
            sent = await reader.readexactly(int(length[1])) if length else b""
        self._last = time.monotonic()
        return self._read(answer, sent)

    def head(self, method: str, path: str, length: int = 0) -> bytes:
        """The head of such a request, with the cookies there are."""
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n"
        head += "Accept-Encoding: gzip\r\n"
        if method == "POST":
            head += f"Content-Type: {_FORM}\r\nContent-Length: {length}\r\n"
        cookies = b"; ".join(b"=".join(each) for each in self._cookies.items())
        return head.encode() + b"Cookie: " + cookies + b"\r\n\r\n"

    def _read(self, head: bytes, body: bytes) -> Reply:
        self._cookies |= dict(_COOKIE.findall(head))
        status, location = _STATUS.match(head), _LOCATION.search(head)
        plain = zlib.decompress(body, _ANY_GZIP) if _GZIPPED.search(head) else body
        path = urllib.parse.urlsplit(location[1].decode()).path if location else ""
        return Reply(int(status[1]) if status else 0, path, plain.decode())


def form_to(page: str, path: str) -> Fields | None:
    """The fields of the form that leads there; only that form is read."""
    at = page.find(f'action="{path}"')
    if at < 0:
        return None
    part = page[page.rfind("<form", 0, at) : page.find("</form>", at)]
    found = Forms(part).found
    return found[0][1] if found else None
