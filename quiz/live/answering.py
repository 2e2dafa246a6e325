"""Answering in a live game: once, in time, and kept like an answer in any round."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased

from quiz.bank.models import BankItem
from quiz.engine.live import course
from quiz.engine.live.joining import Standing
from quiz.engine.live.state import Rules, State
from quiz.engine.mastery.judging import STEPS
from quiz.engine.questions.question import Question
from quiz.errors import Conflict, Invalid, NotAllowed, NotFound
from quiz.live.models import LiveGame, LiveItem, LivePlayer
from quiz.play.models import Answer, Player, RoundItem
from quiz.play.service import Kept, Place, Typed, first_counts, keep_first, reply_of
from quiz.play.starting import Asking

_MENDED = aliased(BankItem)

# Built once, because answering is what happens most. The share lock on the game lets
# others answer at the same moment, but nobody lock it meanwhile.
_ASKED = (
    select(
        LiveGame.state,
        LiveGame.rules,
        LivePlayer.round_id,
        LivePlayer.standing,
        LiveItem.item_id,
        LiveItem.option_order,
        BankItem.body,
        _MENDED.body.label("mended"),
        Answer.reply,
        Answer.share,
    )
    .join(LivePlayer, LivePlayer.game_id == LiveGame.id)
    .join(Player, Player.id == LivePlayer.player_id)
    .join(LiveItem, LiveItem.game_id == LiveGame.id)
    .join(BankItem, BankItem.id == LiveItem.item_id)
    .outerjoin(_MENDED, _MENDED.id == BankItem.mended_id)
    .outerjoin(
        Answer,
        (Answer.round_id == LivePlayer.round_id) & (Answer.number == LiveItem.number),
    )
    .where(
        LiveGame.id == bindparam("game_id"),
        LivePlayer.player_id == bindparam("player_id"),
        LiveItem.number == bindparam("number"),
        or_(
            Player.user_id.is_(None),
            Player.user_id == bindparam("user_id", type_=Uuid),
        ),
    )
    .with_for_update(read=True, of=LiveGame)
)

_ITEMS: Any = RoundItem.__table__
_ASK_ONCE = {
    "sqlite": sqlite.insert(_ITEMS).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(_ITEMS).on_conflict_do_nothing(),
}


class Ballot(NamedTuple):
    """What a player sends: for which question, and what they chose or typed."""

    number: int
    chosen: Sequence[int] | Typed
    confidence: int | None = None


def answer(
    session: Session,
    who: Asking,
    game_id: UUID,
    ballot: Ballot,
    now: datetime,
) -> float:
    """Keep the answer to the question that is asked, once.

    Sent again, the same answer gives the same result and changes nothing, whatever
    the game is at by then. How much of it is right, 0–1, is for nobody to see before
    the key is told.

    Raises:
        NotFound: who asks never joined such a game, or it has no such question.
        NotAllowed: "turned_out": they were kicked or banned.
        Invalid: "no_option", "unknown_option" and what else `grade` refuses.
        Conflict: "already_answered" with another answer, which stays; "not_asked":
            the question is not open yet, or any more.
    """
    asked = _asked(session, who, game_id, ballot.number)
    if asked.standing != Standing.IN:
        raise NotAllowed("turned_out")
    reply = reply_of(asked.option_order, ballot.chosen)
    if asked.reply is not None:
        return first_counts(asked.reply, asked.share, reply)
    state = course.at(State.from_json(asked.state), Rules.from_json(asked.rules), now)
    if not course.accepts(state, ballot.number, state.vote):
        raise Conflict("not_asked")
    question = Question.from_json(asked.mended or asked.body)
    if question.form.is_typed != isinstance(ballot.chosen, Typed):
        raise Invalid("unknown_option")
    place = Place(asked.round_id, ballot.number)
    _ask_in_the_round(session, place, asked)
    sure = ballot.confidence if ballot.confidence in STEPS else None
    share, _is_new = keep_first(session, place, question, Kept(reply, sure, now))
    return share


def _asked(
    session: Session, who: Asking, game_id: UUID, number: int
) -> Row[*tuple[Any, ...]]:
    """All that answering needs to know, in one query."""
    wanted = {
        "game_id": game_id,
        "player_id": who.known_id,
        "user_id": who.actor.user_id,
        "number": number,
    }
    asked = session.connection().execute(_ASKED, wanted).one_or_none()
    if asked is None:
        raise NotFound("live_game")
    return asked


def _ask_in_the_round(
    session: Session, place: Place, asked: Row[*tuple[Any, ...]]
) -> None:
    """The question joins the round with its answer; nobody can look ahead there."""
    known = {"item_id": asked.item_id, "option_order": asked.option_order}
    connection = session.connection()
    once = _ASK_ONCE[connection.dialect.name]
    connection.execute(once, place._asdict() | known)
