"""The most questions of a pool that can stand in one round together."""

from collections.abc import Sequence

from quiz.engine.questions.question import Question
from quiz.engine.questions.registry import MISSION
from quiz.engine.questions.rules.independence import Independence
from quiz.engine.questions.rules.mixing import has_room, is_mixed, is_of_nobody


def most_together(
    pool: Sequence[Question], independence: Independence, wanted: int
) -> tuple[Question, ...]:
    """As many as can be that may meet in one round, at most `wanted`.

    They are mixed as a round has to be. Every way is tried, and left only where
    nothing larger can come of it, so that how many there are hangs neither on chance
    nor on the order of the pool.
    """
    search = _Search(independence, wanted)
    search.grow((), sorted(pool, key=_rank))
    return search.best


def _rank(question: Question) -> tuple[bool, bool]:
    return question.kind not in MISSION, is_of_nobody(question)


class _Search:
    """Branch and bound; `best` is the largest choice found so far."""

    def __init__(self, independence: Independence, wanted: int) -> None:
        self.best: tuple[Question, ...] = ()
        self._independence = independence
        self._wanted = wanted

    def grow(self, chosen: tuple[Question, ...], left: Sequence[Question]) -> None:
        """Try all that `chosen` can grow to with what is left, the mission first."""
        if len(chosen) > len(self.best) and is_mixed(chosen):
            self.best = chosen
        for at, question in enumerate(left):
            if len(self.best) >= self._most(chosen, left[at:]):
                return
            if self._may_join(question, chosen):
                clashing = self._independence.clashes_of(question)
                rest = [each for each in left[at + 1 :] if each.id not in clashing]
                self.grow((*chosen, question), rest)

    def _may_join(self, question: Question, chosen: Sequence[Question]) -> bool:
        return has_room(question, chosen, self._wanted) and self._independence.allows(
            question, chosen
        )

    def _most(self, chosen: Sequence[Question], left: Sequence[Question]) -> int:
        """What can come of it at most: of questions that all clash only one joins."""
        mission = [question for question in left if question.kind in MISSION]
        return min(
            self._wanted,
            len(chosen) + self._groups(left),
            2 * (_mission(chosen) + self._groups(mission)),
        )

    def _groups(self, left: Sequence[Question]) -> int:
        """Into how few groups, in each of which all clash, it was divided."""
        groups: list[set[str]] = []
        for question in left:
            clashing = self._independence.clashes_of(question)
            group = next((each for each in groups if each <= clashing), None)
            if group is None:
                groups.append({question.id})
            else:
                group.add(question.id)
        return len(groups)


def _mission(chosen: Sequence[Question]) -> int:
    return sum(question.kind in MISSION for question in chosen)
