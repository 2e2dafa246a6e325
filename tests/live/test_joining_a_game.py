"""Coming into a live game by its code, once and again."""

import pytest
from sqlalchemy import select

from quiz.access import GUEST
from quiz.engine.live import course
from quiz.engine.live.joining import Standing
from quiz.errors import Conflict, Invalid, NotAllowed, NotFound
from quiz.live import joining, service
from quiz.live.models import LivePlayer
from quiz.live.service import Wish
from quiz.play.starting import Beginning
from tests.classroom.people import Lesson
from tests.live.evening import Evening
from tests.make import NOW, make_set, make_stuck_set


def test_a_code_has_six_digits_and_blanks_do_not_matter(evening):
    assert len(evening.code) == 6
    assert evening.code.isdecimal()
    assert evening.join(code=f" {evening.code[:3]} {evening.code[3:]} ")


@pytest.mark.parametrize("code", ["", "12345", "1234567", "ABCDEF"])
def test_what_is_no_code_opens_nothing(evening, code):
    with pytest.raises(Invalid, match="no_such_game"):
        evening.join(code=code)


def test_everybody_has_a_round_and_a_name_of_their_own(evening):
    players = [evening.join() for _ in range(12)]
    seats = [evening.seat(each) for each in players]
    assert len({each.alias for each in seats}) == 12
    assert len({each.round_id for each in seats}) == 12


def test_who_comes_back_is_who_they_were(evening):
    player = evening.join()
    alias = evening.seat(player).alias
    evening.ask(1)
    assert evening.join(player) == player
    assert evening.seat(player).alias == alias
    assert len(evening.session.scalars(select(LivePlayer)).all()) == 1


def test_a_seat_keeps_its_name_and_its_time_is_everybodys(app, session, teacher):
    lesson = Lesson(app, session, teacher)
    lesson.pupil()
    seat = lesson.seats[0]
    session.refresh(seat)
    seat.alias, seat.time_factor = "flink-otter", 1.5
    evening = Evening(session, teacher.actor, Wish(answering_s=20))
    evening.join(seat.player_id)
    assert evening.seat(seat.player_id).alias == "flink-otter"
    evening.ask(1)
    assert (evening.state.until - evening.state.since).total_seconds() == 30


def test_who_comes_late_begins_with_the_question_that_is_asked(evening):
    early = evening.join()
    evening.ask(2)
    during = evening.join()
    evening.lead(course.advance)
    after = evening.join()
    firsts = [evening.seat(each).first_number for each in (early, during, after)]
    assert firsts == [1, 2, 3]


def test_who_was_kicked_may_return_and_who_was_banned_may_not(evening):
    kicked, banned = evening.join(), evening.join()
    for player, standing in ((kicked, Standing.KICKED), (banned, Standing.BANNED)):
        turned = (evening.seat(player).round_id, standing)
        service.turn_out(evening.session, evening.host, evening.id, turned, evening.now)
    assert evening.join(kicked) == kicked
    with pytest.raises(NotAllowed, match="banned"):
        evening.join(banned)


def test_a_shut_door_keeps_newcomers_out_and_lets_players_back(evening):
    player = evening.join()
    evening.lead(lambda *at: course.take_in(*at, everybody=False))
    assert evening.join(player) == player
    with pytest.raises(Conflict, match="door_shut"):
        evening.join()


def test_a_code_dies_with_its_game(evening):
    player = evening.join()
    evening.lead(course.end)
    for who in (None, player):
        with pytest.raises(Invalid, match="no_such_game"):
            evening.join(who)


def test_a_full_game_takes_nobody_in(evening, monkeypatch):
    monkeypatch.setattr(joining, "MOST_PLAYERS", 1)
    evening.join()
    with pytest.raises(Conflict, match="game_full"):
        evening.join()


def test_strangers_learn_nothing_of_a_game(evening):
    with pytest.raises(NotFound, match="live_game"):
        joining.player_in(evening.session, None, evening.id)
    outsider = Evening(evening.session, evening.host).join()
    with pytest.raises(NotFound, match="live_game"):
        joining.player_in(evening.session, outsider, evening.id)


def test_guests_open_no_game_and_a_set_without_a_round_opens_none(session, teacher):
    beginning = Beginning(7, NOW)
    with pytest.raises(NotAllowed):
        service.open_game(session, GUEST, make_set(session).id, Wish(), beginning)
    stuck = make_stuck_set(session, teacher.user_id)
    with pytest.raises(Invalid, match="not_playable"):
        service.open_game(session, teacher.actor, stuck.id, Wish(), beginning)
