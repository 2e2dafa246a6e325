"""Which questions may be a round, said again by trying all pairs and all fives."""

from collections import Counter
from itertools import combinations

from quiz.engine.questions.question import QuestionKind, Skill
from quiz.engine.questions.registry import MISSION
from quiz.engine.questions.rules.independence import AFTERWARDS, are_related, reveals
from quiz.engine.questions.rules.mixing import is_mixed

NAMING = {
    QuestionKind.WHO_SAID,
    QuestionKind.ONE_OF_TWO,
    QuestionKind.WHOSE_VOICE,
    QuestionKind.CARRY_OVER,
}
NOT_OF_ONE_VOICE = {QuestionKind.WHICH_SOURCE, QuestionKind.OWN_VOICE}
OF_VOICE = {
    QuestionKind.WHO_SAID,
    QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION,
    QuestionKind.SAID_IT,
    QuestionKind.ONE_OF_TWO,
    QuestionKind.CARRY_OVER,
}


def meets(one, other, feedback):
    """Whether two questions may stand in one round."""
    if not are_related(one, other):
        return True
    kinds = {one.kind, other.kind}
    if QuestionKind.WHICH_SOURCE in kinds and kinds & NAMING:
        return not reveals(one, other, feedback=feedback) and (
            not reveals(other, one, feedback=feedback)
        )
    return not feedback and (follows(one, other) or follows(other, one))


def follows(later, first):
    """Whether one may come once it was asked whose words they are."""
    told = [first.explanation.de, *(option.rationale.de for option in first.options)]
    if first.kind is QuestionKind.OWN_VOICE:
        return (
            later.claim == first.claim != ""
            and later.kind in OF_VOICE | {QuestionKind.WHICH_SOURCE}
            and not reveals(first, later)
        )
    return (
        later.kind in AFTERWARDS
        and later.claim == first.claim
        and first.kind in {k for k in MISSION if k.form.picks_one} - NOT_OF_ONE_VOICE
        and first.skill in (Skill.SPEAKER, Skill.REFERENCE)
        and not reveals(later, first, feedback=False)
        and "Konjunktiv" not in " ".join(told)
    )


def is_round(questions, feedback=False):
    """Whether these may be a round: mixed as has to be, in pairs, never three alike."""
    related = Counter(
        each.id
        for pair in combinations(questions, 2)
        if are_related(*pair)
        for each in pair
    )
    return (
        is_mixed(questions)
        and all(meets(*pair, feedback) for pair in combinations(questions, 2))
        and max(related.values(), default=0) < 2
    )


def there_is_a_round(pool):
    """Whether four go together, or five where the feedback may help."""
    four, five = combinations(pool, 4), combinations(pool, 5)
    return any(is_round(each, feedback=True) for each in four) or any(
        map(is_round, five)
    )
