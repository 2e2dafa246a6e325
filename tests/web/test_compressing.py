"""Pages go out compressed to whoever takes it."""

import gzip

import pytest
from werkzeug.test import Client

GZIP = {"Accept-Encoding": "gzip"}


@pytest.fixture
def client(app):
    """A browser that looks at the bytes and not at the page."""
    return Client(app)


def test_a_page_is_compressed_and_the_same_inside(client):
    plain = client.get("/privacy", headers={"Accept-Language": "de"})
    packed = client.get("/privacy", headers=GZIP | {"Accept-Language": "de"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2
    text = gzip.decompress(packed.data).decode()
    assert "<h1" in text
    assert "Content-Encoding" not in plain.headers


def test_what_is_small_or_a_file_goes_out_as_it_is(client):
    assert "Content-Encoding" not in client.get("/healthz", headers=GZIP).headers
    style = client.get("/static/css/base.css", headers=GZIP)
    assert "Content-Encoding" not in style.headers
    style.close()
