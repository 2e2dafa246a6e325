"""What to practise next, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from quiz.engine.mastery.levels import Level, levels
from quiz.engine.mastery.practice import Practice
from quiz.engine.mastery.rating import ratings
from quiz.engine.mastery.spacing import reviews
from quiz.engine.questions.question import Skill

BASICS = (Skill.SPEAKER, Skill.SOURCE)
"""Where everybody begins: who said it, and who reported it."""


class Why(StrEnum):
    """Why a skill is next."""

    NEW = "new"
    WEAK = "weak"
    GROWING = "growing"
    DUE = "due"
    FADED = "faded"


@dataclass(frozen=True, slots=True)
class NextUp:
    """A skill to practise, and why."""

    skill: Skill
    why: Why


def next_up(
    practice: Iterable[Practice], now: datetime, zone: tzinfo
) -> tuple[NextUp, ...]:
    """The skills to practise now, most urgent first.

    What was long known comes first, because it is quickly back; then what is due today,
    then what is not sure yet, the weakest by its rating first (weak is said of it only
    where there is proof), then the basics that were never practised. A skill that is
    known and not due is left alone.
    """
    known = list(practice)
    reached = levels(known, now)
    thetas = ratings(known)
    due = {each.skill for each in reviews(known, now, zone) if each.due_at <= now}
    faded = [skill for skill, of in reached.items() if of.is_faded]
    unsure = sorted(
        (s for s, of in reached.items() if of.level is Level.PRACTISING),
        key=lambda skill: (thetas[skill].theta, skill.value),
    )
    new = [skill for skill in BASICS if skill not in reached]
    ways = (
        (Why.FADED, faded),
        (Why.DUE, sorted(due, key=lambda skill: thetas[skill].theta)),
        (Why.GROWING, unsure),
        (Why.NEW, new),
    )
    found: dict[Skill, NextUp] = {}
    for why, skills in ways:
        for skill in skills:
            is_weak = why is Why.GROWING and reached[skill].is_weak
            found.setdefault(skill, NextUp(skill, Why.WEAK if is_weak else why))
    return tuple(found.values())
