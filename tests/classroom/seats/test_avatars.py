"""Every alias has a picture of its own, drawn of parts that exist."""

import re

from sqlalchemy import select

from quiz.classroom.models import Seat
from quiz.classroom.seats import aliases
from quiz.classroom.seats.avatars import avatar
from quiz.config import ROOT
from tests.classroom.people import EN, join, make_class, names_on, plays

SPRITE = (ROOT / "static/img/avatars.svg").read_text(encoding="utf-8")
SYMBOLS = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE))
ALL = [f"{q}-{a}" for q in aliases.ADJECTIVES for a in aliases.ANIMALS]
DARK = 0.35


def test_every_alias_is_drawn_of_parts_that_there_are():
    used = {part.symbol for alias in ALL for part in avatar(alias).parts}
    assert used == SYMBOLS


def test_no_two_aliases_look_alike():
    assert len({avatar(alias) for alias in ALL}) == len(ALL) == 1392


def test_a_picture_stands_out_from_its_ground():
    for alias in ALL:
        drawn = avatar(alias)
        assert luminance(drawn.ground) > DARK  # its outline is dark
        assert all(part.fill != drawn.ground for part in drawn.parts)


def luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return sum(w * c**2.2 for w, c in zip((0.21, 0.72, 0.07), parts, strict=True))


def test_the_sprite_stays_small_and_has_no_style_and_no_script():
    assert len(SPRITE) < 13_000
    assert "style" not in SPRITE
    assert "script" not in SPRITE


def test_names_are_chosen_with_their_pictures(app, teacher, session):
    make_class(teacher)
    seat = session.scalars(select(Seat)).first()
    phone = join(app, None, seat)
    page = phone.get("/join/name", headers=EN).text
    assert page.count('class="avatar"') == len(names_on(phone)) == 8


def test_a_guest_is_somebody_from_the_first_round_on(client, session):
    assert "avatars.svg" not in client.get("/").text
    plays(session, client)
    page = privacy(client)
    assert "avatars.svg" in page
    assert page == privacy(client)


def privacy(client):
    """The page without its token, which is another one each second."""
    return re.sub(r'csrf_token"[^>]*>', ">", client.get("/privacy").text)


def test_every_guest_gets_an_alias_of_the_lists_and_all_are_given():
    given = {aliases.of_guest(number) for number in range(1392)}
    assert given == set(ALL)
    assert aliases.of_guest(2**127 + 5) in given
