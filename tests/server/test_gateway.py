"""Flask behind an event loop: what it is given, and who may keep whom waiting."""

import asyncio
import io
import socket
import threading
import time

import pytest
import uvicorn
from flask import Flask, Response, request

from quiz.server.gateway import Gateway, Size, run
from quiz.server.protocol import Connection

SIZE = Size(threads=2, waiting=2, body_bytes=1_000)
PATIENCE_S = 10

pytestmark = pytest.mark.slow


class Impatient(Connection):
    """As the app's, but quick enough for a test."""

    head_s = body_s = stuck_s = 0.3
    bytes_a_second = 1_000_000


def small_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = SIZE.body_bytes
    app.gate = threading.Event()

    @app.get("/")
    def home():
        return "here"

    @app.get("/told")
    def told():
        seen = ("REMOTE_ADDR", "PATH_INFO", "QUERY_STRING", "HTTP_X_FORWARDED_FOR")
        return {name: request.environ.get(name) for name in seen}

    @app.route("/told/<path:rest>")
    def rest(rest):
        return rest

    @app.post("/length")
    def length():
        return str(len(request.get_data()))

    @app.get("/wait")
    def wait():
        app.gate.wait(PATIENCE_S)
        return "done"

    @app.get("/much")
    def much():
        return Response(b"x" * 50_000 for _ in range(400))

    @app.get("/broken")
    def broken():
        raise RuntimeError("broken")

    return app


@pytest.fixture(params=[Connection, Impatient])
def protocol(request):
    return request.param


@pytest.fixture
def served(protocol):
    """An app and the port it is served at."""
    app = small_app()
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(
            Gateway(app, SIZE),
            http=protocol,
            ws="none",
            lifespan="off",
            log_config=None,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(
        target=lambda: asyncio.run(server.serve(sockets=[listener]))
    )
    thread.start()
    yield app, listener.getsockname()[1]
    app.gate.set()
    server.should_exit = server.force_exit = True
    thread.join(PATIENCE_S)
    assert not thread.is_alive()


def opened(port):
    return socket.create_connection(("127.0.0.1", port), PATIENCE_S)


def sent(port, *lines, body=b""):
    """The whole answer to a request on a connection of its own."""
    with opened(port) as connection:
        head = "\r\n".join((*lines, "Host: localhost", "Connection: close", "", ""))
        connection.sendall(head.encode("latin-1") + body)
        return b"".join(iter(lambda: connection.recv(65_536), b"")).decode("latin-1")


def is_cut_off(connection):
    """Whether the other side ends it within the patience of a test."""
    try:
        return connection.recv(1) == b""
    except ConnectionError:
        return True


def asked_shortly(port):
    """The answer to a short request, or nothing if it has to wait."""
    with opened(port) as connection:
        connection.settimeout(0.2)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        try:
            return connection.recv(4_096).decode()
        except TimeoutError:
            return ""


def is_refused(connection, parts, every_s=0.0):
    """Whether the other side hangs up before all parts are sent."""
    try:
        for part in parts:
            connection.sendall(part)
            time.sleep(every_s)
    except ConnectionError:
        return True
    return False


quick_only = pytest.mark.parametrize("protocol", [Impatient], indirect=True)
usual_only = pytest.mark.parametrize("protocol", [Connection], indirect=True)


@usual_only
def test_the_app_is_told_what_was_asked(served):
    _, port = served
    said = sent(port, "GET /told?a=%C3%BC HTTP/1.1", "X-Forwarded-For: 1.2.3.4")
    assert said.startswith("HTTP/1.1 200 ")
    assert '"REMOTE_ADDR":"127.0.0.1"' in said
    assert '"QUERY_STRING":"a=%C3%BC"' in said
    assert '"HTTP_X_FORWARDED_FOR":"1.2.3.4"' in said


@usual_only
def test_letters_of_an_address_arrive_as_they_were_meant(served):
    _, port = served
    assert sent(port, "GET /told/M%C3%B6wenau HTTP/1.1").endswith("MÃ¶wenau")


@usual_only
def test_a_header_with_an_underscore_does_not_pass_for_one_with_a_hyphen(served):
    _, port = served
    assert '"HTTP_X_FORWARDED_FOR":null' in sent(
        port, "GET /told HTTP/1.1", "X_Forwarded_For: 1.2.3.4"
    )


@usual_only
@pytest.mark.parametrize(
    ("length", "said"), [(900, "900"), (1_001, "413"), (9_000, "413")]
)
def test_a_body_arrives_whole_or_is_refused_by_the_app(served, length, said):
    _, port = served
    answer = sent(
        port, "POST /length HTTP/1.1", f"Content-Length: {length}", body=b"x" * length
    )
    assert said in (answer.rpartition("\r\n")[2], answer.split(" ", 2)[1])


@usual_only
def test_a_body_in_chunks_arrives_whole(served):
    _, port = served
    chunks = b"4\r\nabcd\r\n3\r\nefg\r\n0\r\n\r\n"
    kind = "Transfer-Encoding: chunked"
    assert sent(port, "POST /length HTTP/1.1", kind, body=chunks).endswith("7")


@usual_only
def test_a_body_without_end_is_given_up(served):
    _, port = served
    with opened(port) as connection:
        connection.sendall(
            b"POST /length HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Length: 1000000000\r\n\r\n"
        )
        assert is_refused(connection, [b"x" * 10_000] * 10_000)


@usual_only
def test_what_breaks_is_an_answer_too_and_the_next_one_comes(served):
    _, port = served
    assert sent(port, "GET /broken HTTP/1.1").startswith("HTTP/1.1 500 ")
    assert sent(port, "GET / HTTP/1.1").endswith("here")


@usual_only
def test_to_head_there_is_a_length_and_nothing_else(served):
    _, port = served
    head, _, body = sent(port, "HEAD / HTTP/1.1").partition("\r\n\r\n")
    assert "content-length: 4" in head
    assert body == ""


@usual_only
def test_connections_that_send_half_a_request_hold_no_thread(served):
    _, port = served
    slow = [opened(port) for _ in range(50)]
    for number, connection in enumerate(slow):
        connection.sendall(
            (
                b"GET / HT",
                b"POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
            )[number % 2]
        )
    assert sent(port, "GET / HTTP/1.1").endswith("here")
    for connection in slow:
        connection.close()


@usual_only
def test_those_who_do_not_read_hold_no_thread(served):
    _, port = served
    slow = [opened(port) for _ in range(5)]
    for connection in slow:
        connection.sendall(b"GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(15).startswith(b"HTTP/1.1 200")
    assert sent(port, "GET / HTTP/1.1").endswith("here")
    for connection in slow:
        connection.close()


@usual_only
def test_what_is_more_than_can_wait_is_told_to_come_back(served):
    app, port = served
    waiting = [opened(port) for _ in range(SIZE.threads + SIZE.waiting)]
    for connection in waiting:
        connection.sendall(b"GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n")
    until = time.monotonic() + PATIENCE_S
    said = ""
    while "503" not in said and time.monotonic() < until:
        said = asked_shortly(port)
    assert said.startswith("HTTP/1.1 503 ")
    assert "retry-after: 2" in said
    app.gate.set()
    for connection in waiting:
        assert connection.recv(15).startswith(b"HTTP/1.1 200")
        connection.close()


@quick_only
@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nX-Slow: a",
        b"POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
    ],
)
def test_who_never_finishes_a_request_is_cut_off(served, begun):
    _, port = served
    with opened(port) as connection:
        connection.sendall(begun)
        assert is_cut_off(connection)


@quick_only
def test_who_drips_a_head_is_cut_off_although_something_comes(served):
    _, port = served
    with opened(port) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        assert is_refused(connection, [b"a"] * 100, every_s=0.05)


@quick_only
def test_who_does_not_read_an_answer_is_cut_off(served):
    _, port = served
    with opened(port) as connection:
        connection.sendall(b"GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(3)
        got = 0
        try:
            while part := connection.recv(65_536):
                got += len(part)
        except ConnectionError:
            pass
    assert got < 400 * 50_000


@quick_only
def test_who_waits_for_an_answer_is_not_cut_off(served):
    app, port = served
    with opened(port) as connection:
        connection.sendall(b"GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(1.5)
        app.gate.set()
        assert connection.recv(15).startswith(b"HTTP/1.1 200")


@usual_only
def test_a_head_without_end_is_cut_off(served):
    _, port = served
    with opened(port) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        lines = (b"X-%d: %b\r\n" % (n, b"a" * 1_000) for n in range(10_000))
        assert is_refused(connection, lines)


def test_the_iterable_of_an_answer_is_closed():
    closed = []

    class Parts(list):
        def close(self):
            closed.append(True)

    def app(_environ, start):
        start("200 OK", [])(b"first ")
        return Parts([b"then"])

    assert run(app, {"wsgi.input": io.BytesIO()}).body == [b"first ", b"then"]
    assert closed == [True]
