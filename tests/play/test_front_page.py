"""The home page is made once for all newcomers, and for nobody else."""

import re
from datetime import timedelta

from quiz.play.models import Player
from tests.play.player import answer, begin
from tests.village import make_played_set


def token_of(response):
    return re.search(r'name="csrf_token" value="([^"]+)"', response.text)[1]


def test_two_newcomers_get_the_same_page_with_tokens_of_their_own(app, session):
    app.config["HOME_KEPT_FOR"] = timedelta(minutes=1)
    try:
        made = make_played_set(session)
        session.commit()
        first, second = app.test_client(), app.test_client()
        one, other = first.get("/"), second.get("/")
        assert token_of(one) != token_of(other)
        assert one.text.replace(token_of(one), "") == other.text.replace(
            token_of(other), ""
        )
        second.sends_csrf = False
        sent = {"set": str(made.id), "csrf_token": token_of(other)}
        assert second.post("/play/start", data=sent).status_code == 303
    finally:
        forget(app)


def test_what_is_kept_holds_nothing_of_somebody_who_plays(app, session, teacher):
    app.config["HOME_KEPT_FOR"] = timedelta(minutes=1)
    try:
        made = make_played_set(session)
        session.commit()
        player = app.test_client()
        address = begin(player, made.id)
        answer(player, address)
        assert address.rpartition("/")[0] in player.get("/").text
        assert "/account/sign-out" in teacher.get("/").text
        newcomer = app.test_client().get("/").text
        assert address.rpartition("/")[0] not in newcomer
        assert "/account/sign-out" not in newcomer
        assert address.rpartition("/")[0] in player.get("/").text
    finally:
        forget(app)


def test_players_share_the_shelves_but_no_token(app, session):
    app.config["HOME_KEPT_FOR"] = timedelta(minutes=1)
    try:
        made = make_played_set(session)
        session.commit()
        pages = []
        for player in (app.test_client(), app.test_client()):
            player.get("/")  # gives it a token of its own
            begin(player, made.id)
            pages.append(player.get("/"))
        one, other = map(token_of, pages)
        assert one != other
        assert other not in pages[0].text
        assert one not in pages[1].text
        assert pages[0].text.count(one) == pages[1].text.count(other) > 2
    finally:
        forget(app)


def test_what_is_looked_for_is_never_what_was_kept(app, session, client):
    app.config["HOME_KEPT_FOR"] = timedelta(minutes=1)
    try:
        made = make_played_set(session)
        session.commit()
        assert str(made.id) in client.get("/").text
        assert str(made.id) not in client.get("/?q=Nirgendwo").text
        assert str(made.id) in client.get("/").text
    finally:
        forget(app)


def test_each_language_has_its_own_page(app, session):
    app.config["HOME_KEPT_FOR"] = timedelta(minutes=1)
    try:
        for code in ("de", "en", "de"):
            headers = {"Accept-Language": code}
            page = app.test_client().get("/", headers=headers).text
            assert f'<html lang="{code}">' in page
    finally:
        forget(app)


def test_looking_at_the_home_page_makes_no_player(client, session):
    client.get("/")
    assert session.query(Player).count() == 0


def forget(app):
    app.config["HOME_KEPT_FOR"] = timedelta(0)
    app.extensions["quiz.home"].clear()
