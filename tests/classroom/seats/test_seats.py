"""A pupil takes a seat with a code and a made-up name, on any device."""

import random
import re

import pytest
from sqlalchemy import select

from quiz.accounts.codes import SIGNS
from quiz.classroom import codes
from quiz.classroom.models import Seat
from quiz.classroom.seats import aliases
from quiz.play.models import Player, Round
from tests.browser import text_of
from tests.cast import PASSWORD, member
from tests.classroom.people import EN, code_of, join, make_class, names_on, plays


@pytest.fixture
def seats(teacher, session):
    """The four seats of Frau Ahorn's class."""
    make_class(teacher)
    return session.scalars(select(Seat).order_by(Seat.number)).all()


def test_a_code_and_a_name_out_of_a_list_are_all_it_takes(session, client, seats):
    sent = {"code": code_of(seats[0]).lower().replace("-", "  ")}
    assert client.post("/join", data=sent).location == "/join/name"
    offered = names_on(client)
    assert len(set(offered)) == 8
    chosen = client.post("/join/name", data={"alias": offered[0]})
    assert chosen.location == "/my-class"
    session.refresh(seats[0])
    assert seats[0].alias == offered[0]
    said = aliases.spoken(offered[0], "en")
    assert f"{said}: not you?" in text_of(client.get("/", headers=EN))


def test_the_picture_on_the_card_fills_the_field(client, seats):
    code = code_of(seats[0])
    assert f'value="{code}"' in client.get(f"/join?code={code}").text


def test_the_same_seat_on_another_device_goes_on_where_it_was(app, session, seats):
    phone = join(app, None, seats[0])
    address = plays(session, phone)
    laptop = join(app, None, seats[0])
    assert laptop.get(address).status_code == 200


def test_another_device_is_told_that_the_seat_was_used_before(app, client, seats):
    sent = {"code": code_of(seats[0])}
    client.post("/join", data=sent)
    client.post("/join/name", data={"alias": "mutig-otter"})
    other = app.test_client()
    other.post("/join", data=sent, headers=EN)
    told = text_of(other.get("/my-class", headers=EN))
    assert "Brave otter has already played here on another device." in told
    client.post("/join", data=sent, headers=EN)
    assert "another device" not in text_of(client.get("/my-class", headers=EN))


def test_who_has_a_name_already_is_not_asked_again(app, client, seats):
    phone = join(app, None, seats[0])
    phone.post("/join/name", data={"alias": names_on(phone)[0]})
    assert (
        client.post("/join", data={"code": code_of(seats[0])}).location == "/my-class"
    )


@pytest.mark.parametrize("typed", ["", "x", "AAAAA-AAAAA", "🙈", "A" * 300])
def test_a_wrong_code_seats_nobody_and_says_what_to_do(client, seats, typed):
    refused = client.post("/join", data={"code": typed}, headers=EN)
    assert refused.status_code == 422
    assert "Compare it with your card" in text_of(refused)
    assert client.get("/join/name").status_code == 404


def test_the_code_of_one_class_is_none_of_another(client, teacher, session, seats):
    make_class(teacher, name="8c")
    other = session.scalars(select(Seat).where(Seat.class_id != seats[0].class_id))
    mixed = f"{other.first().classroom.code}-{seats[0].code}"
    assert client.post("/join", data={"code": mixed}).status_code == 422


def test_names_come_from_the_lists_only(client, seats, session):
    client.post("/join", data={"code": code_of(seats[0])})
    for alias in ("Kevin", "", "mutig-", "-otter", "mutig-otter-x", "Mutig-otter"):
        refused = client.post("/join/name", data={"alias": alias})
        assert refused.status_code == 422
    session.refresh(seats[0])
    assert seats[0].alias is None


def test_two_in_a_class_are_never_called_the_same(app, session, seats):
    one, other = join(app, None, seats[0]), join(app, None, seats[1])
    alias = names_on(one)[0]
    one.post("/join/name", data={"alias": alias})
    refused = other.post("/join/name", data={"alias": alias}, headers=EN)
    assert refused.status_code == 422
    assert "Somebody was quicker" in text_of(refused)
    assert alias not in re.findall(r'value="([^"]+)" data-testid="alias"', refused.text)


def test_what_a_guest_played_comes_along_if_they_like(app, session, client, seats):
    address = plays(session, client)
    assert "take that along" in text_of(client.get("/join", headers=EN))
    join(app, None, seats[0], client, bring="yes")
    assert client.get(address).status_code == 200
    session.expire_all()
    assert session.scalars(select(Round.player_id)).all() == [seats[0].player_id]


def test_what_a_guest_played_stays_with_the_browser_otherwise(
    app, session, client, seats
):
    address = plays(session, client)
    join(app, None, seats[0], client)
    assert client.get(address).status_code == 404


def test_rounds_of_another_seat_are_never_taken_along(app, session, client, seats):
    join(app, None, seats[0], client)
    plays(session, client)
    join(app, None, seats[1], client, bring="yes")
    session.expire_all()
    assert session.scalars(select(Round.player_id)).all() == [seats[0].player_id]


def test_rounds_of_an_account_are_never_taken_along(app, session, teacher, seats):
    plays(session, teacher)
    join(app, None, seats[0], teacher, bring="yes")
    session.expire_all()
    owner = session.get_one(Player, session.scalars(select(Round.player_id)).one())
    assert owner.user_id == teacher.user_id


def test_signing_in_at_a_seat_takes_nothing_of_it(app, session, client, seats):
    member(app, "frau linde")
    join(app, None, seats[0], client)
    address = plays(session, client)
    fields = {"name": "frau linde", "password": PASSWORD}
    assert client.post("/account/sign-in", data=fields).status_code == 303
    assert client.get(address).status_code == 404
    session.expire_all()
    assert session.get_one(Player, seats[0].player_id).user_id is None


def test_who_gets_up_leaves_nothing_in_the_browser(app, session, client, seats):
    join(app, None, seats[0], client)
    address = plays(session, client)
    assert client.post("/join/leave").location == "/join"
    assert client.get(address).status_code == 404
    assert client.get("/join/name").status_code == 404
    join(app, None, seats[0], client)
    assert client.get(address).status_code == 200


def test_a_class_that_is_over_seats_nobody(client, session, seats):
    code = code_of(seats[0])
    seats[0].classroom.ends_on = seats[0].classroom.ends_on.replace(year=2001)
    session.commit()
    assert client.post("/join", data={"code": code}).status_code == 422


def test_forty_seats_are_offered_eight_free_names_each():
    chance, taken = random.Random(7), set()  # noqa: S311
    for _seat in range(40):
        offered = aliases.offered(taken, chance)
        assert len(offered) == 8
        assert not taken & set(offered)
        taken.add(offered[0])


def test_every_name_reads_well_in_both_languages():
    for adjective in aliases.ADJECTIVES:
        for animal, word in aliases.ANIMALS.items():
            german = aliases.spoken(f"{adjective}-{animal}", "de").split()
            assert len(german) == 2
            assert german[1] == word.de
            assert german[0] == german[0].capitalize()
            assert german[0].endswith(word.ending)
            assert aliases.spoken(f"{adjective}-{animal}", "en")[0].isupper()
    assert aliases.spoken("munter-eule", "de") == "Muntere Eule"
    assert aliases.spoken("lustig-tiger", "de") == "Lustiger Tiger"


def test_codes_are_hard_to_guess_and_easy_to_read():
    signs = len(set(SIGNS))
    bits = (codes.CLASS_LENGTH + codes.SEAT_LENGTH) * (signs.bit_length() - 1)
    assert bits >= 30
    assert not set("0O1IL5S8BUV") & set(SIGNS)
    assert codes.halves(" abcde-fghjk ") == ("ABCDE", "FGHJK")
