"""How well somebody judges: attributions put to them, and their own answers.

d′ and the criterion c come from signal detection: a "yes" to a right attribution is a
hit, a "yes" to a wrong one a false alarm; d′ = z(H) − z(F), c = −½·(z(H) + z(F)), both
rates with the log-linear correction (+0.5, +1) (question-kinds, section 6).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist, fmean

from quiz.engine.mastery.practice import Practice, first_attempts

FEWEST_TRIALS = 5
"""So many right and so many wrong attributions before anything is said."""
LEANING = 0.25
"""A criterion further from 0 is told of."""
STEPS = (1, 2, 3)
"""How sure somebody can say to be: not, fairly, very."""
VERY = STEPS[-1]
FEWEST_SAID = 5

_z = NormalDist().inv_cdf


class Leaning(StrEnum):
    """To which side somebody errs."""

    TRUSTING = "trusting"
    EVEN = "even"
    DOUBTING = "doubting"


@dataclass(frozen=True, slots=True)
class Detection:
    """Telling right attributions from wrong ones.

    Attributes:
        hits, false_alarms: shares of "yes" to right and to wrong ones, corrected.
        sensitivity: d′; 0 is guessing, 1 fair, above 2 good.
        criterion: c; above 0 for who says "no" too often.
        trials: how many there were.
    """

    hits: float
    false_alarms: float
    sensitivity: float
    criterion: float
    trials: int

    @property
    def leaning(self) -> Leaning:
        """To which side they err."""
        if abs(self.criterion) <= LEANING:
            return Leaning.EVEN
        return Leaning.DOUBTING if self.criterion > 0 else Leaning.TRUSTING


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often somebody was right who was that sure, 1–3."""

    step: int
    answers: int
    share: float

    @property
    def has_enough(self) -> bool:
        """Whether there are enough answers to say anything."""
        return self.answers >= FEWEST_SAID


def detection(practice: Iterable[Practice]) -> Detection | None:
    """From first attempts; None with fewer than five right or five wrong ones."""
    trials = [each for each in first_attempts(practice) if each.trial is not None]
    # Who is right about a wrong attribution has said "no".
    said = [(each.trial, (each.share == 1.0) is each.trial) for each in trials]
    right = [yes for trial, yes in said if trial]
    wrong = [yes for trial, yes in said if not trial]
    if min(len(right), len(wrong)) < FEWEST_TRIALS:
        return None
    hits = (sum(right) + 0.5) / (len(right) + 1)
    alarms = (sum(wrong) + 0.5) / (len(wrong) + 1)
    return Detection(
        hits=hits,
        false_alarms=alarms,
        sensitivity=_z(hits) - _z(alarms),
        criterion=-(_z(hits) + _z(alarms)) / 2,
        trials=len(trials),
    )


def calibration(practice: Iterable[Practice]) -> tuple[Calibration, ...]:
    """Of each step somebody said to be at, the least sure first."""
    said = [each for each in first_attempts(practice) if each.confidence is not None]
    found = []
    for step in STEPS:
        shares = [each.share for each in said if each.confidence == step]
        if shares:
            found.append(Calibration(step, len(shares), fmean(shares)))
    return tuple(found)
