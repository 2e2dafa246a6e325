"""Which questions may stand in one round (rule V16)."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from quiz.engine.questions.material.similarity import ALIKE
from quiz.engine.questions.option import KONJUNKTIV
from quiz.engine.questions.question import MarkRole, Question, QuestionKind, Skill
from quiz.engine.questions.words import jaccard, words
from quiz.engine.text.span import Span

ITEMS_PER_CLAIM = 2
_NAMING = frozenset(
    {
        QuestionKind.WHO_SAID,
        QuestionKind.ONE_OF_TWO,
        QuestionKind.WHOSE_VOICE,
        QuestionKind.CARRY_OVER,
    }
)
"""Kinds whose answer is the voice; beside each of them the source may be asked for."""
_OF_VOICE = frozenset(
    {
        QuestionKind.WHO_SAID,
        QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION,
        QuestionKind.SAID_IT,
        QuestionKind.ONE_OF_TWO,
        QuestionKind.WHOSE_VOICE,
        QuestionKind.CARRY_OVER,
    }
)
AFTERWARDS = frozenset(
    {
        QuestionKind.MOOD_MEANING,
        QuestionKind.STATEMENT_TYPE,
        QuestionKind.CERTAINTY_RANK,
        QuestionKind.HEDGE_SPOT,
    }
)
"""Kinds that may ask about a claim once it was asked who said it: that does not tell
their answer, while their feedback tells who said it."""
_ONCE_HEARD = (_OF_VOICE - {QuestionKind.WHOSE_VOICE}) | {QuestionKind.WHICH_SOURCE}
"""Kinds that may follow when it was asked whether anybody speaks at all."""


class _Reading:
    """A question as far as it matters beside others, worked out once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.claims = frozenset(question.claims)
        self.words = frozenset(words(" ".join(question.quotations)))
        self.content = _told_by(question)
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
        feedback: the feedback to one question counts too, not only its stem; without
            it, some kinds may follow a question about the voice (`AFTERWARDS`), and one
            about the voice may follow whether anybody speaks at all.
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


def place_in_turn(question: Question, chosen: Iterable[Question]) -> int:
    """-1 where it has to stand before others about its claim, 1 behind, else 0."""
    claim = question.text, question.claim
    beside = [x for x in chosen if (x.text, x.claim) == claim and x is not question]
    if not question.claim or not beside:
        return 0
    if question.kind is QuestionKind.OWN_VOICE:
        return -1
    return int(question.kind in AFTERWARDS)


def reveals(one: Question, other: Question, *, feedback: bool = True) -> bool:
    """Whether one question's stem (or feedback) names the other one's key."""
    return _Reading(one).names_key_of(_Reading(other), feedback=feedback)


def _are_related(one: _Reading, other: _Reading) -> bool:
    if one.question.text == other.question.text and (
        not one.claims.isdisjoint(other.claims) or _overlap(one.content, other.content)
    ):
        return True
    return jaccard(one.words, other.words) >= ALIKE


def _told_by(question: Question) -> list[Span]:
    """The stretches that tell its answer where another question shows them.

    Whether anybody speaks shows in the whole sentence, whoever it is.
    """
    if question.kind is QuestionKind.OWN_VOICE:
        return list(question.evidence)
    return [each.span for each in question.marks if each.role is MarkRole.CONTENT]


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    for a in one:
        for b in other:
            if a.overlaps(b):
                return True
    return False


def _may_meet(one: _Reading, other: _Reading, *, feedback: bool) -> bool:
    kinds = {one.question.kind, other.question.kind}
    if QuestionKind.WHICH_SOURCE in kinds and kinds & _NAMING:
        return not one.names_key_of(other, feedback=feedback) and (
            not other.names_key_of(one, feedback=feedback)
        )
    if feedback:
        return False
    return _may_follow(one, other) or _may_follow(other, one)


def _may_follow(later: _Reading, first: _Reading) -> bool:
    """Whether it may come once the other one was answered."""
    return later.question.claim == first.question.claim and (
        _follows_the_voice(later, first) or _follows_hearing(later, first)
    )


def _follows_the_voice(later: _Reading, first: _Reading) -> bool:
    """Whether the first is about the voice, and the later one about something else."""
    return (
        later.question.kind in AFTERWARDS
        and first.question.kind in _OF_VOICE
        and first.question.skill is not Skill.SOURCE
        and not later.names_key_of(first, feedback=False)
        and KONJUNKTIV.de.casefold() not in first.feedback
    )


def _follows_hearing(later: _Reading, first: _Reading) -> bool:
    """Whether the first asks if anybody speaks, the later one who it is."""
    return (
        bool(first.question.claim)
        and first.question.kind is QuestionKind.OWN_VOICE
        and later.question.kind in _ONCE_HEARD
        and not first.names_key_of(later, feedback=True)
    )


def _link(graph: dict[str, set[str]], one: _Reading, other: _Reading) -> None:
    graph[one.question.id].add(other.question.id)
    graph[other.question.id].add(one.question.id)
