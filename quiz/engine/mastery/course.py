"""How well somebody does at each skill, from the answers they gave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from quiz.engine.mastery.practice import Practice
from quiz.engine.questions.question import Skill

# The course shows the mean of this many latest answers: few enough to show
# progress within two rounds, enough for one slip not to halve it.
WINDOW = 10
# Below this many answers an accuracy is chance more than skill (question-kinds,
# section 7: five first attempts).
ENOUGH_ANSWERS = 5


@dataclass(frozen=True, slots=True)
class Step:
    """A point of the course: accuracy over the latest answers up to then."""

    when: datetime
    accuracy: float


@dataclass(frozen=True, slots=True)
class Mastery:
    """One skill of one player.

    Attributes:
        skill: which.
        answered: how many questions.
        accuracy: mean share over all of them, 0–1; None without any.
        is_settled: whether there are enough answers to speak of an accuracy.
        course: one step for each answer, oldest first.
    """

    skill: Skill
    answered: int
    accuracy: float | None
    is_settled: bool
    course: tuple[Step, ...]


def masteries(practice: Iterable[Practice]) -> tuple[Mastery, ...]:
    """Every skill in the order of `Skill`, those without answers too."""
    in_time = sorted(practice, key=lambda each: each.when)
    return tuple(
        _mastery(skill, [each for each in in_time if each.skill is skill])
        for skill in Skill
    )


def _mastery(skill: Skill, practice: list[Practice]) -> Mastery:
    shares = [each.share for each in practice]
    course = tuple(
        Step(each.when, fmean(shares[max(0, end - WINDOW) : end]))
        for end, each in enumerate(practice, start=1)
    )
    return Mastery(
        skill=skill,
        answered=len(shares),
        accuracy=fmean(shares) if shares else None,
        is_settled=len(shares) >= ENOUGH_ANSWERS,
        course=course,
    )
