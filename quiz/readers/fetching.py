"""One web page, fetched on request and from public servers only.

The server must not become a way into the network it stands in: every address that a
name stands for is checked, the connection goes to the very address that was checked,
and each redirect is checked as the first one was.
"""

import ipaddress
import socket
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from functools import partial
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from quiz.errors import Invalid
from quiz.readers.deadline import Deadline

LONGEST_S = 5.0
MOST_BYTES = 2 * 1024 * 1024
MOST_REDIRECTS = 3
_PIECE = 16 * 1024
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_NAMES = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
}
_AGENT = "Wer-sagt-was (reads a single page because a teacher asked for it)"
# Networks that the standard library counts as public, although IPv4 addresses of any
# network are written in them (RFC 6052, RFC 3056).
_WRAPPING = tuple(
    ipaddress.ip_network(each)
    for each in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")
)

Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent.

    Attributes:
        url: where it is, after all redirects.
        name: "page.html", "page.txt" or "page.pdf", as the server says.
        charset: what the server calls its encoding; "" where it does not.
    """

    url: str
    raw: bytes
    name: str
    charset: str = ""


def resolve(host: str, port: int) -> list[str]:
    """All addresses that a name stands for.

    Raises:
        OSError: none is known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def fetch(
    url: str, permitted: Collection[str] = (), resolving: Resolve = resolve
) -> Page:
    """The page at a public address, at most 2 MB, within 5 seconds in all.

    Args:
        url: what was typed; http or https.
        permitted: hosts ("host" or "host:port") of one's own network that may be
            fetched from although they are not public.
        resolving: tells the addresses of a name.

    Raises:
        Invalid: "bad_address" no whole web address, or not of the web's ports;
            "forbidden_address" not a public one; "unreachable_address" nobody
            answers there; "slow_address"; "refused_there" with `status`; "not_a_page"
            a picture or the like; "page_too_large"; "redirected_too_often".
    """
    with Deadline(LONGEST_S) as deadline:
        for _ in range(MOST_REDIRECTS + 1):
            target = _target(url, permitted)
            ask = partial(_checked, target, permitted, resolving)
            addresses = deadline.within(ask)
            with _asked(target, addresses, deadline) as answer:
                if answer.status not in _REDIRECTS:
                    body = _body(answer, deadline)
                    return Page(url, body, _name(answer), _charset(answer))
                url = urljoin(url, answer.headers.get("Location", ""))
    raise Invalid("redirected_too_often")


def _target(url: str, permitted: Collection[str]) -> SplitResult:
    try:
        target = urlsplit(url.strip())
        port = target.port
        host = (target.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise Invalid("bad_address") from error
    if target.scheme not in _PORTS or not host or target.username is not None:
        raise Invalid("bad_address")
    if port not in (None, *_PORTS.values()) and f"{host}:{port}" not in permitted:
        raise Invalid("bad_address")
    place = f"[{host}]" if ":" in host else host
    return target._replace(netloc=f"{place}:{port}" if port else place)


def _checked(
    target: SplitResult, permitted: Collection[str], resolving: Resolve
) -> Sequence[str]:
    host, port = target.hostname or "", target.port or _PORTS[target.scheme]
    try:
        addresses = resolving(host, port)
    except (OSError, UnicodeError) as error:
        raise Invalid("unreachable_address") from error
    if not {host, f"{host}:{port}"} & set(permitted) and not all(
        map(is_public, addresses)
    ):
        raise Invalid("forbidden_address")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet's single hosts."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None)
    if inner is not None:
        return is_public(str(inner))
    if any(
        found in network for network in _WRAPPING if network.version == found.version
    ):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


@contextmanager
def _asked(
    target: SplitResult, addresses: Sequence[str], deadline: Deadline
) -> Iterator[BaseHTTPResponse]:
    """The answer of the first address that answers; its body is still to be read."""
    pool, answer = None, None
    for address in addresses:
        pool = _pool(target, address, deadline)
        try:
            answer = pool.urlopen(
                "GET",
                (target.path or "/") + (f"?{target.query}" if target.query else ""),
                headers={"Host": target.netloc, "User-Agent": _AGENT},
                redirect=False,
                retries=False,
                preload_content=False,
            )
            break
        except HTTPError:
            pool.close()
    if pool is None or answer is None:
        deadline.left_s()
        raise Invalid("unreachable_address")
    try:
        yield answer
    finally:
        answer.close()
        pool.close()


class _Watched:
    """A connection that its deadline shuts, the handshake of TLS included."""

    def __init__(self, *args: Any, deadline: Deadline, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._deadline = deadline

    def _new_conn(self) -> socket.socket:
        connected: socket.socket = super()._new_conn()  # type: ignore[misc]
        self._deadline.watch(connected)
        return connected


class _WatchedHTTP(_Watched, HTTPConnection):
    pass


class _WatchedHTTPS(_Watched, HTTPSConnection):
    pass


class _Plain(HTTPConnectionPool):
    ConnectionCls = _WatchedHTTP


class _Encrypted(HTTPSConnectionPool):
    ConnectionCls = _WatchedHTTPS


def _pool(target: SplitResult, address: str, deadline: Deadline) -> HTTPConnectionPool:
    port = target.port or _PORTS[target.scheme]
    patience = Timeout(total=deadline.left_s())
    if target.scheme == "http":
        return _Plain(address, port, timeout=patience, deadline=deadline)
    host = target.hostname
    return _Encrypted(
        address,
        port,
        timeout=patience,
        server_hostname=host,
        assert_hostname=host,
        deadline=deadline,
    )


def _body(answer: BaseHTTPResponse, deadline: Deadline) -> bytes:
    if answer.status != _OK:
        raise Invalid("refused_there", status=answer.status)
    _name(answer)
    raw = bytearray()
    try:
        while piece := answer.read1(_PIECE, decode_content=True):
            raw += piece
            if len(raw) > MOST_BYTES:
                raise Invalid("page_too_large", megabytes=MOST_BYTES // 1024**2)
    except (HTTPError, OSError) as error:
        raise Invalid("slow_address") from error
    deadline.left_s()  # a connection that was shut looks like a short page
    return bytes(raw)


def _name(answer: BaseHTTPResponse) -> str:
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in _NAMES:
        raise Invalid("not_a_page")
    return _NAMES[kind]


def _charset(answer: BaseHTTPResponse) -> str:
    header = Message()
    header["Content-Type"] = answer.headers.get("Content-Type", "")
    return header.get_content_charset() or ""
