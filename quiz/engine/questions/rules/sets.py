"""Rules about the questions of one set together."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from quiz.engine.questions.question import Question
from quiz.engine.questions.violation import Violation

SetRule = Callable[[Sequence[Question]], Iterable[Violation]]

_MOST_LONGEST = 0.4
_MOST_ONE_PLACE = 0.4
_MOST_ONE_KEY = 0.5
_TRUE_SHARE = (0.4, 0.6)
_ENOUGH = 10


def key_not_longest(questions: Sequence[Question]) -> Iterator[Violation]:
    """V08: the longest option is the key in at most 40 % of a set."""
    choices = _choices(questions)
    longest = [q for q in choices if _is_longest(q)]
    if len(choices) >= _ENOUGH and len(longest) > _MOST_LONGEST * len(choices):
        yield _warn("V08", f"the key is the longest option {len(longest)} times")


def key_anywhere(questions: Sequence[Question]) -> Iterator[Violation]:
    """V17: no place holds the key in more than 40 % of a set."""
    choices = _choices(questions)
    places = Counter(q.key[0].id for q in choices)
    if len(choices) >= _ENOUGH and max(places.values()) > _MOST_ONE_PLACE * len(
        choices
    ):
        yield _warn("V17", f"key places {dict(sorted(places.items()))}")


def balanced(questions: Sequence[Question]) -> Iterator[Violation]:
    """V18: 40–60 % of the attributions right (or ±1); nobody half of all keys."""
    verdicts = [q.is_true_trial for q in questions if q.is_true_trial is not None]
    true, size = sum(verdicts), len(verdicts)
    low, high = _TRUE_SHARE
    if abs(2 * true - size) > 1 and not low * size <= true <= high * size:
        yield _warn("V18", f"{true} of {size} attributions are right")
    keys = Counter(q.key[0].entity for q in _choices(questions) if q.key[0].entity)
    if keys and max(keys.values()) > _MOST_ONE_KEY * len(questions):
        yield _warn("V18", f"{keys.most_common(1)[0][0]} is the key too often")


def no_twins(questions: Sequence[Question]) -> Iterator[Violation]:
    """V24: no question twice."""
    seen: set[tuple[object, ...]] = set()
    for question in questions:
        twin = twin_mark(question)
        if twin in seen:
            yield _warn("V24", question.id)
        seen.add(twin)


def twin_mark(question: Question) -> tuple[object, ...]:
    """What two questions share if they ask the same."""
    options = frozenset((each.prompt, each.label.de) for each in question.options)
    return (question.kind, question.stem.de, options)


def _is_longest(question: Question) -> bool:
    key = len(question.key[0].label.de)
    return all(key > len(each.label.de) for each in question.distractors)


def _choices(questions: Sequence[Question]) -> list[Question]:
    return [q for q in questions if q.form.picks_one]


def _warn(rule: str, detail: str) -> Violation:
    return Violation(rule, "warn", detail)


RULES: tuple[SetRule, ...] = (key_not_longest, key_anywhere, balanced, no_twins)
