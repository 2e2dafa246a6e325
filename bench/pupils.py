"""A class that has played, for the pictures: made-up answers of made-up abilities."""

import random
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

import quiz.factory  # noqa: F401 (every table is known then)
from quiz.bank.models import BankItem, QuestionSet
from quiz.classroom.models import Classroom
from quiz.classroom.seats.aliases import offered
from quiz.classroom.seats.service import take_seat
from quiz.db import Sessions
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question
from quiz.leaderboards import listeners
from quiz.play.models import Player, RoundItem
from quiz.play.service import Given, Place, answer
from quiz.play.starting import start
from quiz.web.clock import now

ROUNDS = 5
BEFORE = 3  # of them a week ago, so that there is something to measure a gain against


def play_as_a_class(sessions: Sessions, class_id: UUID, seed: int) -> None:
    """Everybody joins, takes a name and plays some rounds over two weeks."""
    listeners.listen()
    chance = random.Random(seed)  # noqa: S311 (made-up answers)
    with sessions.writing.begin() as session:
        classroom = session.get_one(Classroom, class_id)
        classroom.shows_seats = True
        sets = session.scalars(
            select(QuestionSet)
            .where(QuestionSet.owner_id.is_(None), QuestionSet.retired_at.is_(None))
            .order_by(QuestionSet.title)
        ).all()
        for seat in classroom.seats:
            seat.team = seat.number % 4 + 1
            take_seat(session, f"{classroom.code}-{seat.code}", now())
            seat.alias = _alias(classroom, chance)
            session.flush()
            talent = chance.random()
            for number in range(ROUNDS):
                able = 0.15 + 0.5 * talent + 0.06 * number
                player = session.get_one(Player, seat.player_id)
                _round(
                    session, player, sets[number % len(sets)], (able, number), chance
                )


def _alias(classroom: Classroom, chance: random.Random) -> str:
    taken = {seat.alias for seat in classroom.seats if seat.alias}
    return offered(taken, chance)[0]


def _round(
    session: Session,
    player: Player,
    played: QuestionSet,
    plan: tuple[float, int],
    chance: random.Random,
) -> None:
    """One round, the earlier ones in the week before."""
    able, number = plan
    began = now() - timedelta(days=8 if number < BEFORE else 0)
    begun = start(session, player, played, chance.randrange(2**40), began)
    items = session.scalars(
        select(RoundItem)
        .where(RoundItem.round_id == begun.id)
        .order_by(RoundItem.number)
    )
    for item in items.all():
        question = session.get_one(BankItem, item.item_id).as_question()
        ids = _reply(question, rightly=chance.random() < able)
        chosen = [item.option_order.index(each) + 1 for each in ids]
        moment = began + timedelta(seconds=17 * item.number)
        place = Place(begun.id, item.number)
        given = Given(chosen, chance.randrange(4))
        answer(session, player.id, place, given, moment)


def _reply(question: Question, *, rightly: bool) -> list[str]:
    key = [option.id for option in question.key]
    if rightly or question.form in (Form.ORDERING, Form.MATCHING):
        return key
    return [next(o.id for o in question.options if not o.correct)]
