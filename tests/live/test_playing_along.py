"""Playing along on a phone: the door, the question, the answer, one's own review."""

import json
import re

import pytest

from tests.live.screen import EN, Wall


@pytest.fixture
def wall(app, session, teacher):
    return Wall(app, session, teacher)


def test_the_code_can_be_in_the_address_and_a_wrong_one_is_told(wall, client):
    assert 'value="123456"' in client.get("/live?code=123456").text
    refused = wall.join_from(client, "abc")
    assert refused.status_code == 422
    assert "No game has this code" in refused.text
    assert 'value="abc"' in refused.text


def test_who_reloads_sees_what_is_asked_and_that_they_have_answered(wall):
    phone = wall.joins()
    assert "It begins when everybody is there" in phone.page()
    wall.until("answering")
    assert 'data-testid="submit-answer"' in phone.page()
    assert phone.answers().status_code == 303
    page = phone.page()
    assert "Your answer is in." in page
    assert 'data-testid="submit-answer"' not in page


def test_without_a_script_the_page_comes_again_but_not_while_one_chooses(wall):
    phone = wall.joins()
    refresh = '<meta http-equiv="refresh"'
    assert refresh in phone.page()
    wall.until("answering")
    assert refresh not in phone.page()
    phone.answers()
    assert refresh in phone.page()


def test_a_script_is_told_nothing_but_that_it_is_kept(wall):
    phone = wall.joins()
    wall.until("answering")
    kept = phone.answers(**{"X-Live": "1"})
    assert (kept.status_code, kept.text) == (204, "")
    other = phone.answers(is_right=False, **{"X-Live": "1"})
    assert other.status_code == 409
    assert phone.answers(**{"X-Live": "1"}).status_code == 204


def test_too_late_is_too_late_and_said(wall):
    phone = wall.joins()
    wall.until("locked")
    assert phone.answers(**{"X-Live": "1"}).text.startswith("This question takes no")
    assert phone.answers().status_code == 303
    assert "This question takes no answers any more." in phone.page()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"number": "1"},
        {"number": "x", "option": "1"},
        {"number": "1", "option": "9"},
        {"number": "1", "option": "1", "points": "900", "text-1": "a"},
        {"number": "-1", "option": "1"},
        {"number": "99999999999999999999", "option": "1"},
    ],
)
def test_whatever_is_sent_moves_no_score(wall, sent):
    phone = wall.joins()
    wall.until("answering")
    answer = phone.browser.post(
        f"{phone.address}/answer", data=sent, headers=EN | {"X-Live": "1"}
    )
    assert answer.status_code in (400, 404, 409)
    wall.until("reveal")
    assert "0 points" in phone.page()


def test_points_that_are_sent_along_are_not_read(wall):
    phone = wall.joins()
    wall.until("answering")
    extra = {"number": 1, "option": phone.position(is_right=False)}
    extra |= {"points": 900, "share": 1, "player": "x", "answered_at": "2020-01-01"}
    sent = phone.browser.post(f"{phone.address}/answer", data=extra)
    assert sent.status_code == 303
    wall.until("reveal")
    assert "0 points" in phone.page()


def test_the_own_review_is_there_at_the_podium_and_not_before(wall):
    phone = wall.joins()
    wall.until("answering")
    phone.answers()
    wall.until("reveal")
    page = phone.page()
    assert "Right!" in page
    assert "Look at my answers" not in page
    wall.does("end")
    where = re.search(r'href="(/play/[^"]+)"', phone.page()).group(1)
    assert phone.browser.get(where).status_code == 200


def test_strangers_see_nothing_of_a_game(wall, client):
    wall.joins()
    for browser in (client, wall.teacher):
        assert browser.get(f"/live/{wall.id}").status_code == 404
        assert browser.get(f"/live/{wall.id}/news").status_code == 404
        sent = browser.post(f"/live/{wall.id}/answer", data={"number": 1, "option": 1})
        assert sent.status_code == 404


def events(answer):
    found = re.findall(r"^event: (\w+)\ndata: (.*)$", answer.text, re.M)
    return [(name, json.loads(data)) for name, data in found]


def test_the_news_is_what_a_page_shows_and_nothing_that_was_seen(wall):
    phone = wall.joins()
    wall.until("answering")
    first = phone.news()
    [(name, told)] = events(first)
    assert (name, told["phase"], told["key"]) == ("state", "answering", "1.1")
    seen = re.search(r"^id: (\S+)$", first.text, re.M).group(1)
    assert not events(phone.news(seen))
    assert not events(phone.news("", **{"Last-Event-ID": seen}))
    wall.until("reveal")
    names = [name for name, _data in events(phone.news(seen))]
    assert names == ["state", "you"]


def test_an_own_result_is_sent_to_nobody_else(wall):
    right, wrong = wall.joins(), wall.joins()
    wall.until("answering")
    right.answers()
    wrong.answers(is_right=False)
    wall.until("reveal")
    for phone, said in ((right, "Right!"), (wrong, "Not quite")):
        [_state, (_you, own)] = events(phone.news())
        assert said in own["html"]


def test_nothing_that_tells_the_key_leaves_before_the_lock(wall):
    phone, other = wall.joins(), wall.joins()
    marks = (
        "points to",
        "zeigt auf",
        "right answer",
        "richtige Antwort",
        "option--key",
    )
    for phase in ("lobby", "question", "answering", "locked"):
        wall.until(phase)
        if phase == "answering":
            phone.answers()
        asked = [
            *(each.page() for each in (phone, other)),
            *(each.news().text for each in (phone, other)),
            wall.page(),
            wall.teacher.get(f"{wall.address}/news").text,
        ]
        for page in asked:
            assert not [mark for mark in marks if mark in page], phase
    wall.until("reveal")
    assert "points to" in phone.page()
    assert "points to" in wall.page()


def test_nobody_looks_ahead_or_back_in_the_round_behind_the_game(wall):
    phone = wall.joins()
    wall.until("answering")
    phone.answers()
    round_id = re.search(r'name="player" value="([^"]+)"', wall.page()).group(1)
    for where in (f"/play/{round_id}", f"/play/{round_id}/1", f"/play/{round_id}/2"):
        answer = phone.browser.get(where, headers=EN, follow_redirects=True)
        assert "points to" not in answer.text
        assert "Emil Brandt" not in answer.text or "option" not in answer.text
    sent = phone.browser.post(f"/play/{round_id}/2", data={"option": "1"})
    assert sent.status_code == 404
