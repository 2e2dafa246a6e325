"""A player without a browser: forms are read and sent, cookies kept."""

import gzip
import http.client
import http.cookies
import urllib.parse
from html.parser import HTMLParser

from urllib3 import encode_multipart_formdata

PATIENCE_S = 60.0
Fields = dict[str, str]


class Forms(HTMLParser):
    """The POST forms of a page: where they go and what they hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Fields]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a form and its fields; of radio buttons the last."""
        have = {name: value or "" for name, value in attrs}
        if tag == "form" and have.get("method", "").lower() == "post":
            self.found.append((have.get("action", ""), {}))
        elif tag in ("input", "select", "button") and have.get("name") and self.found:
            self.found[-1][1][have["name"]] = have.get("value", "")


class Player:
    """One connection that stays open, with the cookies it was given.

    Attributes:
        received: bytes of all bodies so far, as they came over the wire.
    """

    def __init__(self, port: int, patience_s: float = PATIENCE_S) -> None:
        self._connection = http.client.HTTPConnection(
            "127.0.0.1", port, timeout=patience_s
        )
        self._cookies: http.cookies.SimpleCookie = http.cookies.SimpleCookie()
        self.received = 0

    def get(self, path: str) -> str:
        """The page there."""
        return self._ask("GET", path, None)[1]

    def get_bytes(self, path: str) -> bytes:
        """The file there."""
        self._connection.close()  # it may have waited too long; it opens by itself
        self._connection.request("GET", path, None, {"Accept-Encoding": "gzip"})
        return self._received(self._connection.getresponse())

    def post(self, path: str, fields: Fields) -> str:
        """Send the form; where it leads on to ("" for nowhere)."""
        body = urllib.parse.urlencode(fields).encode()
        return self._ask("POST", path, body, "application/x-www-form-urlencoded")[0]

    def send(self, path: str, fields: Fields, file: tuple[str, bytes]) -> str:
        """Send the form with a file, its name and its bytes; where it leads on to."""
        body, kind = encode_multipart_formdata(fields | {"file": file})
        return self._ask("POST", path, body, kind)[0]

    def close(self) -> None:
        """Hang up; the next request opens a connection by itself."""
        self._connection.close()

    def _ask(
        self, method: str, path: str, body: bytes | None, kind: str = ""
    ) -> tuple[str, str]:
        headers = {
            "Cookie": self._cookies.output([], "", ";").strip(),
            "Accept-Encoding": "gzip",
        }
        if body is not None:
            headers["Content-Type"] = kind
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        page = self._received(answer).decode()
        for header in answer.msg.get_all("Set-Cookie", []):
            self._cookies.load(header)
        if answer.status >= http.client.BAD_REQUEST:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        return urllib.parse.urlsplit(answer.getheader("Location", "")).path, page

    def _received(self, answer: http.client.HTTPResponse) -> bytes:
        """The body as it was before it was compressed."""
        body = answer.read()
        self.received += len(body)
        is_gzip = answer.getheader("Content-Encoding") == "gzip"
        return gzip.decompress(body) if is_gzip else body
