"""Which questions may stand in one round (rule V16)."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from quiz.engine.questions.material.similarity import ALIKE
from quiz.engine.questions.question import MarkRole, Question
from quiz.engine.questions.registry import MISSION
from quiz.engine.questions.words import jaccard, words
from quiz.engine.text.span import Span

ITEMS_PER_CLAIM = 2


class _Reading:
    """A question as far as it matters beside others, worked out once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.claims = frozenset(question.claims)
        self.words = frozenset(words(" ".join(question.quotations)))
        self.content = [m.span for m in question.marks if m.role is MarkRole.CONTENT]
        self.keys = [key.text.casefold() for key in question.key]
        reasons = [option.rationale.de for option in question.options]
        self.stem = question.stem.de.casefold()
        self.feedback = " ".join([question.explanation.de, *reasons]).casefold()

    def names_key_of(self, other: "_Reading", *, feedback: bool) -> bool:
        shown = [self.stem, self.feedback] if feedback else [self.stem]
        return any(key in text for key in other.keys for text in shown)


class Independence:
    """Knows for the questions of one pool which of them give each other away.

    Args:
        pool: questions about one text or several, ids distinct.
        feedback: the feedback to one question counts too, not only its stem.
    """

    def __init__(self, pool: Sequence[Question], *, feedback: bool = True) -> None:
        self._related: dict[str, set[str]] = {each.id: set() for each in pool}
        self._clashing: dict[str, set[str]] = {each.id: set() for each in pool}
        for one, other in combinations([_Reading(each) for each in pool], 2):
            if _are_related(one, other):
                _link(self._related, one, other)
                if not _may_meet(one, other, feedback=feedback):
                    _link(self._clashing, one, other)

    def clashes_of(self, question: Question) -> AbstractSet[str]:
        """The ids of those that it must not stand in one round with."""
        return self._clashing[question.id]

    def allows(self, question: Question, chosen: Iterable[Question]) -> bool:
        """Whether a question may join those chosen so far, in whatever order."""
        ids = {each.id for each in chosen}
        beside = self._related[question.id] & ids
        return (
            question.id not in ids
            and not self._clashing[question.id] & ids
            and len(beside) < ITEMS_PER_CLAIM
            and all(
                len(self._related[each] & ids) + 1 < ITEMS_PER_CLAIM for each in beside
            )
        )


def are_related(one: Question, other: Question) -> bool:
    """Whether two questions are about the same thing said.

    So they are if they share the claim, if one's content lies in the other's, or if
    their passages are nearly the same words.
    """
    return _are_related(_Reading(one), _Reading(other))


def reveals(one: Question, other: Question, *, feedback: bool = True) -> bool:
    """Whether one question's stem (or feedback) names the other one's key."""
    return _Reading(one).names_key_of(_Reading(other), feedback=feedback)


def _are_related(one: _Reading, other: _Reading) -> bool:
    if one.question.text == other.question.text and (
        not one.claims.isdisjoint(other.claims) or _overlap(one.content, other.content)
    ):
        return True
    return jaccard(one.words, other.words) >= ALIKE


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    for a in one:
        for b in other:
            if a.overlaps(b):
                return True
    return False


def _may_meet(one: _Reading, other: _Reading, *, feedback: bool) -> bool:
    return (
        one.question.kind is not other.question.kind
        and {one.question.kind, other.question.kind} <= MISSION
        and not one.names_key_of(other, feedback=feedback)
        and not other.names_key_of(one, feedback=feedback)
    )


def _link(graph: dict[str, set[str]], one: _Reading, other: _Reading) -> None:
    graph[one.question.id].add(other.question.id)
    graph[other.question.id].add(one.question.id)
