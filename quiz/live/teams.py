"""Teams of a live game: who is in which, what it is called, and how it ended.

A team is called by a crest. Which ones a game has follows from its id, so that the
second game of a class has others.
"""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.classroom.crests import CRESTS
from quiz.engine.live.joining import Standing
from quiz.engine.live.scoring import of_teams
from quiz.engine.live.state import FEWEST_TEAMS, MOST_TEAMS
from quiz.live.models import LiveGame, LivePlayer
from quiz.live.results import Result

HOW_MANY = (0, *range(FEWEST_TEAMS, MOST_TEAMS + 1))
"""How many teams a game may have."""


@dataclass(frozen=True, slots=True)
class TeamResult:
    """How a team stands at the end.

    Attributes:
        crest: by which it is called.
        rank: from 1, shared by equals.
        points: the mean of its members, in whole points.
        members: how many it has.
    """

    crest: str
    rank: int
    points: int
    members: int


def crests_of(game: LiveGame) -> dict[int, str]:
    """By which crest each team is called, by its number; empty where there are none."""
    return {team: _crest(game, team) for team in range(1, game.played_by.teams + 1)}


def drawn(session: Session, game: LiveGame, chance: random.Random) -> int | None:
    """The team of somebody who comes: one of the smallest; None without teams."""
    wanted = (
        select(LivePlayer.team, func.count().label("size"))
        .where(LivePlayer.game_id == game.id, LivePlayer.standing == Standing.IN)
        .group_by(LivePlayer.team)
    )
    sizes = {each.team: each.size for each in session.execute(wanted)}
    numbers = range(1, game.played_by.teams + 1)
    least = min((sizes.get(team, 0) for team in numbers), default=0)
    smallest = [team for team in numbers if sizes.get(team, 0) == least]
    return chance.choice(smallest) if smallest else None


def results_of_teams(
    game: LiveGame, results: Mapping[UUID, Result]
) -> tuple[TeamResult, ...]:
    """How all teams with a member stand, the best first."""
    there = [(each.team, each.points) for each in results.values() if each.team]
    sizes = Counter(team for team, _points in there)
    return tuple(
        TeamResult(
            _crest(game, place.who), place.rank, int(place.score), sizes[place.who]
        )
        for place in of_teams(there)
    )


def _crest(game: LiveGame, team: int) -> str:
    return list(CRESTS)[(game.id.int + team) % len(CRESTS)]
