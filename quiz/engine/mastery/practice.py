"""One answered question, as everything about learning looks at it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Skill


@dataclass(frozen=True, slots=True)
class Practice:
    """One answered question.

    Attributes:
        skill: what it trained.
        share: how much of it was right, 0–1.
        when: the moment of the answer.
        item: which question, the same at every attempt.
        article: what it was about.
        difficulty: of the question, in logits; 0 is usual.
        chance: what guessing alone brings, 0–1.
        confidence: how sure they said to be, 1–3; None where they did not say.
        trial: whether the attribution that was put to them is right; None for questions
            of other forms.
    """

    skill: Skill
    share: float
    when: datetime
    item: str = ""
    article: str = ""
    difficulty: float = 0.0
    chance: float = 0.0
    confidence: int | None = None
    trial: bool | None = None


def first_attempts(practice: Iterable[Practice]) -> list[Practice]:
    """Of each question the first answer, in order of time."""
    seen: set[str] = set()
    found = []
    for each in sorted(practice, key=lambda each: (each.when, each.item)):
        if each.item and each.item in seen:
            continue
        seen.add(each.item)
        found.append(each)
    return found


def chance_by(form: Form, options: int) -> float:
    """What guessing brings: exact for one right option, an estimate elsewhere.

    Of cards in order and pairs to match about one in so many options is right by
    guessing; of words or boxes to mark a quarter; of typed answers none.
    """
    if form is Form.TRUE_FALSE:
        return 0.5
    if form.is_typed or options == 0:
        return 0.0
    if form in (Form.MULTIPLE_CHOICE, Form.MARKING):
        return 0.25
    return 1 / options
