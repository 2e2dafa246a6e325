"""A teacher opens a game, leads it and sees who is in; nobody else does."""

import re

import pytest

from tests.live.screen import EN, Wall


@pytest.fixture
def wall(app, session, teacher):
    return Wall(app, session, teacher)


def test_a_game_is_led_from_the_lobby_to_the_podium(wall):
    phone = wall.joins()
    assert "1 is in" in wall.page()
    wall.does("next")
    for _ in range(60):
        if wall.phase == "podium":
            break
        if wall.phase == "answering":
            phone.answers()
        wall.goes_on()
    assert "The podium" in wall.page()
    assert "Place 1" in phone.page()
    assert f"{100 * wall.questions} points" in phone.page()


def test_received_is_stored_and_said(wall):
    phone, _idle = wall.joins(), wall.joins()
    wall.until("answering")
    assert "0 of 2 have answered" in wall.page()
    phone.answers()
    assert "1 of 2 have answered; all of it is stored." in wall.page()


def test_two_clicks_go_one_step(wall):
    seen = wall.seen()
    wall.does("next", seen=seen)
    wall.does("next", seen=seen)
    assert wall.phase == "question"


@pytest.mark.parametrize("do", ["", "fly", "next"])
def test_a_button_that_there_is_not_does_nothing(wall, do):
    before = wall.phase
    assert wall.does(do, seen="x").status_code == 303
    assert wall.phase == before


def test_a_pause_stops_and_more_time_is_given_only_where_there_is_a_limit(wall):
    wall.until("answering")
    wall.does("extend")
    assert "There is no time limit" in wall.page()
    wall.does("pause")
    assert 'data-testid="paused"' in wall.page()
    wall.does("resume")
    assert 'data-testid="paused"' not in wall.page()


def test_who_is_turned_out_is_told_so(wall):
    phone = wall.joins()
    player = re.search(r'name="player" value="([^"]+)"', wall.page()).group(1)
    where = f"{wall.address}/out"
    assert wall.teacher.post(where, data={"player": player}).status_code == 303
    assert "You are not in this game any more." in phone.page()
    assert "0 are in" in wall.page()
    for wrong in ("x", "", "00000000-0000-0000-0000-000000000000"):
        sent = wall.teacher.post(where, data={"player": wrong})
        assert sent.status_code == 404


def test_a_shut_door_is_said_at_the_door(wall):
    wall.does("shut")
    refused = wall.join_from(wall.app.test_client())
    assert refused.status_code == 422
    assert "takes in nobody else" in refused.text
    wall.does("open")
    assert wall.join_from(wall.app.test_client()).status_code == 303


def test_strangers_and_guests_lead_nothing(wall, stranger, client):
    for browser in (stranger, client):
        for answer in (
            browser.get(wall.address),
            browser.get(f"{wall.address}/news"),
            browser.post(wall.address, data={"do": "end"}),
            browser.get(f"/sets/{wall.played.id}/live"),
        ):
            assert answer.status_code in (303, 404)
    assert wall.phase == "lobby"


def test_the_code_is_there_to_be_read_and_to_be_scanned(wall):
    page = wall.page()
    assert f"{wall.code[:3]}&thinsp;{wall.code[3:]}" in page
    assert 'class="qr__line"' in page
    assert "/live" in page


def test_how_it_is_played_is_asked_first(wall):
    asked = wall.teacher.get(f"/sets/{wall.played.id}/live", headers=EN)
    assert "Time for an answer" in asked.text
    sent = {"seconds": "30", "pace": "clock", "ranking": "each"}
    opened = wall.teacher.post(f"/sets/{wall.played.id}/live", data=sent)
    assert opened.status_code == 303
