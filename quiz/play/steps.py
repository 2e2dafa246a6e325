"""The questions of a round on the way through it, and what became of each."""

from dataclasses import dataclass
from typing import NamedTuple

from quiz.engine.text.span import Span


class Placed(NamedTuple):
    """What was pointed at to show an answer; the attributes are `Pointing`'s."""

    begin: int | None
    end: int | None
    found: bool
    hinted: bool

    @property
    def span(self) -> Span | None:
        """The sentence that was pointed at; None where it was left out."""
        if self.begin is None or self.end is None:
            return None
        return Span(self.begin, self.end)


@dataclass(frozen=True, slots=True)
class Step:
    """One question on the way through a round.

    Attributes:
        number: its place, from 1.
        share: how much of the answer is right; None while it is open.
        counts: whether an answer can be right or wrong.
        is_hidden: how it went is told only once the round is over.
        is_closed: the round is over, though not all of it is answered.
        may_point: it is their turn to show where the answer stands.
        placed: what they pointed at then.
        is_sure: they said to be sure of the answer.
        is_righted: it was missed, and right when it was tried again.
    """

    number: int
    share: float | None
    counts: bool
    is_hidden: bool = False
    is_closed: bool = False
    may_point: bool = False
    placed: Placed | None = None
    is_sure: bool = False
    is_righted: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether an answer to it is kept."""
        return self.share is not None

    @property
    def is_right(self) -> bool:
        """Whether it was answered wholly right."""
        return self.share == 1.0 and self.counts

    @property
    def is_missed(self) -> bool:
        """Whether the answer is told not to be wholly right."""
        return self.state in ("partly", "wrong")

    @property
    def state(self) -> str:
        """In one word: "right", "partly", "wrong", "open", or "given" where none is."""
        if self.share is None:
            return "open"
        if self.is_hidden or not self.counts:
            return "given"
        return "right" if self.is_right else "partly" if self.share else "wrong"


def next_open(steps: tuple[Step, ...]) -> int | None:
    """The number of the first question without an answer."""
    return next((step.number for step in steps if not step.is_answered), None)
