"""The game can be installed, and says in its own words that there is no net."""

import re

from quiz.config import ROOT
from tests.classroom.people import plays

WORKER = (ROOT / "static/js/service-worker.js").read_text(encoding="utf-8")


def test_the_game_can_be_installed(client):
    told = client.get("/manifest.webmanifest")
    assert told.mimetype == "application/manifest+json"
    assert told.json["start_url"] == told.json["scope"] == "/"
    for icon in told.json["icons"]:
        size = int(icon["sizes"].split("x")[0])
        picture = client.get(icon["src"]).data
        assert int.from_bytes(picture[16:20], "big") == size
    assert 'rel="manifest"' in client.get("/").text


def test_the_worker_looks_after_all_pages_and_is_asked_for_anew(client):
    got = client.get("/service-worker.js")
    assert got.mimetype == "text/javascript"
    assert got.headers["Cache-Control"] == "no-cache"
    assert "/service-worker.js" in client.get("/static/js/behaviours.mjs").text


def test_what_is_kept_for_everybody_has_nothing_of_anybody(client, session):
    plays(session, client)
    assert "avatars.svg" in client.get("/privacy").text
    for address in ("/offline", "/offline/answer"):
        text = client.get(address).text
        assert "csrf_token" not in text
        assert "<nav" not in text
        assert "avatars.svg" not in text


def test_every_way_to_be_somebody_else_wipes_what_was_kept(app):
    wipes = re.compile(
        re.search(r"const WIPES = /(.*)/;", WORKER)[1].replace("\\/", "/")
    )
    ways = ("seats.take", "seats.leave", "play.forget", "accounts.sign_out")
    with app.test_request_context():
        for endpoint in ways:
            assert wipes.match(app.url_for(endpoint)), endpoint
    assert not wipes.match("/play/start")
