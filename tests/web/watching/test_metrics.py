"""What whoever watches over the server is told: nothing about anybody."""

import os
import re
from urllib.request import Request, urlopen

import pytest

from quiz.install import is_inside
from quiz.meters import prometheus
from quiz.meters.notes import listen_no_more
from tests.databases import fresh_database
from tests.make import make_set
from tests.play.player import answer, begin
from tests.serving.server import Server, settings

TOKEN = "a token for Prometheus"
SHOWN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def watched(request, new_app, tmp_path):
    url = fresh_database(request, "sqlite", tmp_path)
    yield new_app(url, METRICS_TOKEN=TOKEN)
    listen_no_more(prometheus.keep)


def test_who_has_no_token_finds_no_such_page(watched, client):
    stranger = watched.test_client()
    nothing = stranger.get("/nowhere")
    for shown in ("", "Bearer wrong", "Bearer ", "Basic eA=="):
        refused = stranger.get("/metrics", headers={"Authorization": shown})
        assert refused.status_code == nothing.status_code == 404
        assert b"quiz_" not in refused.data
    for shown in (TOKEN, ""):
        nobody = client.get("/metrics", headers={"Authorization": f"Bearer {shown}"})
        assert nobody.status_code == 404


def test_requests_answers_locks_and_commits_are_told_without_a_word_about_anybody(
    watched,
):
    with watched.extensions["quiz.sessions"].writing.begin() as session:
        set_id = make_set(session).id
    browser = watched.test_client()
    place = begin(browser, set_id)
    assert answer(browser, place).status_code == 303
    told = browser.get("/metrics", headers=SHOWN)
    assert told.content_type.startswith("text/plain")
    for found in (
        r'quiz_requests_total{method="POST",room="play",status="303"} ',
        r'quiz_request_seconds_count{room="play"} ',
        r'quiz_answers_total{played="round"} ',
        r'quiz_lock_seconds_count{engine="sqlite"} ',
        r'quiz_commit_seconds_count{engine="sqlite"} ',
    ):
        assert re.search(found.replace("{", r"\{"), told.text), told.text
    said = set(re.findall(r'="([^"]*)"', told.text))
    rooms = {*watched.blueprints, "static", "none"}
    known = rooms | {"GET", "POST", "round", "live", "sqlite", "app", "+Inf"}
    assert {
        each for each in said - known if not re.fullmatch(r"[0-9.]+", each)
    } == set()


@pytest.mark.slow
@pytest.mark.skipif(
    not is_inside() or os.name == "nt", reason="runs on the .venv of a checkout"
)
def test_all_processes_of_a_server_are_told_of_together(tmp_path):
    environment = settings(f"sqlite:///{tmp_path}/quiz.sqlite")
    server = Server(environment | {"QUIZ_METRICS_TOKEN": TOKEN})
    try:
        for _ in range(40):
            urlopen(f"http://127.0.0.1:{server.port}/healthz", timeout=30).close()
        asked = Request(f"http://127.0.0.1:{server.port}/metrics", headers=SHOWN)
        with urlopen(asked, timeout=30) as page:  # noqa: S310 (ours)
            told = page.read().decode()
    finally:
        server.kill()
    kept = 'quiz_requests_total{method="GET",room="health",status="200"} '
    assert float(told.partition(kept)[2].split()[0]) >= 41
    assert "quiz_queue_seconds_count" in told
