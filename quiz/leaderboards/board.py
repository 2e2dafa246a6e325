"""One board as it is shown: its first rows, one's own, and what makes them speak."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from quiz.engine.leaderboards import Line, excerpt
from quiz.engine.season import bars, lowest_told, risen

_Who = TypeVar("_Who")


class Measure(StrEnum):
    """What a board is ranked by."""

    ACCURACY = "accuracy"
    GAIN = "gain"


@dataclass(frozen=True, slots=True)
class Board(Generic[_Who]):
    """What a board shows.

    Attributes:
        first: the first rows, equals of the last one with it.
        near: one's own row with those just ahead, where it is not among the first.
        own: one's own row; None for who has none.
        others: how many classes or teams have too few participants for a rank.
        frozen_at: since when it stays as it is; None for a live one.
        told: the last rank that is shown as a number.
        risen: who stands better than in the season before.
        bars: how long each bar is, 0–1.
    """

    first: tuple[Line[_Who], ...]
    near: tuple[Line[_Who], ...]
    own: Line[_Who] | None
    others: tuple[Line[_Who], ...] = ()
    frozen_at: datetime | None = None
    told: int = 0
    risen: frozenset[_Who] = frozenset()
    bars: dict[_Who, float] = field(default_factory=dict)

    @property
    def winners(self) -> tuple[_Who, ...]:
        """Who is in front; nobody before anybody has a rank."""
        return tuple(line.who for line in self.first if line.rank == 1)


def made(
    lines: Sequence[Line[_Who]],
    before: Sequence[Line[_Who]] = (),
    own: _Who | None = None,
    frozen_at: datetime | None = None,
    top: int = 3,
) -> Board[_Who]:
    """The board of these lines; `before` are those of the season before."""
    has_rank = tuple(line for line in lines if line.rank is not None)
    first, near = excerpt(has_rank, own, top)
    return Board(
        first=first,
        near=near,
        own=next((each for each in lines if own is not None and each.who == own), None),
        others=tuple(line for line in lines if line.rank is None),
        frozen_at=frozen_at,
        told=lowest_told(has_rank),
        risen=risen(has_rank, before),
        bars=bars(has_rank),
    )
