"""Web sites on this machine, to be fetched from."""

import socket
import ssl
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# A certificate for "zeitung.example" that its own key signed, with that key.
CERTIFICATE = Path(__file__).parent / "tls" / "zeitung.example.pem"
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site:
    """A server on this machine, with the paths it was asked for."""

    def __init__(self, port, asked):
        self.host = f"127.0.0.1:{port}"
        self.asked = asked

    def url(self, path="/"):
        return f"http://{self.host}{path}"


@contextmanager
def serving(answers, *, tls=False):
    """Answers a path with its status, headers and body, or with what it does."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers["Host"]))
            answer = answers[self.path]
            if callable(answer):
                answer(self)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(server.server_port, asked)
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def dripping(begins):
    """A server that sends that, and then a byte each tenth of a second; host:port."""
    over = threading.Event()

    def drip(connection):
        with suppress(OSError), connection:
            connection.sendall(begins)
            while not over.wait(0.1):
                connection.sendall(b"a")

    def accept():
        with suppress(OSError):
            while True:
                connection, _address = listener.accept()
                threading.Thread(target=drip, args=(connection,), daemon=True).start()

    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        listener.close()
