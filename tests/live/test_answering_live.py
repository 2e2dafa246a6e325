"""An answer in a live game is kept once, in time, and told to nobody too early."""

import pytest

from quiz.access import GUEST
from quiz.engine.live import course
from quiz.engine.live.joining import Standing
from quiz.errors import Conflict, Invalid, NotAllowed, NotFound
from quiz.live import answering, service
from quiz.live.answering import Ballot
from quiz.live.service import Wish
from quiz.play.pages import steps_of
from quiz.play.service import Typed
from quiz.play.starting import Asking
from tests.live.evening import Evening


@pytest.fixture
def player(evening):
    return evening.join()


def test_an_answer_is_kept_in_the_round_of_its_player(evening, player):
    evening.ask(1)
    assert evening.answer(player, 1) == 1.0
    [kept], [item] = evening.answers(player), evening.items(player)
    assert (kept.reply, kept.share, item.number) == (["a"], 1.0, 1)


def test_sent_again_it_is_kept_once_even_after_the_lock(evening, player):
    evening.ask(1)
    evening.answer(player, 1)
    assert evening.answer(player, 1) == 1.0
    evening.lead(course.advance)
    assert evening.answer(player, 1) == 1.0
    assert len(evening.answers(player)) == 1


def test_the_first_answer_stays(evening, player):
    evening.ask(1)
    evening.answer(player, 1)
    with pytest.raises(Conflict, match="already_answered"):
        evening.answer(player, 1, is_right=False)
    assert [each.share for each in evening.answers(player)] == [1.0]


@pytest.mark.parametrize("number", [1, 2])
def test_nothing_is_taken_in_the_lobby(evening, player, number):
    with pytest.raises(Conflict, match="not_asked"):
        evening.answer(player, number)


def test_nothing_is_taken_before_or_behind_its_time(evening, player):
    evening.ask(2)
    for number in (1, 3):
        with pytest.raises(Conflict, match="not_asked"):
            evening.answer(player, number)
    evening.lead(course.pause)
    with pytest.raises(Conflict, match="not_asked"):
        evening.answer(player, 2)
    evening.lead(course.resume)
    evening.lead(course.advance)
    with pytest.raises(Conflict, match="not_asked"):
        evening.answer(player, 2)
    assert not evening.answers(player)


def test_the_clock_of_the_server_locks(session, teacher):
    evening = Evening(session, teacher.actor, Wish(answering_s=20))
    player = evening.join()
    evening.ask(1)
    evening.tick(30)
    with pytest.raises(Conflict, match="not_asked"):
        evening.answer(player, 1)


@pytest.mark.parametrize("number", [0, -1, 99])
def test_there_is_no_such_question(evening, player, number):
    evening.ask(1)
    with pytest.raises(NotFound):
        answering.answer(
            evening.session,
            Asking(GUEST, player),
            evening.id,
            Ballot(number, [1]),
            evening.now,
        )


@pytest.mark.parametrize("chosen", [[0], [9], [-1], [1, 1], [1, 2], Typed(("a",)), []])
def test_what_cannot_be_chosen_is_not_kept(evening, player, chosen):
    evening.ask(1)
    with pytest.raises(Invalid):
        answering.answer(
            evening.session,
            Asking(GUEST, player),
            evening.id,
            Ballot(1, chosen),
            evening.now,
        )
    assert not evening.answers(player)
    assert evening.answer(player, 1) == 1.0


def test_nobody_answers_in_a_foreign_game_or_once_turned_out(evening, player):
    evening.ask(1)
    other = Evening(evening.session, evening.host)
    outsider = other.join()
    with pytest.raises(NotFound):
        evening.answer(outsider, 1)
    turned = (evening.seat(player).round_id, Standing.KICKED)
    service.turn_out(evening.session, evening.host, evening.id, turned, evening.now)
    with pytest.raises(NotAllowed, match="turned_out"):
        evening.answer(player, 1)


def test_the_round_tells_nothing_while_the_game_goes_on(evening, player):
    evening.ask(1)
    evening.answer(player, 1)
    round_id = evening.seat(player).round_id
    [step] = steps_of(evening.session, player, round_id, evening.now)
    assert step.is_hidden
