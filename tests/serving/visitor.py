"""A browser for a server of the tests' own, and what teachers do with it."""

import io
import time
import urllib.parse
import uuid
from http.client import HTTPConnection
from http.cookies import SimpleCookie

PASSWORD = "nine yellow pears"
PATIENCE_S = 120


class Visitor:
    """A browser with one connection for each request; keeps its cookies."""

    def __init__(self, port):
        self.port, self.cookies = port, SimpleCookie()

    def get(self, path):
        return self._ask("GET", path, None, {})

    def post(self, path, fields, file=None):
        if file is None:
            body = urllib.parse.urlencode(fields).encode()
            kind = "application/x-www-form-urlencoded"
        else:
            body, kind = multipart(fields, *file)
        return self._ask("POST", path, body, {"Content-Type": kind})

    def token(self, path):
        page = self.get(path)[2]
        return (
            page.partition('name="csrf_token" value="')[2].partition('"')[0]
            or (
                page.partition('name="csrf_token" type="hidden" value="')[2].partition(
                    '"'
                )[0]
            )
        )

    def _ask(self, method, path, body, headers):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        cookie = "; ".join(f"{n}={m.value}" for n, m in self.cookies.items())
        connection.request(
            method, path, body, headers | {"Cookie": cookie, "Accept-Language": "en"}
        )
        answer = connection.getresponse()
        page = answer.read().decode()
        for each in answer.msg.get_all("Set-Cookie", []):
            self.cookies.load(each)
        connection.close()
        return answer.status, answer.headers, page


def multipart(fields, name, raw):
    edge = uuid.uuid4().hex
    body = io.BytesIO()
    for field, value in fields.items():
        body.write(
            f'--{edge}\r\nContent-Disposition: form-data; name="{field}"'.encode()
        )
        body.write(f"\r\n\r\n{value}\r\n".encode())
    body.write(f'--{edge}\r\nContent-Disposition: form-data; name="file"; '.encode())
    body.write(f'filename="{name}"\r\n\r\n'.encode() + raw + b"\r\n")
    body.write(f"--{edge}--\r\n".encode())
    return body.getvalue(), f"multipart/form-data; boundary={edge}"


def teacher(port, name):
    browser = Visitor(port)
    form = {"name": name, "password": PASSWORD, "email": "", "next": ""}
    form["csrf_token"] = browser.token("/account/register")
    assert browser.post("/account/register", form)[0] == 303
    return browser


def followed(browser, answer):
    """What comes in the end, and whether it was waited for."""
    status, headers, page = answer
    waited = False
    until = time.monotonic() + PATIENCE_S
    while status == 303 and time.monotonic() < until:
        waited = True
        where = headers["Location"]
        status, headers, page = browser.get(where)
        while "Refresh" in headers and status == 200 and time.monotonic() < until:
            time.sleep(float(headers["Refresh"]))
            status, headers, page = browser.get(where)
    return status, page, waited


def sent(browser, fields, file=None):
    form = {"csrf_token": browser.token("/articles/new"), **fields}
    return browser.post("/articles/new", form, file)
