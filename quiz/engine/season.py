"""A season, told so that all want to play on: who rose, what is near, who is alike.

Nobody is told that they are last, nobody that they fell: ranks are told down to the
middle of the field, and only those who rose are marked. Measured elsewhere, a private
place helped everybody (+.21 SD), small leagues of equals the weak (+.27 SD), and a team
that is seen to lose lost in everything.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from math import ceil
from statistics import fmean
from typing import TypeVar

from quiz.engine.leaderboards import Line, week_of

RIGHT_EACH = 16
"""Of a class together: two rounds of eight for everybody who has joined."""
GOAL_STEP = 50
MOST_ALIKE = 8
"""So many classes, or somewhat fewer, compete at eye level in a large league."""
SMALLEST_SPREAD = 0.05
"""Five points fill the scale at least, so that a hair's breadth looks like one."""
SHORTEST_BAR = 0.15

_Who = TypeVar("_Who")


def days_left(moment: datetime, zone: tzinfo) -> int:
    """How many days of its season come after today; 0 on a Sunday."""
    today = moment.astimezone(zone).date()
    return (week_of(moment, zone) + timedelta(days=6) - today).days


def common_goal(joined: int) -> int:
    """How many right answers so many seats try to reach together in a week."""
    return max(ceil(joined * RIGHT_EACH / GOAL_STEP), 1) * GOAL_STEP


def risen(lines: Sequence[Line[_Who]], before: Sequence[Line[_Who]]) -> frozenset[_Who]:
    """Who has a better rank than the season before."""
    ranks = {line.who: line.rank for line in before}
    return frozenset(
        line.who
        for line in lines
        if line.rank is not None and line.rank < (ranks.get(line.who) or 0)
    )


def lowest_told(lines: Sequence[Line[_Who]]) -> int:
    """The last rank that is told as a number: that of the middle; 0 without any."""
    ranks = [line.rank for line in lines if line.rank is not None]
    return ranks[ceil(len(ranks) / 2) - 1] if ranks else 0


def bars(lines: Sequence[Line[_Who]]) -> dict[_Who, float]:
    """How long the bar of each is, 0–1, on the scale of this field."""
    scores = {line.who: line.score or 0.0 for line in lines if line.rank}
    if not scores:
        return {}
    best = max(scores.values())
    spread = max(best - min(scores.values()), SMALLEST_SPREAD)
    part = (1 - SHORTEST_BAR) / spread
    return {who: round(1 - (best - each) * part, 3) for who, each in scores.items()}


def alike(
    everybody: Sequence[_Who], before: Mapping[_Who, float]
) -> tuple[tuple[_Who, ...], ...]:
    """Groups of eight at most, of those whose earlier scores are next to each other.

    Args:
        everybody: in any order that stays the same.
        before: their scores so far; who has none is taken for average.
    """
    usual = fmean(before.values()) if before else 0.0
    order = sorted(everybody, key=lambda who: -before.get(who, usual))
    count = max(ceil(len(order) / MOST_ALIKE), 1)
    edges = [len(order) * at // count for at in range(count + 1)]
    return tuple(tuple(order[edges[n] : edges[n + 1]]) for n in range(count))
