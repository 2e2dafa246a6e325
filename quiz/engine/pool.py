"""Questions that rounds are drawn from, and whether a round can be."""

from collections.abc import Iterable

from quiz.engine.questions.question import Question
from quiz.engine.questions.rules.independence import Independence
from quiz.engine.questions.rules.together import most_together

SMALLEST_ROUND = 4
SHORT_BELOW = 5
"""A round of fewer questions is a short one; where more go together, more are drawn."""


class Pool:
    """Questions that rounds are drawn from, with what is worked out about them once.

    Args:
        questions: in any order, ids distinct.
    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self.questions = tuple(sorted(questions, key=lambda question: question.id))
        self._known: dict[bool, Independence] = {}
        self._together: dict[bool, tuple[Question, ...]] = {}

    def independence(self, *, feedback: bool) -> Independence:
        """Which of them give each other away."""
        if feedback not in self._known:
            self._known[feedback] = Independence(self.questions, feedback=feedback)
        return self._known[feedback]

    def together(self, *, feedback: bool) -> tuple[Question, ...]:
        """Five that make a round, or as many as can be; always the same ones."""
        if feedback not in self._together:
            independence = self.independence(feedback=feedback)
            self._together[feedback] = most_together(
                self.questions, independence, SHORT_BELOW
            )
        return self._together[feedback]

    @property
    def most_together(self) -> int:
        """How many go together in a round, counted up to five.

        Where fewer than five do, the feedback to one question may help with another one
        about the same words, if that makes them five.
        """
        strict = len(self.together(feedback=True))
        if strict >= SHORT_BELOW:
            return strict
        looser = len(self.together(feedback=False))
        return looser if looser >= SHORT_BELOW else strict

    @property
    def can_be_drawn(self) -> bool:
        """Whether `draw_round` gives a round, whatever the seed and what was seen."""
        return self.most_together >= SMALLEST_ROUND
