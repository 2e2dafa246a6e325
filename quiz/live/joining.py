"""Coming into a live game: by its code once, by one's browser ever after."""

import random
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.classroom.seats import aliases
from quiz.classroom.seats.service import seat_at
from quiz.engine.live import course
from quiz.engine.live.joining import Standing, joined
from quiz.engine.live.state import Phase, State
from quiz.errors import Conflict, Invalid, NotFound
from quiz.live import teams
from quiz.live.models import LiveGame, LivePlayer
from quiz.play import players
from quiz.play.models import Round
from quiz.play.starting import Asking

MOST_PLAYERS = 1_200
"""There are 1,392 names, and nobody shall search long for a free one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """That somebody is in a game.

    Attributes:
        game_id: in which.
        player_id: as whom; their browser remembers it.
    """

    game_id: UUID
    player_id: UUID


def join(
    session: Session, who: Asking, typed: str, chance: random.Random, now: datetime
) -> Entry:
    """Come in by the code on the projector; who is in already comes back.

    Args:
        session: where.
        who: an account or none, and the player that a cookie names.
        typed: the code, perhaps with blanks.
        chance: settles which names are tried.
        now: when.

    Raises:
        Invalid: "no_such_game": no game that goes on has this code.
        NotAllowed: "banned".
        Conflict: "door_shut", "game_full".
    """
    code = "".join(typed.split())
    game = session.scalars(select(LiveGame).where(LiveGame.code == code)).one_or_none()
    if game is None:
        raise Invalid("no_such_game")
    # One after the other, so that nobody has two rounds and no name is given twice;
    # whoever leads the game, or answers in it, reads what is written here.
    session.refresh(game, with_for_update=True)
    state = course.at(game.kept_state, game.played_by, now)
    known_id = players.found(session, *who)
    before = _found(session, game.id, known_id)
    standing = joined(state, Standing(before.standing) if before else None)
    if before is not None:
        before.standing = standing
        session.flush()
        return Entry(game.id, before.player_id)
    player = players.player_of(session, *who, now)
    _take_in(session, (game, state), player.id, chance, now)
    return Entry(game.id, player.id)


def player_in(session: Session, player_id: UUID | None, game_id: UUID) -> LivePlayer:
    """Whoever that is in this game, turned out or not.

    Raises:
        NotFound: they never joined it, or there is no such game.
    """
    found = _found(session, game_id, player_id)
    if found is None:
        raise NotFound("live_game")
    return found


def _found(
    session: Session, game_id: UUID, player_id: UUID | None
) -> LivePlayer | None:
    return session.get(LivePlayer, (game_id, player_id)) if player_id else None


def _take_in(
    session: Session,
    joining: tuple[LiveGame, State],
    player_id: UUID,
    chance: random.Random,
    now: datetime,
) -> None:
    game, state = joining
    seat = seat_at(session, player_id)
    if seat is not None and seat.time_factor != 1.0:
        patient = course.be_patient(state, seat.time_factor)
        game.state = patient.as_json()
    taken = _taken(session, game.id)
    if len(taken) >= MOST_PLAYERS:
        raise Conflict("game_full")
    mine = Round(
        player_id=player_id,
        set_id=game.set_id,
        seed=0,
        started_at=now,
        feedback="held",
    )
    session.add(mine)
    session.flush()
    wished = [seat.alias] if seat is not None and seat.alias else []
    free = [each for each in wished if each not in taken]
    alias = [*free, *aliases.offered(taken, chance)][0]
    session.add(
        LivePlayer(
            game_id=game.id,
            player_id=player_id,
            round_id=mine.id,
            alias=alias,
            standing=Standing.IN,
            first_number=_first_of(state),
            team=teams.drawn(session, game, chance),
            joined_at=now,
        )
    )
    session.flush()


def _taken(session: Session, game_id: UUID) -> set[str]:
    wanted = select(LivePlayer.alias).where(LivePlayer.game_id == game_id)
    return set(session.scalars(wanted))


def _first_of(state: State) -> int:
    """The first question that whoever comes now can answer."""
    may_answer = state.phase in (Phase.QUESTION, Phase.ANSWERING)
    return state.number if may_answer else state.number + 1
