"""The settings: from the environment, or refused with a sentence."""

import stat
import threading

import pytest
from flask import request

from quiz.config import ConfigError, database_url, kept_secret, settings
from quiz.factory import create_app
from tests.patience import joined


def test_a_key_is_made_once_for_the_owner_alone(tmp_path):
    first = settings({}, tmp_path)["SECRET_KEY"]
    assert len(first) >= 64
    assert settings({}, tmp_path)["SECRET_KEY"] == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]


def test_a_key_can_lie_in_a_file_that_somebody_else_looks_after(tmp_path):
    file = tmp_path / "credential"
    environ = {"QUIZ_SECRET_KEY_FILE": str(file)}
    file.write_text("a key of the operator\n")
    assert settings(environ, tmp_path)["SECRET_KEY"] == "a key of the operator"
    assert not (tmp_path / "secret_key").exists()
    for unusable in ("", "short\n"):
        file.write_text(unusable)
        with pytest.raises(ConfigError, match="QUIZ_SECRET_KEY"):
            settings(environ, tmp_path)


def test_processes_that_start_together_share_one_key(tmp_path):
    keys = []
    threads = [
        threading.Thread(target=lambda: keys.append(kept_secret(tmp_path)))
        for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    joined(threads)
    assert len(keys) == 16
    assert len(set(keys)) == 1


@pytest.mark.parametrize(
    "environ",
    [
        {"QUIZ_SECRET_KEY": "short"},
        {"QUIZ_SECRET_KEY_FILE": "/nowhere/key"},
        {"QUIZ_METRICS_TOKEN": "short"},
        {"QUIZ_LOG": "xml"},
        {"QUIZ_PROXIES": "many"},
        {"QUIZ_PROXIES": "-1"},
        {"QUIZ_TIME_ZONE": "Mars/Base"},
    ],
)
def test_unusable_settings_are_refused_by_name(environ, tmp_path):
    with pytest.raises(ConfigError, match=next(iter(environ))):
        settings(environ, tmp_path)


def test_the_database_can_be_chosen(tmp_path):
    assert database_url({}, tmp_path) == f"sqlite:///{tmp_path}/quiz.sqlite"
    chosen = database_url({"DATABASE_URL": "postgres://u@h/d"}, tmp_path)
    assert chosen == "postgresql://u@h/d"


def test_making_the_app_touches_no_database(tmp_path):
    file = tmp_path / "never.sqlite"
    create_app({"SECRET_KEY": "x" * 16, "DATABASE_URL": f"sqlite:///{file}"})
    assert not file.exists()


def test_the_address_of_a_client_comes_from_as_many_proxies_as_are_known():
    app = create_app({"SECRET_KEY": "x" * 16, "PROXIES": 1})
    seen = []

    @app.before_request
    def look():
        seen.append((request.remote_addr, request.is_secure))

    app.test_client().get(
        "/healthz",
        headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2", "X-Forwarded-Proto": "https"},
    )
    assert seen == [("2.2.2.2", True)]


def test_only_the_hosts_that_are_named_are_served(new_app, tmp_path):
    app = new_app(f"sqlite:///{tmp_path}/x.sqlite", TRUSTED_HOSTS=["here.example"])
    browser = app.test_client()
    for host, status in (("here.example", 200), ("evil.example", 400)):
        response = browser.get("/account/sign-in", base_url=f"http://{host}")
        assert response.status_code == status
    assert "evil.example" not in response.get_data(as_text=True)


def test_the_time_zone_of_the_school_can_be_set(tmp_path):
    found = settings({"QUIZ_TIME_ZONE": "Europe/Zurich"}, tmp_path)
    assert found["BABEL_DEFAULT_TIMEZONE"] == "Europe/Zurich"
    usual = settings({}, tmp_path)
    assert usual["BABEL_DEFAULT_TIMEZONE"] == "Europe/Berlin"
