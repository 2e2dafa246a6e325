"""What browsers are told about our pages and cookies."""

import pytest


@pytest.mark.parametrize("path", ["/", "/healthz", "/nowhere", "/static/css/base.css"])
def test_every_response_carries_the_security_headers(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers


def test_the_cookie_is_for_this_site_and_not_for_scripts(client):
    cookie = client.get("/account/sign-in").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(client):
    response = client.get("/account/sign-in", base_url="https://here.example")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_private_pages_stay_out_of_search_engines(teacher, client):
    assert teacher.get("/articles").headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/").headers


def test_files_named_by_fingerprint_are_kept_for_good(client):
    path = "/static/css/base.css"
    assert "immutable" in client.get(f"{path}?v=abc").headers["Cache-Control"]
    assert "immutable" not in client.get(path).headers.get("Cache-Control", "")


def test_pages_are_kept_by_no_shared_cache(client):
    assert client.get("/").headers["Cache-Control"] == "private, no-cache"


def test_pages_about_pupils_and_accounts_are_kept_by_no_browser(teacher):
    for path in ("/account", "/account/factor", "/classes"):
        assert teacher.get(path).headers["Cache-Control"] == "no-store", path


def test_signing_out_clears_what_the_browser_kept_of_pages(teacher):
    left = teacher.post("/account/sign-out")
    assert left.headers["Clear-Site-Data"] == '"cache"'


def test_the_server_is_alive_and_ready(client):
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ok"}
