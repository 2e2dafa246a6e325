"""A small app behind the gateway, and connections to it."""

import asyncio
import contextlib
import socket
import threading
import time
from concurrent.futures import Future

import uvicorn
from flask import Flask, Response, request

from quiz.server.gateway import Gateway, Size
from quiz.server.protocol import Connection
from quiz.streaming import (
    FEED,
    PATIENT,
    PENDING,
    TYPE,
    WAKE,
    WAKE_SOON,
    Feed,
    News,
    event,
    opening,
)

SIZE = Size(threads=2, waiting=2, body_bytes=1_000)
PATIENCE_S = 10


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

    add_streams(app)
    add_keeping(app)

    @app.get("/broken")
    def broken():
        raise RuntimeError("broken")

    return app


def add_keeping(app):
    """What is told when a future is done, which a test minds."""
    app.pending = []

    @app.post("/keep")
    def keep():
        if PATIENT not in request.environ:
            return f"refused: {request.get_data(as_text=True)}", 409
        app.pending.append(request.environ.setdefault(PENDING, Future()))
        return f"kept: {request.get_data(as_text=True)}"


def add_streams(app):
    """News of two channels; whoever is called b gets some of their own."""
    app.news, app.looks = {"one": 0, "other": 0}, []

    @app.get("/stream/<channel>/<key>")
    def stream(channel, key):
        def look(seen):
            app.looks.append(channel)
            number = app.news[channel]
            if str(number) == seen:
                return None
            told = event("state", {"number": number}, str(number))
            return News(str(number), told, {"b": event("you", {"is": "b"})})

        seen = request.headers.get("Last-Event-ID", "")
        news = look(seen)
        now = seen if news is None else news.id
        request.environ[FEED] = Feed(channel, channel, key, now, look)
        begun = opening() + (b"" if news is None else news.to(key))
        return Response(begun, content_type=TYPE)

    @app.post("/stream/<channel>")
    def more(channel):
        app.news[channel] += 1
        request.environ[WAKE if request.args else WAKE_SOON] = channel
        return str(app.news[channel])


@contextlib.contextmanager
def served_by(protocol, app=None, hub=None):
    """An app and the port it is served at while it lasts."""
    app = app or small_app()
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(
            Gateway(app, SIZE, hub),
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
