"""Three levels of a skill, instead of numbers.

"Sure" from five first attempts on two articles, when the lower bound of Beta(1 +
right, 1 + wrong), corrected for guessing, is above 0.70; "expert" above 0.85 over
three articles and ten attempts; to be refreshed after 60 days (question-kinds,
section 7). The bound is the one that the true share exceeds with a probability of
four in five: five of five right give 0.76 and ten of ten 0.86, so that each level can
be reached with as few attempts as the rule asks for. The latest twenty first attempts
count, so that a bad start is forgiven.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from statistics import fmean

from quiz.engine.mastery.practice import Practice, first_attempts
from quiz.engine.questions.question import Skill

LATEST = 20
DOUBT = 0.2
"""How likely the true share may be below the bound."""
REFRESH_AFTER = timedelta(days=60)
WEAK_FROM = 10
"""First attempts, on two articles, before anybody is said to need help."""
PROOF = 0.9
"""How likely the true share must be below 0.70 for that. Simulated with three options,
3 % of those who know four in five are named so, 44 % of those who know half and 98 % of
those who guess. Five attempts and one half named 52 %, 88 % and all of them."""
_STRIPS = 200


class Level(StrEnum):
    """How far somebody is with a skill."""

    PRACTISING = "practising"
    SURE = "sure"
    EXPERT = "expert"


_RULES = ((Level.EXPERT, 0.85, 10, 3), (Level.SURE, 0.70, 5, 2))


@dataclass(frozen=True, slots=True)
class SkillLevel:
    """The level of one skill.

    Attributes:
        answers: first attempts so far, of all time.
        articles: how many articles the latest of them were about.
        last: when the skill was practised last.
        is_faded: a level above the first that was not practised for sixty days.
        is_weak: the true share is almost surely below 0.70 (see `WEAK_FROM`, `PROOF`),
            and so is what the latest of them show.
    """

    skill: Skill
    level: Level
    answers: int
    articles: int
    last: datetime
    is_faded: bool
    is_weak: bool = False


def levels(practice: Iterable[Practice], now: datetime) -> dict[Skill, SkillLevel]:
    """The level of each skill that was practised."""
    by_skill: dict[Skill, list[Practice]] = {}
    for each in first_attempts(practice):
        by_skill.setdefault(each.skill, []).append(each)
    return {skill: _level(skill, found, now) for skill, found in by_skill.items()}


@lru_cache(4096)
def mass_below(bound: float, right: float, wrong: float) -> float:
    """P(X ≤ bound) for X ~ Beta(1 + right, 1 + wrong), by Simpson's rule."""
    below = _area(0.0, bound, right, wrong)
    return below / (below + _area(bound, 1.0, right, wrong))


def _level(skill: Skill, found: list[Practice], now: datetime) -> SkillLevel:
    latest = found[-LATEST:]
    articles = len({each.article for each in latest})
    known = sum((each.share - each.chance) / (1 - each.chance) for each in latest)
    right = min(max(known, 0.0), float(len(latest)))
    level = Level.PRACTISING
    for reached, bound, attempts, texts in _RULES:
        enough = len(latest) >= attempts and articles >= texts
        if enough and mass_below(bound, right, len(latest) - right) < DOUBT:
            level = reached
            break
    last = found[-1].when
    faded = level is not Level.PRACTISING and now - last > REFRESH_AFTER
    _sure, bound, _attempts, texts = _RULES[-1]
    weak = len(latest) >= WEAK_FROM and articles >= texts
    weak = weak and mass_below(bound, right, len(latest) - right) > PROOF
    weak = weak and fmean(each.share for each in latest[-WEAK_FROM:]) < bound
    return SkillLevel(skill, level, len(found), articles, last, faded, weak)


def _area(low: float, high: float, right: float, wrong: float) -> float:
    """∫ xʳ (1 − x)ʷ, scaled by its largest value so that nothing vanishes."""
    n = right + wrong
    top = right / n if n else 0.5
    peak = _density(top, right, wrong) or 1.0
    width = (high - low) / _STRIPS
    total = 0.0
    for at in range(_STRIPS + 1):
        weight = 1 if at in (0, _STRIPS) else (4 if at % 2 else 2)
        total += weight * _density(low + at * width, right, wrong) / peak
    return total * width / 3


def _density(x: float, right: float, wrong: float) -> float:
    return float(x**right * (1 - x) ** wrong)
