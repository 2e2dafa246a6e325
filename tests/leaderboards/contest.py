"""Classes that compete, made without playing: rounds answered at a moment."""

from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import select

from quiz.bank.models import QuestionSet
from quiz.classroom import service as classes
from quiz.classroom.models import Seat
from quiz.classroom.seats.service import take_seat
from quiz.play import service as playing
from quiz.play import starting
from quiz.play.models import Player, RoundItem
from quiz.play.service import Place
from tests.make import make_set

MONDAY = datetime(2026, 3, 23, 8, 0, tzinfo=UTC)


def make_contest(session, actor, seats=6, name="7b"):
    """A class in which everybody has joined."""
    classroom = classes.make_class(session, actor, name, seats, MONDAY)
    for seat in classroom.seats:
        take_seat(session, f"{classroom.code}-{seat.code}", MONDAY)
    return classroom


def play_round(session, seat, right, when=MONDAY, played=None):
    """A whole round, the first `right` answers right, a second for each."""
    played = played or make_set(session)
    player = session.get_one(Player, seat.player_id)
    begun = starting.start(session, player, played, seed=7, now=when)
    items = session.scalars(
        select(RoundItem)
        .where(RoundItem.round_id == begun.id)
        .order_by(RoundItem.number)
    ).all()
    for item in items:
        key = item.option_order.index("a") + 1
        chosen = key if item.number <= right else key % 3 + 1
        moment = when + timedelta(seconds=item.number)
        place = Place(begun.id, item.number)
        playing.answer(session, player.id, place, [chosen], moment)
    return begun


def play_at_random(session, seats, seed, weeks=3):
    """Rounds of these seats, spread over weeks by chance."""
    chance = Random(seed)  # noqa: S311 (a test)
    for _ in range(4 * len(seats)):
        seat = chance.choice(seats)
        when = MONDAY + timedelta(hours=chance.randrange(weeks * 7 * 24))
        play_round(session, seat, chance.randrange(9), when)


def seats_of(session, classroom):
    wanted = select(Seat).where(Seat.class_id == classroom.id).order_by(Seat.number)
    return session.scalars(wanted).all()


def sets_of(session):
    return session.scalars(select(QuestionSet)).all()
