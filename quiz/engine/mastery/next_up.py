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
    then what is weak by its rating, then the basics that were never practised. A skill
    that is known and not due is left alone.
    """
    known = list(practice)
    reached = levels(known, now)
    thetas = ratings(known)
    due = {each.skill for each in reviews(known, now, zone) if each.due_at <= now}
    faded = [skill for skill, of in reached.items() if of.is_faded]
    weak = sorted(
        (s for s, of in reached.items() if of.level is Level.PRACTISING),
        key=lambda skill: (thetas[skill].theta, skill.value),
    )
    new = [skill for skill in BASICS if skill not in reached]
    ways = (
        (Why.FADED, faded),
        (Why.DUE, sorted(due, key=lambda skill: thetas[skill].theta)),
        (Why.WEAK, weak),
        (Why.NEW, new),
    )
    found: dict[Skill, NextUp] = {}
    for why, skills in ways:
        for skill in skills:
            found.setdefault(skill, NextUp(skill, why))
    return tuple(found.values())
