"""Options in an order, and with letters, that tell nothing."""

import random
import string
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from quiz.engine.claims.claim import Entity
from quiz.engine.questions.distractors.mistakes import Distractor
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.wording.explain import shown


def key_option(entity: Entity, rationale: Localised) -> Option:
    """The right answer by its name; it has no letter yet."""
    name = shown(entity)
    label = Localised(name, name)
    return Option("", name, entity.id, True, None, label, rationale)  # noqa: FBT003


def wrong_option(distractor: Distractor) -> Option:
    """A wrong answer by its name; it has no letter yet."""
    name = shown(distractor.entity)
    return Option(
        id="",
        text=name,
        entity=distractor.entity.id,
        correct=False,
        misconception=distractor.mistake.value,
        label=Localised(name, name),
        rationale=distractor.rationale,
    )


def shuffled(options: Sequence[Option], rng: random.Random) -> tuple[Option, ...]:
    """The options in a new order, lettered in that order."""
    mixed = rng.sample(options, len(options))
    letters = string.ascii_lowercase
    return tuple(
        replace(option, id=letter)
        for option, letter in zip(mixed, letters, strict=False)
    )


def lettered(options: Sequence[Option], rng: random.Random) -> tuple[Option, ...]:
    """The options in their order, with letters that do not follow it."""
    letters = rng.sample(string.ascii_lowercase[: len(options)], len(options))
    return tuple(
        replace(option, id=letter)
        for option, letter in zip(options, letters, strict=True)
    )


class Letter(StrEnum):
    """With what the ids of numbered options begin."""

    OPTION = "o"
    WORD = "w"


def numbered(
    options: Iterable[Option], letter: Letter = Letter.OPTION
) -> tuple[Option, ...]:
    """The options in their order, numbered in it ("o01", "o02", …)."""
    return tuple(
        replace(option, id=f"{letter}{number:02}")
        for number, option in enumerate(options, start=1)
    )
