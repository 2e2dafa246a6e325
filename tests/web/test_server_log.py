"""What the server says about a request, and what it does not say."""

import json
import logging
import socket

import pytest

from quiz.install import is_inside
from quiz.server_log import AsJson, WithoutAddresses, without_addresses
from tests.serving.server import Server, settings
from tests.serving.visitor import Visitor


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "Invalid request from ip=192.0.2.7: Bad",
            "Invalid request from ip=somebody: Bad",
        ),
        ("192.0.2.7:5000 - GET", "somebody:5000 - GET"),
        ("from 2001:db8::7 at 12:30:15", "from somebody at 12:30:15"),
        ("('::1', 5000)", "('somebody', 5000)"),
        ("::ffff:192.0.2.7 left", "somebody left"),
        ("worker 4711 at 12:30:15, version 3.51.3", None),
    ],
)
def test_addresses_are_taken_out_and_nothing_else(line, kept):
    assert without_addresses(line) == (kept or line)


def test_the_loggers_of_the_servers_write_none(app, caplog):
    log = logging.getLogger("gunicorn.error")
    with caplog.at_level(logging.WARNING, logger="gunicorn.error"):
        log.warning("Invalid request from ip=%s: %s", "192.0.2.7", "no method")
    assert caplog.messages == ["Invalid request from ip=somebody: no method"]


def test_a_traceback_has_no_address_either(app, caplog):
    log = logging.getLogger("uvicorn.error")
    try:
        raise ConnectionResetError("Connection reset by peer ('192.0.2.7', 80)")
    except ConnectionResetError:
        log.exception("lost %s", "192.0.2.7")
    assert "192.0.2.7" not in caplog.text
    assert "reset by peer ('somebody', 80)" in caplog.text


def test_a_line_whose_values_do_not_fit_harms_nobody(app):
    record = logging.makeLogRecord({"msg": "%s and %s", "args": ("192.0.2.7",)})
    assert WithoutAddresses().filter(record)


@pytest.mark.slow
@pytest.mark.skipif(not is_inside(), reason="runs on the .venv of a checkout")
def test_a_served_request_that_is_none_leaves_no_address(tmp_path):
    server = Server(settings(f"sqlite:///{tmp_path}/quiz.sqlite"))
    with socket.create_connection(("127.0.0.1", server.port), 5) as connection:
        connection.sendall(b"NO REQUEST AT ALL\r\n\r\n")
        connection.recv(4000)
    _first, *said = server.kill().splitlines()
    assert any("Invalid HTTP request" in line for line in said)
    assert not [line for line in said if "127.0.0.1" in line]


def test_a_line_of_json_is_one_line_whatever_stands_in_it():
    record = logging.makeLogRecord(
        {"name": "quiz", "msg": "%s", "args": ('a"b\n{"level": "none"}\x1b[2J',)}
    )
    line = AsJson().format(record)
    assert "\n" not in line
    assert "\x1b" not in line
    told = json.loads(line)
    assert told["message"] == 'a"b\n{"level": "none"}\x1b[2J'
    assert told["time"].endswith("+00:00")


@pytest.mark.slow
@pytest.mark.skipif(not is_inside(), reason="runs on the .venv of a checkout")
def test_a_server_that_is_to_writes_json_alone_and_tells_what_happened(tmp_path):
    environment = settings(f"sqlite:///{tmp_path}/quiz.sqlite") | {"QUIZ_LOG": "json"}
    server = Server(environment)
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as broken:
        broken.sendall(b"NONSENSE\r\n\r\n")
        broken.recv(100)
    visitor = Visitor(server.port)
    wrong = {"name": "lehrerin", "password": "not this one at all"}
    path = "/account/sign-in"
    visitor.post(path, wrong | {"csrf_token": visitor.token(path)})
    said = server.kill().splitlines()
    lines = [json.loads(line) for line in said if "http://" not in line]
    assert ("quiz.security", "sign_in_failed") in {
        (line["logger"], line["message"]) for line in lines
    }
    assert "lehrerin" not in str(lines)
    assert "127.0.0.1" not in str(lines)
