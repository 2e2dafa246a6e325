"""The end of a live game: its code dies, and its rounds count like any others."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from quiz.engine.live import course
from quiz.engine.live.joining import Standing
from quiz.engine.live.state import State
from quiz.events import answers_change
from quiz.live.models import LiveGame, LiveItem, LivePlayer
from quiz.play.models import Answer, Round, RoundItem
from quiz.play.service import GRACE


def end(session: Session, game: LiveGame, state: State, now: datetime) -> None:
    """Close the rounds of a game that is over, and have them tell and count."""
    game.state, game.code, game.ended_at = state.as_json(), None, now
    theirs = select(LivePlayer.round_id).where(LivePlayer.game_id == game.id)
    left_out = RoundItem.number.in_(state.skipped)
    session.execute(delete(RoundItem).where(RoundItem.round_id.in_(theirs), left_out))
    columns = ("round_id", "number", "item_id", "option_order")
    session.execute(insert(RoundItem).from_select(columns, _left_open(game, state)))
    # No answer is taken any more, not even one that was sent in time.
    told = {"feedback": "each", "closes_at": now - GRACE}
    session.execute(update(Round).where(Round.id.in_(theirs)).values(told))
    session.flush()
    players = select(LivePlayer.player_id).where(LivePlayer.game_id == game.id)
    answers_change.send(session, player_ids=list(session.scalars(players)))


def end_forgotten(session: Session, opened_before: datetime, now: datetime) -> int:
    """End the games that nobody ended; how many there were."""
    wanted = select(LiveGame).where(
        LiveGame.ended_at.is_(None), LiveGame.opened_at < opened_before
    )
    games = session.scalars(wanted).all()
    for game in games:
        end(session, game, course.end(game.kept_state, game.played_by, now), now)
    return len(games)


def _left_open(game: LiveGame, state: State) -> Select[UUID, int, UUID, list[str]]:
    """What players saw and did not answer, where they answered anything at all."""
    answered = exists().where(Answer.round_id == LivePlayer.round_id)
    is_there: ColumnElement[bool] = exists().where(
        RoundItem.round_id == LivePlayer.round_id,
        RoundItem.number == LiveItem.number,
    )
    return (
        select(
            LivePlayer.round_id,
            LiveItem.number,
            LiveItem.item_id,
            LiveItem.option_order,
        )
        .join(LiveItem, LiveItem.game_id == LivePlayer.game_id)
        .where(
            LivePlayer.game_id == game.id,
            LivePlayer.standing == Standing.IN,
            LiveItem.number >= LivePlayer.first_number,
            LiveItem.number <= state.number,
            LiveItem.number.not_in(state.skipped),
            answered,
            ~is_there,
        )
    )
