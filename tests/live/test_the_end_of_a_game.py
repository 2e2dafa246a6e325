"""When a live game is over, what was answered counts like in any round."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from quiz.engine.live import course
from quiz.errors import Conflict, NotFound
from quiz.leaderboards.models import SeatWeek
from quiz.live import service
from quiz.live.ending import end_forgotten
from quiz.live.models import LiveGame, LiveItem
from quiz.play.pages import result_of, steps_of
from quiz.privacy.clearing import GAMES_LAST, clear_games
from tests.classroom.people import Lesson
from tests.live.evening import Evening


def number_of_questions(evening):
    wanted = select(LiveItem).where(LiveItem.game_id == evening.id)
    return len(evening.session.scalars(wanted).all())


def play_all(evening, players):
    for number in range(1, number_of_questions(evening) + 1):
        evening.ask(number)
        for player in players:
            evening.answer(player, number)
    for _ in range(10):
        if evening.state.is_over:
            return
        evening.lead(course.advance)


def test_every_player_has_a_review_of_their_own(evening):
    player = evening.join()
    play_all(evening, [player])
    round_id = evening.seat(player).round_id
    result = result_of(evening.session, player, round_id, evening.now)
    assert result.score.right == number_of_questions(evening)
    assert not result.is_held


def test_what_was_seen_and_not_answered_is_in_it_and_what_came_before_is_not(evening):
    early, late = evening.join(), evening.join()
    evening.ask(1)
    evening.answer(early, 1)
    evening.lead(course.advance)
    latecomer = evening.join()
    evening.ask(2)
    evening.answer(latecomer, 2)
    evening.lead(course.advance)
    evening.lead(course.advance)
    evening.lead(course.end)
    assert [each.number for each in evening.items(early)] == [1, 2]
    assert [each.number for each in evening.items(latecomer)] == [2]
    assert not evening.items(late)


def test_a_skipped_question_counts_for_nobody(evening):
    player = evening.join()
    evening.ask(1)
    evening.answer(player, 1)
    evening.lead(course.skip)
    evening.ask(2)
    evening.answer(player, 2)
    evening.lead(course.advance)
    evening.lead(course.advance)
    evening.lead(course.end)
    assert [each.number for each in evening.items(player)] == [2]


def test_no_answer_is_taken_in_the_round_afterwards(evening):
    player = evening.join()
    evening.ask(1)
    evening.answer(player, 1)
    evening.ask(2)
    evening.lead(course.advance)
    evening.lead(course.advance)
    evening.lead(course.end)
    round_id = evening.seat(player).round_id
    steps = steps_of(evening.session, player, round_id, evening.tick())
    assert [step.is_closed for step in steps] == [True, True]
    with pytest.raises(Conflict, match="game_over"):
        evening.lead(course.advance)


def test_a_seat_is_on_its_leaderboard_by_what_it_did_live(app, session, teacher):
    lesson = Lesson(app, session, teacher)
    lesson.pupil()
    seat = lesson.seats[0]
    session.refresh(seat)
    evening = Evening(session, teacher.actor)
    evening.join(seat.player_id)
    play_all(evening, [seat.player_id])
    session.commit()
    session.expire_all()
    [week] = session.scalars(select(SeatWeek).where(SeatWeek.seat_id == seat.id))
    assert week.best == 10_000


def test_two_clicks_of_a_host_go_one_step(evening):
    seen = evening.state.version
    assert evening.lead(service.advance_from(seen)).number == 1
    assert evening.lead(service.advance_from(seen)).phase.value == "question"


def test_nobody_else_leads_a_game(evening, stranger):
    with pytest.raises(NotFound):
        service.lead(
            evening.session, stranger.actor, evening.id, course.end, evening.now
        )
    with pytest.raises(NotFound):
        service.hosted(evening.session, stranger.actor, evening.id)


def test_what_nobody_ends_is_ended_and_a_month_later_it_is_gone(evening):
    player = evening.join()
    evening.ask(1)
    evening.answer(player, 1)
    assert end_forgotten(evening.session, evening.now, evening.tick()) == 1
    assert evening.round(player).feedback == "each"
    assert clear_games(evening.session, evening.now) == 0
    later = evening.now + GAMES_LAST + timedelta(seconds=1)
    assert clear_games(evening.session, later) == 1
    assert not evening.session.scalars(select(LiveGame)).all()
    assert not evening.answers(player)  # its only question was never revealed
