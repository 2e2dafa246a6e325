"""Fixed options: the same answers for every claim, one of them right."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.option import Localised, Option


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that a kind always offers.

    Attributes:
        label: what is shown.
        rationale: why it is right or wrong.
        misconception: which mistake it shows where it is wrong.
        correct: whether it is the key this time.
    """

    label: Localised
    rationale: Localised
    misconception: str | None
    correct: bool


def fixed_options(answers: Sequence[Answer], rng: random.Random) -> tuple[Option, ...]:
    """The answers as options with letters that tell nothing."""
    options = [
        Option(
            id="",
            text=each.label.de,
            entity=None,
            correct=each.correct,
            misconception=None if each.correct else each.misconception,
            label=each.label,
            rationale=each.rationale,
        )
        for each in answers
    ]
    return shuffled(options, rng)
