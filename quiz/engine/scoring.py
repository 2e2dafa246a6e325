"""Points: for accuracy alone, never for speed."""

from collections.abc import Sequence
from dataclasses import dataclass

POINTS_PER_QUESTION = 100


@dataclass(frozen=True, slots=True)
class RoundScore:
    """What a round has brought so far.

    Attributes:
        points: sum over the answered questions.
        possible: what all questions of the round could bring.
        right: questions answered wholly right.
        answered: questions answered.
        questions: questions of the round.
    """

    points: int
    possible: int
    right: int
    answered: int
    questions: int


def points(share: float) -> int:
    """The points for one answer, 0–100, for the share of it that is right."""
    return int(share * POINTS_PER_QUESTION + 0.5)


def score_round(shares: Sequence[float], questions: int) -> RoundScore:
    """Add up a round.

    Args:
        shares: how much of each answer given so far was right, 0–1.
        questions: how many questions the round has.
    """
    return RoundScore(
        points=sum(points(share) for share in shares),
        possible=questions * POINTS_PER_QUESTION,
        right=sum(share == 1.0 for share in shares),
        answered=len(shares),
        questions=questions,
    )
