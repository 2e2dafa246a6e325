"""Points of a live game, and who shares which rank.

They are for this game alone: what goes into progress, boards and reports is how much
of each first answer is right.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Generic, TypeVar

from quiz.engine.live.state import Bonuses
from quiz.engine.scoring import points

STREAK_STEP, STREAK_MOST = 5, 20
"""Points for the second right answer in a row, as many more for each; and the most."""
CONFIDENCE = {1: (0, 0), 2: (10, -10), 3: (20, -40)}
"""How sure → points where it is right, where it is not.

Saying 2 pays from an even chance on, saying 3 from three quarters: the truth pays best.
"""
SPEED_MOST = 10
"""A tenth of what accuracy brings."""
FREE_S = 2.0
"""Who answers within that has lost nothing; reading a screen is no contest."""

_Who = TypeVar("_Who")


@dataclass(frozen=True, slots=True)
class Given:
    """What became of one question for one player.

    Attributes:
        share: how much of the answer is right, 0–1; None where there was none.
        counts: whether an answer can be right or wrong.
        sure: how sure they said to be, 1–3; None where they did not say.
        took_s: from the first option shown to the answer, by the server's clock.
        limit_s: how long it could have taken; None for no limit.
    """

    share: float | None
    counts: bool = True
    sure: int | None = None
    took_s: float = 0.0
    limit_s: float | None = None


@dataclass(frozen=True, slots=True)
class Place(Generic[_Who]):
    """One line of standings; equals share a rank."""

    who: _Who
    rank: int
    score: float


def score(given: Sequence[Given], bonuses: Bonuses, *, is_timed: bool = True) -> int:
    """The points of a player for their answers, in the order asked; never below 0.

    Args:
        given: one of each question that was asked and not left out.
        bonuses: what brings points beside accuracy.
        is_timed: nobody in the game needs more time than others; else speed brings
            nothing to anybody.
    """
    total = streak = 0
    for each in given:
        if not each.counts or each.share is None:
            streak = streak if not each.counts else 0
            continue
        streak = streak + 1 if each.share == 1.0 else 0
        total += points(each.share)
        total += _for_streak(streak) if bonuses.streak else 0
        total += _for_confidence(each) if bonuses.confidence else 0
        total += _for_speed(each, each.share) if bonuses.speed and is_timed else 0
    return max(total, 0)


def ranked(scores: Mapping[_Who, float]) -> tuple[Place[_Who], ...]:
    """Best first; who has the same score shares the rank, and the next is left out.

    Among equals they stand as they were given.
    """
    falling = sorted(scores.items(), key=lambda each: -each[1])
    first: dict[float, int] = {}
    for number, (_who, worth) in enumerate(falling, 1):
        first.setdefault(worth, number)
    return tuple(Place(who, first[worth], worth) for who, worth in falling)


def of_teams(scores: Iterable[tuple[int, int]]) -> tuple[Place[int], ...]:
    """Teams by the mean of their members, as told: in whole points.

    Args:
        scores: of each player the team and the points.
    """
    members: dict[int, list[int]] = {}
    for team, worth in scores:
        members.setdefault(team, []).append(worth)
    means = {team: float(int(fmean(m) + 0.5)) for team, m in sorted(members.items())}
    return ranked(means)


def _for_streak(streak: int) -> int:
    return min(max(streak - 1, 0) * STREAK_STEP, STREAK_MOST)


def _for_confidence(given: Given) -> int:
    right, wrong = CONFIDENCE.get(given.sure or 1, (0, 0))
    return right if given.share == 1.0 else wrong


def _for_speed(given: Given, share: float) -> int:
    if given.limit_s is None or given.limit_s <= FREE_S:
        return 0
    lost = (given.took_s - FREE_S) / (given.limit_s - FREE_S)
    return int(SPEED_MOST * share * (1 - min(max(lost, 0.0), 1.0)) + 0.5)
