"""Which wrong answers a class chose, and how often: what to talk about next."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quiz.engine.questions.option import Option
from quiz.engine.questions.question import Question
from quiz.engine.reporting import FEWEST_SEATS, FirstAnswer


@dataclass(frozen=True, slots=True)
class WrongChoice:
    """A wrong answer that was chosen.

    Attributes:
        item: in which question, as `FirstAnswer.item`.
        question: that question as it was asked last.
        option: what was chosen.
        seats: by how many.
        answers: how many have answered the question.
    """

    item: str
    question: Question
    option: Option
    seats: int
    answers: int

    @property
    def share(self) -> float:
        """Its part of all answers to the question, 0–1."""
        return self.seats / self.answers


def wrong_choices(answers: Iterable[FirstAnswer]) -> tuple[WrongChoice, ...]:
    """The wrong answers, the one that most seats chose first.

    Only of questions that five seats or more have answered, so that nobody is
    recognised. Two versions of a question are one: what an option says tells which.
    """
    asked: dict[str, list[FirstAnswer]] = defaultdict(list)
    for each in answers:
        asked[each.item].append(each)
    found = [
        choice
        for item, given in asked.items()
        if len({each.seat for each in given}) >= FEWEST_SEATS
        for choice in _of(item, given)
    ]
    return tuple(sorted(found, key=lambda c: (-c.seats, -c.share, c.item, c.option.id)))


def most_chosen(choices: Iterable[WrongChoice], most: int) -> tuple[WrongChoice, ...]:
    """So many of them, from questions of their own, that two seats or more chose."""
    first: dict[str, WrongChoice] = {}
    for choice in choices:
        if choice.seats > 1:
            first.setdefault(choice.item, choice)
    return tuple(first.values())[:most]


def _of(item: str, given: list[FirstAnswer]) -> list[WrongChoice]:
    said: dict[str, tuple[Option, set[str]]] = {}
    for each in given:
        for option_id in each.chosen:
            option = each.question.option(option_id)
            if option is not None and not option.correct:
                _first, seats = said.setdefault(option.label.de, (option, set()))
                seats.add(each.seat)
    answered = len({each.seat for each in given})
    question = given[-1].question
    return [
        WrongChoice(item, question, option, len(seats), answered)
        for option, seats in said.values()
    ]
