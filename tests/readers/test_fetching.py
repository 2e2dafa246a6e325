"""Pages are fetched from public servers only, and never for long."""

import gzip
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from quiz.errors import Invalid
from quiz.readers.fetching import LONGEST_S, MOST_BYTES, fetch, is_public
from tests.readers.files import page
from tests.readers.site import CERTIFICATE, HTML, dripping, serving

HELLO = b"\x16\x03\x03\x40\x00"  # a record of TLS that promises 16 KiB
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Long: "
BODY = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

PRIVATE = [
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",  # noqa: S104
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::1",
    "2001:0:7f00:1::1",
    "localhost",
    "nonsense",
]


OWN = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://0/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://169.254.169.254/latest/",
    "https://10.0.0.1/",
    "https://192.168.0.1:443/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
]


BAD = [
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "javascript:alert(1)",
    "example.org",
    "//example.org/",
    "http:///",
    "https://",
    "http://name:word@example.org/",
    "http://example.org:22/",
    "http://example.org:6379/",
    "http://example.org:99999/",
    "http://[::1",
]


def reason_of(url, **more):
    with pytest.raises(Invalid) as refused:
        fetch(url, **more)
    return refused.value.reason


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1"])
def test_the_public_internet_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    PRIVATE,
)
def test_no_other_network_is_asked(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    OWN,
)
def test_addresses_of_the_own_network_are_refused_however_they_are_written(url):
    assert reason_of(url) in ("forbidden_address", "unreachable_address")


@pytest.mark.parametrize(
    "url",
    BAD,
)
def test_what_is_no_address_of_the_web_is_refused(url):
    assert reason_of(url) == "bad_address"


def test_the_server_is_not_asked_where_any_of_its_addresses_is_not_public():
    mixed = reason_of(
        "http://zweierlei.example/",
        resolving=lambda _host, _port: ["93.184.215.14", "127.0.0.1"],
    )
    assert mixed == "forbidden_address"


def test_a_name_that_means_another_address_the_second_time_is_asked_at_the_first():
    with serving({"/": (200, HTML, page().encode())}) as site:
        port = site.host.rpartition(":")[2]
        known = iter([["127.0.0.1"], ["10.0.0.1"]])
        host = f"wechselt.example:{port}"
        found = fetch(
            f"http://{host}/", {host}, resolving=lambda _host, _port: next(known)
        )
    assert site.asked == [("/", host)]
    assert found.raw == page().encode()


def test_a_page_of_a_permitted_host_is_fetched_with_its_final_address():
    answers = {
        "/alt": (301, {"Location": "/neu?seite=1"}, b""),
        "/neu?seite=1": (200, HTML, page().encode()),
    }
    with serving(answers) as site:
        found = fetch(site.url("/alt"), {site.host})
        assert found.url == site.url("/neu?seite=1")
    assert (found.name, found.raw) == ("page.html", page().encode())


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest", "http://10.0.0.1/", "http://[::1]/"]
)
def test_a_redirect_into_a_network_is_refused(target):
    with serving({"/": (302, {"Location": target}, b"")}) as site:
        assert reason_of(site.url(), permitted={site.host}) == "forbidden_address"


def fetched_safely(name):
    """Over https from a server whose certificate is for "zeitung.example"."""
    with serving({"/": (200, HTML, page().encode())}, tls=True) as site:
        host = f"{name}:{site.host.rpartition(':')[2]}"
        return fetch(
            f"https://{host}/", {host}, resolving=lambda _host, _port: ["127.0.0.1"]
        )


def test_over_https_the_checked_address_is_asked_by_the_name_in_its_certificate(
    monkeypatch,
):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert fetched_safely("zeitung.example").raw == page().encode()


def test_over_https_a_server_with_the_certificate_of_another_name_is_not_believed(
    monkeypatch,
):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with pytest.raises(Invalid) as refused:
        fetched_safely("andere.example")
    assert refused.value.reason == "unreachable_address"


def test_over_https_a_certificate_that_nobody_vouches_for_is_not_believed():
    with pytest.raises(Invalid) as refused:
        fetched_safely("zeitung.example")
    assert refused.value.reason == "unreachable_address"


def test_a_redirect_to_another_port_of_the_same_host_is_refused():
    with serving({}) as other:
        answers = {"/": (302, {"Location": other.url()}, b"")}
        with serving(answers) as site:
            assert reason_of(site.url(), permitted={site.host}) == "bad_address"
    assert other.asked == []


def test_redirects_in_a_circle_end():
    with serving({"/": (302, {"Location": "/"}, b"")}) as site:
        refused = reason_of(site.url(), permitted={site.host})
    assert refused == "redirected_too_often"
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, HTML, b"weg"), "refused_there"),
        ((403, HTML, b"nein"), "refused_there"),
        ((500, HTML, b"oh"), "refused_there"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "not_a_page"),
        ((200, {}, b"?"), "not_a_page"),
        ((200, HTML, b"x" * (MOST_BYTES + 1)), "page_too_large"),
    ],
)
def test_what_is_no_page_is_refused_for_its_reason(answer, reason):
    with serving({"/": answer}) as site:
        assert reason_of(site.url(), permitted={site.host}) == reason


@pytest.mark.slow
def test_a_page_that_unpacks_to_more_is_too_large():
    packed = gzip.compress(b"x" * (40 * MOST_BYTES))
    assert len(packed) < MOST_BYTES
    with serving({"/": (200, {**HTML, "Content-Encoding": "gzip"}, packed)}) as site:
        assert reason_of(site.url(), permitted={site.host}) == "page_too_large"


def test_nobody_can_hold_a_fetch_beyond_its_deadline():
    """By the name, the handshake, the headers or the body."""
    started = time.monotonic()
    with dripping(HELLO) as handshake, dripping(HEAD) as head, dripping(BODY) as body:
        held = [
            (f"https://{handshake}/", {}),
            (f"http://{head}/", {}),
            (f"http://{body}/", {}),
            (f"http://{body}/", {"resolving": lambda *_: time.sleep(15)}),
        ]
        with ThreadPoolExecutor(len(held)) as together:
            reasons = together.map(
                lambda each: reason_of(
                    each[0], permitted={handshake, head, body}, **each[1]
                ),
                held,
            )
            assert set(reasons) == {"slow_address"}
        assert time.monotonic() - started < 2 * LONGEST_S


def test_a_server_that_says_nothing_is_left_in_time():
    with serving({"/": lambda _handler: time.sleep(12)}) as site:
        refused = reason_of(site.url(), permitted={site.host})
    assert refused in ("slow_address", "unreachable_address")


def test_a_port_on_which_nobody_listens_is_unreachable():
    with serving({}) as site:
        pass
    assert reason_of(site.url(), permitted={site.host}) == "unreachable_address"


def test_a_name_that_nobody_knows_is_unreachable():
    assert reason_of("https://gibt-es-nicht.invalid/") == "unreachable_address"
