"""How much of what a round may have."""

from collections import Counter
from collections.abc import Sequence

from quiz.engine.questions.option import is_fixed_voice
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.registry import MISSION, kind_of
from quiz.engine.questions.rules.independence import Independence

_WHETHER_ANYBODY = QuestionKind.OWN_VOICE
_OF_THE_ARTICLE = 3  # one in three may have the article itself as its key


def has_room(question: Question, chosen: Sequence[Question], size: int) -> bool:
    """Whether a round of that size that has the chosen ones can take one more.

    Half of it asks who said it or which source, at most a third has the article itself
    or nobody in particular as its answer, and no kind comes more often than it may.
    """
    alike = sum(each.kind is question.kind for each in chosen)
    if alike >= kind_of(question).most:
        return False
    if question.kind not in MISSION and _others(chosen) >= size // 2:
        return False
    return not is_of_nobody(question) or _of_nobody(chosen) < size // _OF_THE_ARTICLE


def is_mixed(chosen: Sequence[Question]) -> bool:
    """Whether these have enough that asks who said it, and not too little else."""
    return (
        2 * _others(chosen) <= len(chosen)
        and _OF_THE_ARTICLE * _of_nobody(chosen) <= len(chosen)
        and not _leans(chosen)
        and all(n <= kind_of(q).most for q, n in _by_kind(chosen))
    )


def mixed(chosen: Sequence[Question]) -> list[Question]:
    """Those of them that make a round, the latest left out first."""
    kept = list(chosen)
    while kept and not is_mixed(kept):
        kept.remove(_too_many(kept)[-1])
    return kept


def lean(chosen: Sequence[Question]) -> int:
    """How far right and wrong attributions are from half and half, 0 if ±1."""
    trials = [question.is_true_trial for question in chosen]
    return max(0, abs(trials.count(True) - trials.count(False)) - 1)


def repeats(chosen: Sequence[Question], strict: Independence) -> int:
    """How many of them ask about words that another one of them asks about, too."""
    ids = {each.id for each in chosen}
    return sum(bool(strict.clashes_of(each) & ids) for each in chosen)


def without_repeats(
    chosen: Sequence[Question], strict: Independence, fewest: int
) -> list[Question]:
    """Those left when the latest about the same words are left out, but so many."""
    kept = list(chosen)
    for question in reversed(chosen):
        rest = [each for each in kept if each is not question]
        is_repeat = repeats(rest, strict) < repeats(kept, strict)
        if len(kept) > fewest and is_repeat and is_mixed(rest):
            kept = rest
    return kept


def _too_many(chosen: Sequence[Question]) -> list[Question]:
    """Those of which a round that is not mixed has more than it may."""
    if 2 * _others(chosen) > len(chosen):
        return [each for each in chosen if each.kind not in MISSION]
    if _leans(chosen):
        return [
            each
            for each in chosen
            if each.kind is _WHETHER_ANYBODY and not is_of_nobody(each)
        ]
    if _OF_THE_ARTICLE * _of_nobody(chosen) > len(chosen):
        return [each for each in chosen if is_of_nobody(each)]
    return [each for each, count in _by_kind(chosen) if count > kind_of(each).most]


def _leans(chosen: Sequence[Question]) -> bool:
    """Whether "somebody" is too often the answer to whether anybody speaks."""
    asked = [each for each in chosen if each.kind is _WHETHER_ANYBODY]
    own = sum(map(is_of_nobody, asked))
    return len(asked) - own > own + 1


def is_of_nobody(question: Question) -> bool:
    """Whether its answer is the article itself, or nobody in particular."""
    return any(is_fixed_voice(option.entity) for option in question.key)


def _others(chosen: Sequence[Question]) -> int:
    return sum(question.kind not in MISSION for question in chosen)


def _of_nobody(chosen: Sequence[Question]) -> int:
    return sum(map(is_of_nobody, chosen))


def _by_kind(chosen: Sequence[Question]) -> list[tuple[Question, int]]:
    counts = Counter(question.kind for question in chosen)
    return [(question, counts[question.kind]) for question in chosen]
