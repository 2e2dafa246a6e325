"""What a round takes in turn, as chance has planned it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quiz.engine.questions.builders.kind import Kind
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.rules.independence import Independence
from quiz.engine.questions.rules.mixing import has_room, is_of_nobody


@dataclass(frozen=True, slots=True)
class Plan:
    """What chance settled for a round before its questions are chosen.

    Attributes:
        comparing: kinds that hold voices against each other; they come first.
        others: kinds outside the mission, in the order of their turns.
        is_right: what the first attribution asked about must be; None for any.
        size: how many questions it shall have.
    """

    comparing: tuple[Kind, ...]
    others: tuple[Kind, ...]
    is_right: bool | None
    size: int

    def wants(self, question: Question, chosen: Sequence[Question]) -> bool:
        """Whether it keeps right and wrong attributions even, the first as settled."""
        trial = verdict_of(question)
        if self.is_right is None or trial is None:
            return True
        trials = [verdict_of(each) for each in chosen if _alike(each, question)]
        ahead = trials.count(trial) - trials.count(not trial)
        return ahead < 0 or (ahead == 0 and trial is self.is_right)


def verdict_of(question: Question) -> bool | None:
    """Which of the two answers is right where a kind always has the same two."""
    if question.kind is QuestionKind.OWN_VOICE:
        return is_of_nobody(question)
    return question.is_true_trial


def _alike(one: Question, other: Question) -> bool:
    return one.form is other.form


class Choice:
    """What is taken so far, in turn from questions in the order of chance."""

    def __init__(
        self, shuffled: Sequence[Question], plan: Plan, independence: Independence
    ) -> None:
        self.chosen: list[Question] = []
        self._shuffled = shuffled
        self._plan = plan
        self._independence = independence

    def take(self, kinds: Collection[QuestionKind], most: int) -> None:
        """At most so many more of these kinds, as long as the round is not full."""
        size = min(self._plan.size, len(self.chosen) + most)
        for question in self._shuffled:
            if len(self.chosen) >= size:
                return
            if question.kind in kinds and self._fits(question):
                self.chosen.append(question)

    def take_one_of_each_text(self) -> None:
        """One about each of several texts, the one with the fewest questions first.

        A text whose only question the plan does not want is asked about all the same.
        """
        counts = Counter(question.text for question in self._shuffled)
        if len(counts) == 1:
            return
        for text in sorted(counts, key=lambda each: (counts[each], each)):
            about = [each for each in self._shuffled if each.text == text]
            joining = [each for each in about if self._may_join(each)]
            wanted = [each for each in joining if self._is_wanted(each)]
            self.chosen.extend((wanted or joining)[:1])

    def _fits(self, question: Question) -> bool:
        return self._is_wanted(question) and self._may_join(question)

    def _is_wanted(self, question: Question) -> bool:
        return self._plan.wants(question, self.chosen)

    def _may_join(self, question: Question) -> bool:
        chosen, size = self.chosen, self._plan.size
        return (
            len(chosen) < size
            and has_room(question, chosen, size)
            and self._independence.allows(question, chosen)
        )
