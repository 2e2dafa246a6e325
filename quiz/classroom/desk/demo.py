"""A class that is made up, with answers in it, to look at and to throw away."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.bank.library.catalogue import Sought, catalogue
from quiz.bank.models import QuestionSet
from quiz.bank.offering import Playing, playing_of
from quiz.classroom.assignments.service import Terms, assign
from quiz.classroom.models import (
    Assignment,
    AssignmentRound,
    Classroom,
    ClassTeacher,
    Seat,
)
from quiz.classroom.seats.aliases import offered
from quiz.classroom.service import make_class
from quiz.db import commit
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.question import Question
from quiz.engine.rounds import Draw
from quiz.errors import Invalid
from quiz.events import answers_change
from quiz.play import starting
from quiz.play.models import Answer, Player

SEATS, EMPTY = 6, 1
"""How many seats it has, and at how many of them nobody has played."""
LASTS = timedelta(days=14)
BEGAN, DUE = timedelta(days=1), timedelta(days=7)
_PAUSE = timedelta(seconds=25)
# How likely the weakest and the strongest seat are to be right.
_WEAKEST, _STRONGEST = 0.35, 0.95


def demo_of(session: Session, actor: Actor, names: Sequence[str]) -> Classroom | None:
    """The class of one of these names that this person made; None for none."""
    wanted = (
        select(Classroom)
        .join(ClassTeacher, ClassTeacher.class_id == Classroom.id)
        .where(
            Classroom.name.in_(names),
            ClassTeacher.user_id == actor.user_id,
            ClassTeacher.is_owner,
        )
    )
    return session.scalars(wanted).first()


def make_demo(session: Session, actor: Actor, name: str, now: datetime) -> Classroom:
    """A class of that name that has played a set of the library; it ends by itself.

    It is kept in two steps, each whole, so that nobody waits long for either.

    Raises:
        Invalid: "no_library": there is nothing to play.
    """
    cards = catalogue(session, Sought()).cards
    if not cards:
        raise Invalid("no_library")
    playing = playing_of(session, session.get_one(QuestionSet, cards[0].set_id))
    chance, began = random.Random(SEATS), now - BEGAN  # noqa: S311 (always the same)
    beginning = starting.Beginning(SEATS, began)
    draw = starting.drawn(session, None, playing, beginning)  # the same for all
    rounds = [
        (beginning, draw, _answers(playing, draw, chance)) for _ in range(SEATS - EMPTY)
    ]
    names: set[str] = set()
    while len(names) < len(rounds):
        names.add(offered(names, chance)[0])
    made = make_class(session, actor, name, SEATS, now)
    made.ends_on = (now + LASTS).date()
    terms = Terms(playing.set_id, "homework", began, now + DUE)
    task = assign(session, actor, made, terms, now)
    commit(session)  # nobody has played in it yet; others may write in between
    players = _sit(session, made.seats, sorted(names), began)
    _keep(session, task, playing, list(zip(players, rounds, strict=True)))
    answers_change.send(session, player_ids=players)
    return made


_Given = tuple[starting.Beginning, Draw, list[tuple[list[str], float]]]


def _answers(
    playing: Playing, draw: Draw, chance: random.Random
) -> list[tuple[list[str], float]]:
    """What somebody answers in a round, and how right it is."""
    questions = {each.id: each for each in playing.pool.questions}
    skill = chance.uniform(_WEAKEST, _STRONGEST)
    answers = []
    for card in draw.cards:
        question = questions[card.question_id]
        reply = _reply(question, is_right=chance.random() < skill)
        answers.append((reply, grade(question, reply).share))
    return answers


def _reply(question: Question, *, is_right: bool) -> list[str]:
    """What somebody answers: the key, or the first wrong option, which many take."""
    if question.form.is_typed:
        return [option.text for option in question.key]
    key = [option.id for option in question.key]
    if is_right or not question.distractors:
        return key if is_right else key[:1]
    wrong = question.distractors[0].id
    return [wrong] if question.form.picks_one else [*key[:-1], wrong]


def _sit(
    session: Session, seats: Sequence[Seat], names: Sequence[str], began: datetime
) -> list[UUID]:
    """Somebody at a seat for each name; their ids."""
    players = [Player(created_at=began) for _ in names]
    session.add_all(players)
    session.flush()
    for seat, player, name in zip(seats, players, names, strict=False):
        seat.player_id, seat.alias = player.id, name
    return [player.id for player in players]


def _keep(
    session: Session,
    task: Assignment,
    playing: Playing,
    given: Sequence[tuple[UUID, _Given]],
) -> None:
    forms = [(who, beginning, draw) for who, (beginning, draw, _) in given]
    begun = starting.begin_forms(session, playing, forms, task.due_at)
    rows = []
    for round_, (_who, (beginning, _draw, answers)) in zip(begun, given, strict=True):
        session.add(AssignmentRound(round_id=round_.id, assignment_id=task.id))
        rows += [
            {
                "round_id": round_.id,
                "number": number,
                "reply": reply,
                "share": share,
                "confidence": None,
                "answered_at": beginning.now + number * _PAUSE,
            }
            for number, (reply, share) in enumerate(answers, start=1)
        ]
    session.flush()
    session.execute(insert(Answer), rows)
