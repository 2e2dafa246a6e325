"""Answering the questions of a round."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Row,
    ScalarSelect,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased

from quiz.bank.models import BankItem
from quiz.engine.mastery.judging import STEPS
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.question import Question
from quiz.engine.rounds import MOST_IN_A_ROUND
from quiz.errors import Conflict, Invalid, NotFound
from quiz.events import round_finished
from quiz.play.models import Answer, Righted, Round, RoundItem, answers_item

_EARLIER, _GIVEN = aliased(RoundItem), aliased(Answer)

# By number, not by counting: with an article its questions leave a round, too.
_OPEN_BEFORE = (
    select(func.min(_EARLIER.number))
    .outerjoin(
        _GIVEN,
        (_GIVEN.round_id == _EARLIER.round_id) & (_GIVEN.number == _EARLIER.number),
    )
    .where(
        _EARLIER.round_id == RoundItem.round_id,
        _EARLIER.number < RoundItem.number,
        _GIVEN.number.is_(None),
    )
    .correlate(RoundItem)
    .scalar_subquery()
)

_LATER = aliased(RoundItem)
_IS_LAST = ~exists().where(
    _LATER.round_id == RoundItem.round_id, _LATER.number > RoundItem.number
).correlate(RoundItem)

# Built once, because answering is what happens most: putting the statement
# together anew costs as much as running it.
_ASKED = (
    select(
        RoundItem.option_order,
        BankItem.body,
        BankItem.mended_id,
        Answer.reply,
        Answer.share,
        Round.closes_at,
        Round.set_id,
        _OPEN_BEFORE.label("open_before"),
        _IS_LAST.label("is_last"),
    )
    .join(Round, Round.id == RoundItem.round_id)
    .join(BankItem, BankItem.id == RoundItem.item_id)
    .outerjoin(Answer, answers_item())
    .where(
        RoundItem.round_id == bindparam("round_id"),
        RoundItem.number == bindparam("number"),
        Round.player_id == bindparam("player_id"),
    )
)

# Both databases can say "the first one stays" in the insert itself: no exception
# and no savepoint is needed to find out that a second click was quicker.
_ANSWERS: Any = Answer.__table__
_INSERT_ONCE = {
    "sqlite": sqlite.insert(_ANSWERS).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(_ANSWERS).on_conflict_do_nothing(),
}


GRACE = timedelta(minutes=1)
"""What was sent in time may arrive that much later."""


def count_of(rows: type[Answer | RoundItem | Righted]) -> ScalarSelect[int]:
    """How many of these a round has, as a column beside `Round`."""
    return (
        select(func.count())
        .select_from(rows)
        .where(rows.round_id == Round.id)
        .correlate(Round)
        .scalar_subquery()
    )


def is_complete() -> ColumnElement[bool]:
    """Whether all questions of a round are answered."""
    return count_of(Answer) == count_of(RoundItem)


TELLS = or_(
    Round.feedback == "each",
    and_(
        Round.feedback == "end",
        or_(is_complete(), Round.closes_at < bindparam("closed_before")),
    ),
)
"""Whether a round tells how its answers went by the moment given to `told_by`."""


def told_by(now: datetime) -> dict[str, datetime]:
    """What a statement with `TELLS` is executed with."""
    return {"closed_before": now - GRACE}


class Place(NamedTuple):
    """One question of one round; numbers count from 1."""

    round_id: uuid.UUID
    number: int


def place_at(round_id: uuid.UUID, number: int) -> Place:
    """That place, as an address names it.

    Raises:
        NotFound: no round goes so far. A number that no column could hold is as absent
            as any other.
    """
    if number > MOST_IN_A_ROUND:
        raise NotFound("round")
    return Place(round_id, number)


class Typed(NamedTuple):
    """What was typed into the gaps of a question, in their order."""

    texts: tuple[str, ...]


class Given(NamedTuple):
    """What was chosen or typed, and how sure they say to be, 1–3, if they do."""

    chosen: Sequence[int] | Typed
    confidence: int | None = None


class Kept(NamedTuple):
    """An answer as it is kept; the attributes are `Answer`'s."""

    reply: list[str]
    confidence: int | None
    answered_at: datetime


def answer(
    session: Session,
    player_id: uuid.UUID,
    place: Place,
    given: Sequence[int] | Typed | Given,
    now: datetime,
) -> float:
    """Keep the answer to one question, once; gives how much of it is right, 0–1.

    Sent again, the same answer gives the same result and changes nothing.

    Args:
        session: where to keep it.
        player_id: whose round it must be.
        place: which question.
        given: positions of the chosen options as shown, from 1, in order; or what
            was typed; or either with how sure they say to be.
        now: when it came.

    Raises:
        NotFound: no such question in a round of this player.
        Invalid: "no_option", "unknown_option" and what else `grade` refuses.
        Conflict: "already_answered" with another answer, which stays;
            "answer_in_order" with `next`: an earlier question is still open;
            "round_closed": it came more than a minute after the round closed.
    """
    asked = _asked(session, player_id, place)
    chosen, sure = given if isinstance(given, Given) else Given(given)
    reply = reply_of(asked.option_order, chosen)
    if asked.reply is not None:
        return first_counts(asked.reply, asked.share, reply)
    if asked.closes_at is not None and now > asked.closes_at + GRACE:
        raise Conflict("round_closed")
    if asked.open_before is not None:
        raise Conflict("answer_in_order", next=asked.open_before)
    question = _question(session, asked)
    if question.form.is_typed != isinstance(chosen, Typed):
        raise Invalid("unknown_option")
    kept = Kept(reply, sure if sure in STEPS else None, now)
    share, is_new = keep_first(session, place, question, kept)
    if is_new and asked.is_last:
        done = {"round_id": place.round_id, "set_id": asked.set_id}
        round_finished.send(session, player_id=player_id, **done)
    return share


def keep_first(
    session: Session, place: Place, question: Question, kept: Kept
) -> tuple[float, bool]:
    """Grade an answer and keep it if it is the first one to its question.

    Gives how much of it is right, and whether it was not there yet.

    Raises:
        Invalid: what `grade` refuses.
        Conflict: "already_answered" with another answer, which stays.
    """
    share = grade(question, kept.reply).share
    row = place._asdict() | kept._asdict() | {"share": share}
    if _insert_once(session, row):
        return share, True
    # The same player's other click was quicker by a hair.
    first = session.execute(
        select(Answer.reply, Answer.share).where(
            Answer.round_id == place.round_id, Answer.number == place.number
        )
    ).one()
    return first_counts(first.reply, first.share, kept.reply), False


def reply_of(shown: Sequence[str], chosen: Sequence[int] | Typed) -> list[str]:
    """The ids of what was chosen of the options shown, or the texts that were typed.

    Raises:
        Invalid: "unknown_option".
    """
    if isinstance(chosen, Typed):
        return list(chosen.texts)
    if not all(1 <= position <= len(shown) for position in chosen):
        raise Invalid("unknown_option")
    return [shown[position - 1] for position in chosen]


def first_counts(first: list[str], share: float, reply: list[str]) -> float:
    """The share of the first answer, where the second is the same.

    Raises:
        Conflict: "already_answered" with another one.
    """
    if first != reply:
        raise Conflict("already_answered")
    return share


def _asked(
    session: Session, player_id: uuid.UUID, place: Place
) -> Row[*tuple[Any, ...]]:
    """All that answering needs to know, in one query."""
    wanted = {
        "round_id": place.round_id,
        "number": place.number,
        "player_id": player_id,
    }
    asked = session.connection().execute(_ASKED, wanted).one_or_none()
    if asked is None:
        raise NotFound("round")
    return asked


def _question(session: Session, asked: Row[*tuple[Any, ...]]) -> Question:
    """What was asked, put right where it was wrong."""
    if asked.mended_id is None:
        return Question.from_json(asked.body)
    return session.get_one(BankItem, asked.mended_id).as_question()


def _insert_once(session: Session, kept: dict[str, Any]) -> bool:
    """Whether the answer was the first one and is kept."""
    connection = session.connection()
    insert = _INSERT_ONCE[connection.dialect.name]
    # Without this option some drivers give no count for an insert.
    keeping = {"preserve_rowcount": True}
    return connection.execute(insert, kept, execution_options=keeping).rowcount == 1
