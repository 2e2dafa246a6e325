"""What was done well in a round: one thing, whoever played it and however it went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from quiz.engine.questions.question import Skill

RUN = 3
"""So many right answers in a row are worth a word."""
SKILL = 2
"""So many questions of one skill, all right, show that it is there."""


class Praise(StrEnum):
    """What was done well, the rarest first."""

    FLAWLESS = "flawless"
    SKILL = "skill"
    RUN = "run"
    RECOVERED = "recovered"
    HIT = "hit"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Medal:
    """The one thing to be praised.

    Attributes:
        skill: in which skill, for `Praise.SKILL`.
        count: how many, where there is something to count.
    """

    praise: Praise
    skill: Skill | None = None
    count: int = 0


def medal(answers: Sequence[tuple[Skill, float]]) -> Medal:
    """The medal of a round, from the skill and the share right of each answer in order.

    There is always one: the last is for having read to the end.
    """
    rights = [share == 1.0 for _skill, share in answers]
    if rights and all(rights):
        return Medal(Praise.FLAWLESS, count=len(rights))
    mastered = _mastered(answers)
    if mastered is not None:
        return mastered
    run = _longest_run(rights)
    if run >= RUN:
        return Medal(Praise.RUN, count=run)
    if any(right and not before for before, right in pairwise(rights)):
        return Medal(Praise.RECOVERED)
    if any(rights):
        return Medal(Praise.HIT, count=sum(rights))
    return Medal(Praise.FINISHED, count=len(rights))


def _mastered(answers: Sequence[tuple[Skill, float]]) -> Medal | None:
    """The skill with most questions that were all right."""
    best: Medal | None = None
    for skill in Skill:
        shares = [share for each, share in answers if each is skill]
        is_more = len(shares) >= max(SKILL, best.count + 1 if best else 0)
        if is_more and min(shares) == 1.0:
            best = Medal(Praise.SKILL, skill, len(shares))
    return best


def _longest_run(rights: Iterable[bool]) -> int:
    return max((len(list(run)) for right, run in groupby(rights) if right), default=0)
