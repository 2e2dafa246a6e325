"""Pages go out compressed to whoever takes it."""

import gzip

import pytest
from werkzeug.test import Client

GZIP = {"Accept-Encoding": "gzip"}


class Bytes(Client):
    """Reads every answer to its end, so that no file stays open."""

    def open(self, *args, **kwargs):
        return super().open(*args, **{"buffered": True} | kwargs)


@pytest.fixture
def client(app):
    """A browser that looks at the bytes and not at the page."""
    return Bytes(app)


def test_a_page_is_compressed_and_the_same_inside(client):
    plain = client.get("/privacy", headers={"Accept-Language": "de"})
    packed = client.get("/privacy", headers=GZIP | {"Accept-Language": "de"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2
    text = gzip.decompress(packed.data).decode()
    assert "<h1" in text
    assert "Content-Encoding" not in plain.headers


def test_what_is_small_goes_out_as_it_is(client):
    assert "Content-Encoding" not in client.get("/healthz", headers=GZIP).headers


@pytest.mark.parametrize("path", ["css/base.css", "js/autosave.mjs", "img/faces.svg"])
def test_a_text_file_is_compressed_and_the_same_inside(client, path):
    plain = client.get(f"/static/{path}")
    packed = client.get(f"/static/{path}", headers=GZIP)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.content_length == len(packed.data) < len(plain.data)
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["ETag"] != packed.headers["ETag"]
    for each in (plain, packed):
        assert "Accept-Encoding" in each.headers["Vary"]


def test_a_browser_that_has_the_file_is_not_sent_it_again(client):
    for accepts in ({}, GZIP):
        tag = client.get("/static/css/base.css", headers=accepts).headers["ETag"]
        again = {**accepts, "If-None-Match": tag}
        told = client.get("/static/css/base.css", headers=again)
        assert (told.status_code, told.data) == (304, b"")
        assert told.headers["ETag"] == tag
        assert "Accept-Encoding" in told.headers["Vary"]


def test_a_head_tells_the_length_of_what_a_get_would_send(client):
    whole = client.get("/static/css/base.css", headers=GZIP)
    head = client.head("/static/css/base.css", headers=GZIP)
    assert head.data == b""
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]


def test_a_browser_that_refuses_gzip_gets_the_file_itself(client):
    refuses = {"Accept-Encoding": "gzip;q=0, br"}
    assert (
        "Content-Encoding"
        not in client.get("/static/css/base.css", headers=refuses).headers
    )


def test_a_part_of_a_file_is_a_part_of_the_file_itself(client):
    part = client.get("/static/css/base.css", headers=GZIP | {"Range": "bytes=0-9"})
    assert part.status_code == 206
    assert "Content-Encoding" not in part.headers
    assert len(part.data) == 10


def test_fonts_are_packed_already(client):
    font = "/static/fonts/literata-latin-wght-normal.woff2"
    response = client.get(font, headers=GZIP)
    assert "Content-Encoding" not in response.headers


def test_a_file_that_changed_is_compressed_anew(app, client, tmp_path):
    kept, app.static_folder = app.static_folder, str(tmp_path)
    try:
        for text in ("a { color: red }" * 50, "b { color: blue }" * 60):
            (tmp_path / "one.css").write_text(text)
            packed = client.get("/static/one.css", headers=GZIP)
            assert gzip.decompress(packed.data).decode() == text
    finally:
        app.static_folder = kept
