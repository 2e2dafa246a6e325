"""A guest's rounds go along into their account, and can be forgotten."""

from sqlalchemy import func, select

from quiz.play.models import Answer, Player, Round
from tests.cast import PASSWORD, member
from tests.play.player import answer, begin, play_on, player_id
from tests.village import make_played_set


def register(browser, name="frau linde"):
    response = browser.post(
        "/account/register", data={"name": name, "password": PASSWORD}
    )
    assert response.status_code == 303


def sign_in(browser, name):
    response = browser.post(
        "/account/sign-in", data={"name": name, "password": PASSWORD}
    )
    assert response.status_code == 303


def test_a_guest_who_registers_keeps_the_rounds(client, session):
    made = make_played_set(session)
    session.commit()
    address = begin(client, made.id)
    answer(client, address)
    register(client)
    assert 'data-testid="feedback"' in client.get(address).get_data(as_text=True)
    assert session.scalars(select(Player.user_id)).one() is not None


def test_rounds_of_a_guest_are_added_to_those_of_the_account(app, session):
    made = make_played_set(session)
    session.commit()
    at_home, at_school = app.test_client(), app.test_client()
    member(app, "herr ulme")
    sign_in(at_home, "herr ulme")
    first = begin(at_home, made.id)
    answer(at_home, first)
    second = begin(at_school, made.id)
    answer(at_school, second)
    sign_in(at_school, "herr ulme")
    for browser in (at_home, at_school):
        for address in (first, second):
            assert browser.get(address).status_code == 200
    assert session.scalar(select(func.count()).select_from(Player)) == 1


def test_an_account_has_one_player_on_all_its_browsers(app, session):
    made = make_played_set(session)
    session.commit()
    member(app, "herr ulme")
    browsers = [app.test_client(), app.test_client()]
    for browser in browsers:
        sign_in(browser, "herr ulme")
    addresses = [begin(browser, made.id) for browser in browsers]
    assert addresses[0] == addresses[1]
    assert player_id(browsers[0]) == player_id(browsers[1])


def test_signing_out_leaves_nothing_for_the_next_person(app, session, client):
    made = make_played_set(session)
    session.commit()
    address = begin(client, made.id)
    register(client)
    client.post("/account/sign-out")
    assert client.get(address).status_code == 404


def test_the_next_guest_at_a_teachers_computer_does_not_get_her_rounds(
    app, session, client
):
    made = make_played_set(session)
    session.commit()
    register(client)
    hers = begin(client, made.id)
    answer(client, hers)
    client.post("/account/sign-out")
    assert begin(client, made.id) != hers


def test_a_browser_can_have_its_rounds_forgotten(client, session):
    made = make_played_set(session)
    session.commit()
    address = begin(client, made.id)
    play_on(client, address)
    assert client.post("/privacy/forget").status_code == 303
    assert client.get(address).status_code == 404
    for rows in (Player, Round, Answer):
        assert session.scalar(select(func.count()).select_from(rows)) == 0
    assert client.get("/privacy").status_code == 200


def test_forgetting_leaves_other_peoples_rounds_alone(app, client, session):
    made = make_played_set(session)
    session.commit()
    other = app.test_client()
    theirs = begin(other, made.id)
    begin(client, made.id)
    client.post("/privacy/forget")
    assert other.get(theirs).status_code == 200


def test_forgetting_without_any_round_is_no_error(client):
    assert client.post("/privacy/forget").status_code == 303


def test_a_cookie_of_a_player_who_is_gone_begins_anew(client, session):
    made = make_played_set(session)
    session.commit()
    begin(client, made.id)
    gone = player_id(client)
    session.delete(session.get(Player, gone))
    session.commit()
    assert client.get("/").status_code == 200
    assert client.get("/progress").status_code == 200
    begin(client, made.id)
    assert player_id(client) != gone
