"""What a class has not understood yet, from its first answers.

Formulas and thresholds: question-kinds, section 7 ("Teacher report"), and for items
Haladyna and Downing's rule that a distractor works where five in a hundred choose it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, fmean, median_low
from typing import TypeVar

from quiz.engine.questions.question import Question, Skill

FEWEST_SEATS = 5
"""Fewer would let single pupils be recognised in a figure about the class."""
PROVISIONAL_BELOW = 30
"""Answers below which difficulty and discrimination of an item say little."""
WORKING_SHARE = 0.05
STEP_S, LONGEST_S = 5, 600
SPLIT = (0.35, 0.65)
"""Between these shares of right answers a question is worth a talk."""

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """The first answer of a seat to a question.

    Attributes:
        seat: whose.
        item: which question, the same for everybody.
        question: what was asked.
        chosen: ids of the options chosen, in order.
        share: how much of it is right, 0–1.
        seconds: how long it took, in steps of five; None where nobody can tell.
    """

    seat: str
    item: str
    question: Question
    chosen: tuple[str, ...]
    share: float
    seconds: int | None = None

    @property
    def misconceptions(self) -> frozenset[str]:
        """What the wrong options that were chosen show."""
        options = (self.question.option(each) for each in self.chosen)
        return frozenset(
            option.misconception
            for option in options
            if option is not None and not option.correct and option.misconception
        )


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill of the class.

    Attributes:
        share: mean of the seats' means, so that nobody counts more for playing more.
        by_seat: seat → mean share of its first answers.
    """

    skill: Skill
    share: float
    answers: int
    by_seat: dict[str, float]

    @property
    def has_enough(self) -> bool:
        """Whether enough seats were asked for a figure about the class."""
        return len(self.by_seat) >= FEWEST_SEATS


@dataclass(frozen=True, slots=True)
class MistakeLine:
    """A mistake of the class.

    Attributes:
        seats: how many made it at least once.
        met: how many had a question in which it could be made.
        item: the question in which most made it.
    """

    misconception: str
    seats: int
    met: int
    item: str


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A question as the class answered it.

    Attributes:
        difficulty: mean share right (p), 0–1.
        discrimination: correlation with the mean of the seat's other answers, −1 to 1;
            None where fewer than five seats or no differences allow none.
        working: of how many distractors at least 5 % chose one.
        distractors: how many it has.
        seconds: median time, in steps of five; None where it is not known.
    """

    item: str
    question: Question
    answers: int
    difficulty: float
    discrimination: float | None
    working: int
    distractors: int
    seconds: int | None = None

    @property
    def is_provisional(self) -> bool:
        """Whether there are too few answers to rely on the figures."""
        return self.answers < PROVISIONAL_BELOW

    @property
    def is_split(self) -> bool:
        """Whether the class is divided about it: worth a talk."""
        return SPLIT[0] < self.difficulty < SPLIT[1]


def skill_lines(answers: Iterable[FirstAnswer]) -> tuple[SkillLine, ...]:
    """The skills that were asked for, the least understood first."""
    lines = []
    for skill, found in _by(answers, lambda each: each.question.skill).items():
        seats = _by(found, lambda each: each.seat)
        means = {seat: fmean(a.share for a in own) for seat, own in seats.items()}
        lines.append(SkillLine(skill, fmean(means.values()), len(found), means))
    return tuple(sorted(lines, key=lambda line: (line.share, line.skill.value)))


def mistake_lines(answers: Iterable[FirstAnswer]) -> tuple[MistakeLine, ...]:
    """The mistakes that were made, by how many seats of those who could."""
    made: dict[str, list[FirstAnswer]] = defaultdict(list)
    met: dict[str, set[str]] = defaultdict(set)
    for each in answers:
        for option in each.question.distractors:
            if option.misconception:
                met[option.misconception].add(each.seat)
        for misconception in each.misconceptions:
            made[misconception].append(each)
    lines = []
    for misconception, found in made.items():
        items = _by(found, lambda each: each.item)
        most = max(sorted(items), key=lambda item: len({a.seat for a in items[item]}))
        seats = len({each.seat for each in found})
        lines.append(MistakeLine(misconception, seats, len(met[misconception]), most))
    return tuple(
        sorted(lines, key=lambda m: (-m.seats, -m.seats / m.met, m.misconception))
    )


def item_lines(answers: Sequence[FirstAnswer]) -> tuple[ItemLine, ...]:
    """The questions that were answered, the hardest first."""
    seats = _by(answers, lambda each: each.seat)
    lines = [
        _item(item, found, seats)
        for item, found in _by(answers, lambda a: a.item).items()
    ]
    return tuple(sorted(lines, key=lambda line: (line.difficulty, line.item)))


def reliability(answers: Iterable[FirstAnswer]) -> float | None:
    """KR-20 over the seats that answered every item: k/(k−1)·(1 − Σpq/σ²).

    For shares between 0 and 1 the variance of the item stands in place of pq
    (Cronbach's α, which is KR-20 for right and wrong). None with fewer than two items,
    five such seats, or no differences between them.
    """
    found = list(answers)
    items = sorted({each.item for each in found})
    seats = _by(found, lambda each: each.seat)
    rows = [
        [next(a.share for a in own if a.item == item) for item in items]
        for own in seats.values()
        if {each.item for each in own} == set(items)
    ]
    if len(items) < 2 or len(rows) < FEWEST_SEATS:
        return None
    total = _variance([sum(row) for row in rows])
    if total == 0:
        return None
    each = sum(_variance(column) for column in zip(*rows, strict=True))
    return len(items) / (len(items) - 1) * (1 - each / total)


def _item(
    item: str, found: Sequence[FirstAnswer], seats: dict[str, list[FirstAnswer]]
) -> ItemLine:
    question = found[0].question
    chosen = [option for each in found for option in each.chosen]
    needed = WORKING_SHARE * len(found)
    working = [d for d in question.distractors if chosen.count(d.id) >= max(needed, 1)]
    pairs = [
        (each.share, fmean(a.share for a in seats[each.seat] if a.item != item))
        for each in found
        if any(a.item != item for a in seats[each.seat])
    ]
    return ItemLine(
        item=item,
        question=question,
        answers=len(found),
        difficulty=fmean(each.share for each in found),
        discrimination=_correlated(pairs),
        working=len(working),
        distractors=len(question.distractors),
        seconds=_median([e.seconds for e in found if e.seconds is not None]),
    )


def coarse(seconds: float) -> int | None:
    """A time in steps of five seconds; None beyond ten minutes, where somebody left.

    Times are kept coarse so that they tell nothing of single pupils.
    """
    if not 0 <= seconds <= LONGEST_S:
        return None
    return max(STEP_S, STEP_S * round(seconds / STEP_S))


def _median(values: Sequence[int]) -> int | None:
    return median_low(values) if len(values) >= FEWEST_SEATS else None


def _correlated(pairs: Sequence[tuple[float, float]]) -> float | None:
    if len(pairs) < FEWEST_SEATS:
        return None
    try:
        return correlation([one for one, _ in pairs], [other for _, other in pairs])
    except StatisticsError:  # all the same
        return None


def _variance(values: Sequence[float]) -> float:
    mean = fmean(values)
    return fmean((value - mean) ** 2 for value in values)


def _by(
    answers: Iterable[FirstAnswer], key: Callable[[FirstAnswer], _Key]
) -> dict[_Key, list[FirstAnswer]]:
    found: dict[_Key, list[FirstAnswer]] = {}
    for each in answers:
        found.setdefault(key(each), []).append(each)
    return found
