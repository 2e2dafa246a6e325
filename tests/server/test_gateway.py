"""Flask behind an event loop: what it is given, and what becomes of its answer."""

import io
import time
from contextlib import ExitStack

import pytest

from quiz.server.gateway import run
from tests.server.small import PATIENCE_S, SIZE, is_refused, opened, sent

pytestmark = pytest.mark.slow


def test_the_app_is_told_what_was_asked(served):
    _, port = served
    said = sent(port, "GET /told?a=%C3%BC HTTP/1.1", "X-Forwarded-For: 1.2.3.4")
    assert said.startswith("HTTP/1.1 200 ")
    assert '"REMOTE_ADDR":"127.0.0.1"' in said
    assert '"QUERY_STRING":"a=%C3%BC"' in said
    assert '"HTTP_X_FORWARDED_FOR":"1.2.3.4"' in said


def test_letters_of_an_address_arrive_as_they_were_meant(served):
    _, port = served
    assert sent(port, "GET /told/M%C3%B6wenau HTTP/1.1").endswith("MÃ¶wenau")


def test_a_header_with_an_underscore_does_not_pass_for_one_with_a_hyphen(served):
    _, port = served
    assert '"HTTP_X_FORWARDED_FOR":null' in sent(
        port, "GET /told HTTP/1.1", "X_Forwarded_For: 1.2.3.4"
    )


@pytest.mark.parametrize(
    ("length", "said"), [(900, "900"), (1_001, "413"), (9_000, "413")]
)
def test_a_body_arrives_whole_or_is_refused_by_the_app(served, length, said):
    _, port = served
    answer = sent(
        port, "POST /length HTTP/1.1", f"Content-Length: {length}", body=b"x" * length
    )
    assert said in (answer.rpartition("\r\n")[2], answer.split(" ", 2)[1])


def test_a_body_in_chunks_arrives_whole(served):
    _, port = served
    chunks = b"4\r\nabcd\r\n3\r\nefg\r\n0\r\n\r\n"
    kind = "Transfer-Encoding: chunked"
    assert sent(port, "POST /length HTTP/1.1", kind, body=chunks).endswith("7")


def test_a_body_without_end_is_given_up(served):
    _, port = served
    with opened(port) as connection:
        connection.sendall(
            b"POST /length HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Length: 1000000000\r\n\r\n"
        )
        assert is_refused(connection, [b"x" * 10_000] * 10_000)


def test_what_breaks_is_an_answer_too_and_the_next_one_comes(served):
    _, port = served
    assert sent(port, "GET /broken HTTP/1.1").startswith("HTTP/1.1 500 ")
    assert sent(port, "GET / HTTP/1.1").endswith("here")


def test_to_head_there_is_a_length_and_nothing_else(served):
    _, port = served
    head, _, body = sent(port, "HEAD / HTTP/1.1").partition("\r\n\r\n")
    assert "content-length: 4" in head
    assert body == ""


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


def asked_to_keep(port, stack):
    """A connection that has sent something to be kept."""
    connection = stack.enter_context(opened(port))
    head = b"POST /keep HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
    connection.sendall(head + b"Content-Length: 3\r\n\r\nfig")
    return connection


def pending(app, number):
    until = time.monotonic() + PATIENCE_S
    while len(app.pending) < number:
        assert time.monotonic() < until
        time.sleep(0.01)
    return app.pending


def told(connection):
    return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_what_is_to_be_kept_is_told_when_it_is_and_holds_no_thread(served):
    app, port = served
    many = 5 * (SIZE.threads + SIZE.waiting)
    with ExitStack() as stack:
        waiting = []
        for number in range(1, many + 1):
            waiting.append(asked_to_keep(port, stack))
            kept = pending(app, number)
        assert sent(port, "GET / HTTP/1.1").endswith("here")
        waiting[0].settimeout(0.1)
        with pytest.raises(TimeoutError):
            waiting[0].recv(1)
        waiting[0].settimeout(PATIENCE_S)
        for each in kept:
            each.set_result(None)
        assert all(told(each).endswith(b"kept: fig") for each in waiting)


def test_what_is_refused_is_asked_once_more_with_the_whole_body(served):
    app, port = served
    with ExitStack() as stack:
        connection = asked_to_keep(port, stack)
        pending(app, 1)[0].set_exception(ValueError("no"))
        answer = told(connection)
    assert answer.startswith(b"HTTP/1.1 409 ")
    assert answer.endswith(b"refused: fig")
