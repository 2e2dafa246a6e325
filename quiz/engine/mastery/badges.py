"""A few badges that stand for competence, and a streak that loses nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from quiz.engine.mastery.judging import Calibration
from quiz.engine.mastery.levels import Level, SkillLevel
from quiz.engine.questions.question import Skill

ALL_ROUND = 6
KNOWS_WELL = 0.8
"""Right so often when they were very sure: the step pays from there on (certainty-based
marking, question-kinds, section 6)."""
FRAMES = (1, 3, ALL_ROUND)
"""With that many skills that are sure, the frame of one's picture is the next one."""
_SATURDAY = 5


class Badge(StrEnum):
    """What somebody can do."""

    VOICES = "voices"
    SOURCES = "sources"
    CHAINS = "chains"
    CAUTION = "caution"
    ALL_ROUND = "all_round"
    SELF_KNOWLEDGE = "self_knowledge"


_BY_SKILL = {
    Badge.VOICES: Skill.SPEAKER,
    Badge.SOURCES: Skill.SOURCE,
    Badge.CHAINS: Skill.CHAIN,
    Badge.CAUTION: Skill.HEDGE,
}


@dataclass(frozen=True, slots=True)
class Streak:
    """School days in a row on which somebody practised.

    Attributes:
        days: how many; it rests, but does not break, over a weekend.
        is_resting: the last of them was before the latest school day.
    """

    days: int
    is_resting: bool


def badges(
    levels: Mapping[Skill, SkillLevel], calibrations: Iterable[Calibration]
) -> tuple[Badge, ...]:
    """The badges earned so far, in their order."""
    good = {skill for skill, of in levels.items() if of.level is not Level.PRACTISING}
    very_sure = [each for each in calibrations if each.step == 3]
    found = [badge for badge, skill in _BY_SKILL.items() if skill in good]
    if len(good) >= ALL_ROUND:
        found.append(Badge.ALL_ROUND)
    if any(each.has_enough and each.share >= KNOWS_WELL for each in very_sure):
        found.append(Badge.SELF_KNOWLEDGE)
    return tuple(found)


def streak(days: Iterable[date], today: date) -> Streak:
    """The latest run of school days with practice; what was done stays counted.

    Practice at a weekend counts for the run and its absence does not end it.
    """
    practised = {day for day in days if day <= today}
    if not practised:
        return Streak(0, is_resting=True)
    latest = max(practised)
    count, day = 0, latest
    while day in practised or day.weekday() >= _SATURDAY:
        count += day in practised
        day -= timedelta(days=1)
    return Streak(count, is_resting=_school_days_between(latest, today) > 1)


def _school_days_between(latest: date, today: date) -> int:
    """School days after the latest one, today among them."""
    days = (today - timedelta(days=n) for n in range((today - latest).days))
    return sum(day.weekday() < _SATURDAY for day in days)
