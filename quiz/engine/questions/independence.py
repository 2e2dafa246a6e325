"""Which questions may stand in one round (rule V16)."""

from collections.abc import Iterable, Sequence

from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.words import jaccard, words
from quiz.engine.text.span import Span

ITEMS_PER_CLAIM = 2
# Passages as alike as this ask about one thing said twice (same measure as V05).
_ALIKE = 0.5
_SPEAKER_AND_SOURCE = {QuestionKind.WHO_SAID, QuestionKind.WHICH_SOURCE}


class Independence:
    """Knows for the questions of one pool which of them give each other away.

    Args:
        pool: the questions of one article, ids distinct.
        feedback: the feedback to one question counts too, not only its stem.
    """

    def __init__(self, pool: Sequence[Question], *, feedback: bool = True) -> None:
        self._related: dict[str, set[str]] = {each.id: set() for each in pool}
        self._clashing: dict[str, set[str]] = {each.id: set() for each in pool}
        for number, one in enumerate(pool):
            for other in pool[number + 1 :]:
                if not are_related(one, other):
                    continue
                _link(self._related, one, other)
                if not _may_meet(one, other, feedback=feedback):
                    _link(self._clashing, one, other)

    def allows(self, question: Question, chosen: Iterable[Question]) -> bool:
        """Whether a question may join those chosen so far."""
        ids = {each.id for each in chosen}
        return (
            question.id not in ids
            and not self._clashing[question.id] & ids
            and len(self._related[question.id] & ids) < ITEMS_PER_CLAIM
        )


def are_related(one: Question, other: Question) -> bool:
    """Whether two questions are about the same thing said.

    So they are if they share the claim, if one's content lies in the other's, or
    if their passages are nearly the same words.
    """
    if one.claim == other.claim:
        return True
    if any(a.overlaps(b) for a in _content(one) for b in _content(other)):
        return True
    return jaccard(words(one.passage), words(other.passage)) >= _ALIKE


def reveals(one: Question, other: Question, *, feedback: bool = True) -> bool:
    """Whether one question's stem (or feedback) names the other one's key."""
    shown = [one.stem.de]
    if feedback:
        shown += [one.explanation.de, *(each.rationale.de for each in one.options)]
    text = " ".join(shown).casefold()
    return any(key.text.casefold() in text for key in other.key)


def _may_meet(one: Question, other: Question, *, feedback: bool) -> bool:
    return (
        {one.kind, other.kind} == _SPEAKER_AND_SOURCE
        and not reveals(one, other, feedback=feedback)
        and not reveals(other, one, feedback=feedback)
    )


def _content(question: Question) -> list[Span]:
    return [mark.span for mark in question.marks if mark.role == "content"]


def _link(graph: dict[str, set[str]], one: Question, other: Question) -> None:
    graph[one.id].add(other.id)
    graph[other.id].add(one.id)
