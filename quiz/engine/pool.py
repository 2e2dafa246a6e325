"""Questions that rounds are drawn from, and whether a round can be."""

from collections.abc import Iterable

from quiz.engine.questions.question import Question
from quiz.engine.questions.rules.independence import Independence
from quiz.engine.questions.rules.together import most_together

SMALLEST_ROUND = 5


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
                self.questions, independence, SMALLEST_ROUND
            )
        return self._together[feedback]

    @property
    def most_together(self) -> int:
        """How many go together in a round, counted up to five."""
        strict = self.together(feedback=True)
        return len(
            strict if len(strict) >= SMALLEST_ROUND else self.together(feedback=False)
        )

    @property
    def can_be_drawn(self) -> bool:
        """Whether `draw_round` gives a round, whatever the seed and what was seen."""
        return self.most_together >= SMALLEST_ROUND
