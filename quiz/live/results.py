"""Who has how many points in a live game, and what was chosen: out of the answers."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem
from quiz.engine.live.joining import Standing
from quiz.engine.live.scoring import Given, ranked, score
from quiz.engine.live.state import State
from quiz.live.models import LiveGame, LiveItem, LivePlayer
from quiz.play.models import Answer


@dataclass(frozen=True, slots=True)
class Result:
    """How somebody stands in a game after the questions that were revealed.

    Attributes:
        round_id: where their answers lie.
        rank: from 1, shared by equals.
        share: how much of the last answer is right; None where there was none.
        has_answered: whether they answered anything at all.
        team: from 1; None where there are none.
    """

    round_id: UUID
    alias: str
    rank: int
    points: int
    share: float | None
    has_answered: bool
    team: int | None


def results_of(session: Session, game: LiveGame, state: State) -> dict[UUID, Result]:
    """How everybody stands who is in the game, by player, the best first."""
    asked = _revealed(session, game, state)
    shares: dict[UUID, dict[int, Row[*tuple[Any, ...]]]] = defaultdict(dict)
    for row in session.execute(_answers(game)):
        shares[row.round_id][row.number] = row
    wanted = select(LivePlayer).where(
        LivePlayer.game_id == game.id, LivePlayer.standing == Standing.IN
    )
    there = session.scalars(wanted.order_by(LivePlayer.joined_at)).all()
    rules, points = game.played_by, {}
    for player in there:
        given = [
            Given(_share(shares[player.round_id].get(number)), counts)
            for number, counts in asked.items()
        ]
        points[player.player_id] = score(given, rules.bonuses)
    by_id = {player.player_id: player for player in there}
    return {
        place.who: _result(
            by_id[place.who], place.rank, int(place.score), shares, asked
        )
        for place in ranked(points)
    }


def answered(session: Session, game: LiveGame, number: int) -> int:
    """How many answers to that question are kept, of those who are in the game."""
    wanted = (
        select(func.count())
        .select_from(Answer)
        .join(LivePlayer, LivePlayer.round_id == Answer.round_id)
        .where(
            LivePlayer.game_id == game.id,
            LivePlayer.standing == Standing.IN,
            Answer.number == number,
        )
    )
    return session.scalar(wanted) or 0


def joined(session: Session, game: LiveGame) -> list[LivePlayer]:
    """Who is in the game, in the order they came."""
    wanted = select(LivePlayer).where(
        LivePlayer.game_id == game.id, LivePlayer.standing == Standing.IN
    )
    order = (LivePlayer.joined_at, LivePlayer.alias)
    return list(session.scalars(wanted.order_by(*order)))


def turned_out(session: Session, game: LiveGame) -> list[UUID]:
    """Who was in the game and is not any more."""
    wanted = select(LivePlayer.player_id).where(
        LivePlayer.game_id == game.id, LivePlayer.standing != Standing.IN
    )
    return list(session.scalars(wanted))


def chosen(session: Session, game: LiveGame, number: int) -> Counter[str]:
    """How often each option of a question was chosen, by its id."""
    wanted = (
        select(Answer.reply)
        .join(LivePlayer, LivePlayer.round_id == Answer.round_id)
        .where(LivePlayer.game_id == game.id, Answer.number == number)
    )
    found: Counter[str] = Counter()
    for reply in session.scalars(wanted):
        found.update(reply)
    return found


def _revealed(session: Session, game: LiveGame, state: State) -> dict[int, bool]:
    """Which questions count by now, and whether an answer can be right or wrong."""
    wanted = (
        select(LiveItem.number, BankItem.counts)
        .join(BankItem, BankItem.id == LiveItem.item_id)
        .where(LiveItem.game_id == game.id, LiveItem.number <= state.number)
        .order_by(LiveItem.number)
    )
    is_told = state.tells_the_key or state.is_over
    return {
        number: counts
        for number, counts in session.execute(wanted)
        if number not in state.skipped and (number < state.number or is_told)
    }


def _answers(game: LiveGame) -> Any:  # noqa: ANN401 (a select of columns)
    return (
        select(Answer.round_id, Answer.number, Answer.share)
        .join(LivePlayer, LivePlayer.round_id == Answer.round_id)
        .where(LivePlayer.game_id == game.id)
    )


def _share(row: Row[*tuple[Any, ...]] | None) -> float | None:
    return None if row is None else row.share


def _result(
    player: LivePlayer,
    rank: int,
    points: int,
    shares: dict[UUID, dict[int, Row[*tuple[Any, ...]]]],
    asked: dict[int, bool],
) -> Result:
    mine = shares[player.round_id]
    last = max(asked, default=0)
    return Result(
        player.round_id,
        player.alias,
        rank,
        points,
        _share(mine.get(last)),
        bool(mine),
        player.team,
    )
