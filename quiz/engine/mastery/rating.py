"""Elo ratings of a player's skills, and the difficulty of a question.

P = g + (1 − g)·σ(θ − b) is how likely an answer is right, with g for guessing; after
each first attempt θ moves by K(n)·(y − P), K(n) = 1 / (1 + 0.05·n) (question-kinds,
section 7, after Pelánek). A question's b is not moved by Elo but estimated from all
first attempts at once, so that neither depends on the order in which answers of
others arrive.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from quiz.engine.mastery.practice import Practice, first_attempts
from quiz.engine.questions.question import Skill

STEP, SLOWING = 1.0, 0.05
PRIOR_ANSWERS = 10
"""So many made-up answers at the usual difficulty of its kind stand for what is known
of a question before anybody has answered it."""
SETTLED_ANSWERS = 100
"""From then on the difficulty of a question stays."""
EXTREME = 3.0
"""No difficulty is further from 0, in logits."""


@dataclass(frozen=True, slots=True)
class Rating:
    """θ of one skill, in logits; 0 is somebody who answers a usual question evenly."""

    skill: Skill
    theta: float
    answers: int


def likely(theta: float, practice: Practice) -> float:
    """How much of the answer to that question is right, on average, at that rating."""
    g = practice.chance
    return g + (1 - g) / (1 + exp(practice.difficulty - theta))


def ratings(practice: Iterable[Practice]) -> dict[Skill, Rating]:
    """The rating of each skill that was practised, from the first attempts."""
    theta: dict[Skill, float] = defaultdict(float)
    count: dict[Skill, int] = defaultdict(int)
    for each in first_attempts(practice):
        skill = each.skill
        step = STEP / (1 + SLOWING * count[skill])
        theta[skill] += step * (each.share - likely(theta[skill], each))
        count[skill] += 1
    return {skill: Rating(skill, theta[skill], count[skill]) for skill in count}


def difficulty(usual: float, chance: float, answers: int, total: float) -> float:
    """The b of a question, from all first attempts.

    Args:
        usual: difficulty of its kind, in logits.
        chance: what guessing brings, 0–1.
        answers: how many first attempts there are.
        total: the sum of their shares.
    """
    expected = chance + (1 - chance) / (1 + exp(usual))
    mean = (total + PRIOR_ANSWERS * expected) / (answers + PRIOR_ANSWERS)
    known = (mean - chance) / (1 - chance)
    if known <= 0:
        return EXTREME
    if known >= 1:
        return -EXTREME
    return max(-EXTREME, min(EXTREME, log((1 - known) / known)))
