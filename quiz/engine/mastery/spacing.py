"""When to practise a skill again: FSRS over days, with new articles each time.

What is spaced is the skill, not the article (question-kinds, section 6). A day with
first attempts at a skill is one review of it; the share that was right is its grade.
Nothing is kept: the schedule is worked out from the answers.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from statistics import fmean

from fsrs import Card, Rating, Scheduler

from quiz.engine.mastery.practice import Practice, first_attempts
from quiz.engine.questions.question import Skill

RETENTION = 0.9
"""A skill is due when it is thought to be still there with this probability."""
_GRADES = ((0.95, Rating.Easy), (0.75, Rating.Good), (0.5, Rating.Hard))
_SCHEDULER = Scheduler(
    desired_retention=RETENTION,
    enable_fuzzing=False,
    learning_steps=(),
    relearning_steps=(),
)


@dataclass(frozen=True, slots=True)
class Review:
    """When a skill is due, and how likely it is still there now, 0–1."""

    skill: Skill
    due_at: datetime
    retained: float


def reviews(
    practice: Iterable[Practice], now: datetime, zone: tzinfo
) -> tuple[Review, ...]:
    """Each skill that was practised, what is due first at the front.

    Args:
        practice: all answers, in any order.
        now: for how likely each is still there.
        zone: in which a day begins at midnight.
    """
    days: dict[Skill, dict[date, list[Practice]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for each in first_attempts(practice):
        days[each.skill][each.when.astimezone(zone).date()].append(each)
    found = [_review(skill, list(of.values()), now) for skill, of in days.items()]
    return tuple(sorted(found, key=lambda review: (review.due_at, review.skill.value)))


def grade_of(share: float) -> Rating:
    """The grade of a day on which that share was right, 0–1."""
    return next((grade for least, grade in _GRADES if share >= least), Rating.Again)


def _review(skill: Skill, days: list[list[Practice]], now: datetime) -> Review:
    card = Card(card_id=1)
    for of_day in days:
        share = fmean(each.share for each in of_day)
        card, _log = _SCHEDULER.review_card(card, grade_of(share), of_day[-1].when)
    retained = _SCHEDULER.get_card_retrievability(card, now)
    return Review(skill, card.due, float(retained))
