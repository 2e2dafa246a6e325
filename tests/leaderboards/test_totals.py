"""The running totals are what the answers say, whatever happens to the answers."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import delete, select, update

from quiz.access import Actor, Role
from quiz.accounts.models import User
from quiz.articles.service import delete_article
from quiz.bank.corrections.service import leave_out
from quiz.bank.models import BankItem
from quiz.bank.service import add_set, delete_set
from quiz.classroom.models import Seat
from quiz.classroom.seats import service as seats
from quiz.leaderboards.contest import contest_after
from quiz.leaderboards.models import ClassWeek, CountedRound, SeatWeek
from quiz.leaderboards.rebuilding import rebuild
from quiz.play import service as playing
from quiz.play.models import Answer, Player, Round, RoundItem
from quiz.play.players import forget
from tests.leaderboards.contest import (
    MONDAY,
    make_contest,
    play_at_random,
    play_round,
    seats_of,
)
from tests.make import make_article, make_questions, make_set

pytestmark = pytest.mark.slow


@pytest.fixture
def classroom(session, teacher):
    return make_contest(session, teacher.actor)


def totals(session, classroom):
    wanted = select(ClassWeek).where(ClassWeek.class_id == classroom.id)
    return {
        row.week.isoformat(): (row.participants, row.best, row.gainers, row.gain)
        for row in session.scalars(wanted.execution_options(populate_existing=True))
    }


def is_right(session):
    found = rebuild(session)
    assert not found, found
    return True


def short_set(session):
    """A set of four questions, which is what a short round has."""
    return add_set(session, make_article(session), make_questions()[:4], None, MONDAY)


def test_a_short_round_counts_where_all_of_it_is_new_and_never_again(
    session, classroom
):
    seat, played = classroom.seats[0], short_set(session)
    once = play_round(session, seat, right=3, played=played)
    assert totals(session, classroom) == {"2026-03-23": (1, 7_500, 0, 0)}
    again = play_round(session, seat, 4, MONDAY + timedelta(hours=1), played)
    assert totals(session, classroom) == {"2026-03-23": (1, 7_500, 0, 0)}
    first, second = (
        contest_after(session, seat, played.id, MONDAY) for played in (once, again)
    )
    assert (first.counts, first.is_best) == (True, True)
    assert not second.counts
    assert is_right(session)


def test_a_round_of_an_earlier_week_is_not_told_as_one_of_this_week(session, classroom):
    seat = classroom.seats[0]
    late = play_round(session, seat, 6)
    assert contest_after(session, seat, late.id, MONDAY).is_best
    assert contest_after(session, seat, late.id, MONDAY + timedelta(weeks=1)) is None


def test_a_finished_round_counts_at_once(session, classroom):
    play_round(session, classroom.seats[0], right=6)
    play_round(session, classroom.seats[1], right=8)
    assert totals(session, classroom) == {"2026-03-23": (2, 17_500, 0, 0)}
    assert is_right(session)


def test_a_round_with_an_open_question_does_not_count(session, classroom):
    begun = play_round(session, classroom.seats[0], right=6)
    session.execute(delete(Answer).where(Answer.round_id == begun.id))
    rebuild(session)
    assert totals(session, classroom) == {}


def test_questions_that_were_answered_before_do_not_count(session, classroom):
    played = make_set(session)
    seat = classroom.seats[0]
    play_round(session, seat, right=4, played=played)
    play_round(session, seat, right=8, played=played, when=MONDAY + timedelta(hours=1))
    assert totals(session, classroom)["2026-03-23"] == (1, 5_000, 0, 0)
    assert is_right(session)


def test_a_new_version_of_a_set_makes_no_question_new(session, teacher, classroom):
    played = make_set(session, teacher.user_id)
    seat = classroom.seats[0]
    play_round(session, seat, right=4, played=played)
    later = leave_out(session, teacher.actor, played.items[7], MONDAY).question_set
    assert later.version == 2
    play_round(session, seat, right=7, played=later, when=MONDAY + timedelta(hours=1))
    session.commit()
    rebuild(session)
    rounds = session.scalars(select(CountedRound)).all()
    assert len(rounds) == 1


def test_a_gain_is_measured_against_the_weeks_before(session, classroom):
    seat = classroom.seats[0]
    for day in range(3):
        play_round(session, seat, right=4, when=MONDAY + timedelta(days=day))
    play_round(session, seat, right=6, when=MONDAY + timedelta(days=7))
    assert totals(session, classroom)["2026-03-30"] == (1, 7_500, 1, 2_500)


def test_a_round_that_comes_late_changes_the_weeks_after_it(session, classroom):
    seat = classroom.seats[0]
    for day in range(2):
        play_round(session, seat, right=4, when=MONDAY + timedelta(days=day))
    play_round(session, seat, right=6, when=MONDAY + timedelta(days=7))
    play_round(session, seat, right=4, when=MONDAY + timedelta(days=3))
    assert totals(session, classroom)["2026-03-30"] == (1, 7_500, 1, 2_500)
    assert is_right(session)


def test_guests_have_no_totals(session, classroom):
    player = Player(created_at=MONDAY)
    session.add(player)
    session.flush()
    play_round(session, Seat(player_id=player.id), right=8)
    assert session.scalars(select(CountedRound)).all() == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_after_many_rounds_the_totals_are_what_the_answers_say(
    session, classroom, seed
):
    play_at_random(session, classroom.seats, seed)
    assert session.scalars(select(SeatWeek)).all()
    assert is_right(session)


def test_a_wrong_total_is_found_and_put_right(session, classroom):
    play_round(session, classroom.seats[0], right=6)
    session.execute(update(ClassWeek).values(best=1))
    session.execute(update(SeatWeek).values(best=2))
    assert {each.table for each in rebuild(session)} == {"class_weeks", "seat_weeks"}
    assert is_right(session)


def test_with_an_article_its_rounds_leave_the_totals(session, teacher, classroom):
    article = make_article(session, teacher.user_id)
    played = make_set(session, teacher.user_id, article)
    play_round(session, classroom.seats[0], right=8, played=played)
    play_round(session, classroom.seats[0], right=4, when=MONDAY + timedelta(hours=2))
    delete_article(session, teacher.actor, article.id)
    session.commit()
    assert totals(session, classroom)["2026-03-23"] == (1, 5_000, 0, 0)
    assert is_right(session)


def test_a_round_that_is_complete_without_an_article_that_goes_counts(
    session, teacher, classroom
):
    other = make_article(session, teacher.user_id)
    played = make_set(session, teacher.user_id)
    begun = play_round(session, classroom.seats[0], right=8, played=played)
    last = session.get_one(RoundItem, (begun.id, 8))
    session.execute(
        delete(Answer).where(Answer.round_id == begun.id, Answer.number == 8)
    )
    session.get_one(BankItem, last.item_id).other_article_id = other.id
    session.flush()
    rebuild(session)
    assert totals(session, classroom) == {}
    delete_article(session, teacher.actor, other.id)
    session.commit()
    assert totals(session, classroom)["2026-03-23"] == (1, 10_000, 0, 0)
    assert is_right(session)


def test_with_a_set_its_rounds_leave_the_totals(session, teacher, classroom):
    played = make_set(session, teacher.user_id)
    play_round(session, classroom.seats[0], right=8, played=played)
    delete_set(session, teacher.actor, played.id)
    session.commit()
    assert totals(session, classroom) == {}
    assert is_right(session)


def test_with_a_seat_its_rounds_leave_the_totals(session, classroom):
    play_round(session, classroom.seats[0], right=8)
    play_round(session, classroom.seats[1], right=4)
    seats.remove_seat(session, classroom.seats[0])
    session.commit()
    assert totals(session, classroom)["2026-03-23"] == (1, 5_000, 0, 0)
    assert is_right(session)


def test_who_has_their_rounds_deleted_is_in_no_total(session, classroom):
    play_round(session, classroom.seats[0], right=8)
    forget(session, classroom.seats[0].player_id)
    session.commit()
    assert totals(session, classroom) == {}
    assert is_right(session)


def test_a_new_card_keeps_what_was_played(session, classroom):
    play_round(session, classroom.seats[0], right=8)
    seats.renew(session, classroom.seats[0], MONDAY)
    session.commit()
    assert totals(session, classroom)["2026-03-23"] == (1, 10_000, 0, 0)
    assert is_right(session)


def test_rounds_brought_along_count(session, classroom):
    guest = Player(created_at=MONDAY)
    session.add(guest)
    session.flush()
    play_round(session, Seat(player_id=guest.id), right=8)
    seats.bring_along(session, guest.id, classroom.seats[0])
    session.commit()
    assert totals(session, classroom)["2026-03-23"] == (1, 10_000, 0, 0)
    assert is_right(session)


def test_an_answer_sent_twice_counts_once(session, classroom):
    begun = play_round(session, classroom.seats[0], right=8)
    last = session.scalars(
        select(RoundItem)
        .where(RoundItem.round_id == begun.id)
        .order_by(RoundItem.number.desc())
    ).first()
    key = last.option_order.index("a") + 1
    place = playing.Place(begun.id, last.number)
    playing.answer(session, classroom.seats[0].player_id, place, [key], MONDAY)
    assert totals(session, classroom)["2026-03-23"] == (1, 10_000, 0, 0)
    assert is_right(session)


PUPILS = 40


@pytest.mark.slow
def test_forty_seats_that_finish_at_once_are_all_counted(real_app):
    sessions = real_app.extensions["quiz.sessions"]
    with sessions.writing.begin() as session:
        user = User(name="f", password_hash="x", role=Role.TEACHER, created_at=MONDAY)
        session.add(user)
        session.flush()
        actor = Actor(user.id, Role.TEACHER)
        classroom = make_contest(session, actor, seats=PUPILS)
        played = make_set(session)
        ids = (classroom.id, played.id)
    barrier = Barrier(PUPILS)

    def finish(number):
        barrier.wait()
        with sessions.writing.begin() as session:
            seat = seats_of(session, classroom)[number]
            found = session.get_one(type(played), ids[1])
            play_round(session, seat, right=number % 9, played=found)

    with ThreadPoolExecutor(PUPILS) as pool:
        list(pool.map(finish, range(PUPILS)))
    with sessions.writing.begin() as session:
        expected = sum(round(number % 9 * 1250) for number in range(PUPILS))
        assert totals(session, classroom)["2026-03-23"] == (PUPILS, expected, 0, 0)
        assert session.scalar(select(Round.id).limit(1)) is not None
        assert is_right(session)
