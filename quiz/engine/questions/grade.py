"""Whether an answer is right, and how far."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quiz.engine.questions.question import Question, QuestionKind
from quiz.errors import Invalid


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer is worth.

    Attributes:
        share: 0–1, how much of it is right.
        is_right: all of it is.
        reply: the ids that were chosen, as given.
        key: the ids that would have been right, in order.
    """

    share: float
    is_right: bool
    reply: tuple[str, ...]
    key: tuple[str, ...]


def grade(question: Question, reply: Sequence[str]) -> Mark:
    """Compare a reply with the key.

    Args:
        question: what was asked.
        reply: ids of the chosen options; for `chain_order` the ids of the cards
            in the chosen order, those left out being "not in the chain".

    Raises:
        Invalid: "no_option" nothing was chosen; "unknown_option" an id that the
            question does not have; "repeated_option" one id twice;
            "too_many_options" more than one where only one can be chosen.
    """
    chosen = tuple(reply)
    _check(question, chosen)
    key = tuple(option.id for option in question.key)
    if question.kind is QuestionKind.CHAIN_ORDER:
        share = share_of_links(key, chosen)
    else:
        share = float(chosen == key)
    return Mark(share, share == 1.0, chosen, key)


def share_of_links(key: Sequence[str], reply: Sequence[str]) -> float:
    """Which part of the chain's links the reply has, 0–1.

    A link is a pair of neighbours in the right order. A card left out loses its
    links; a surplus card cuts a link or, at either end, counts as a wrong one.
    """
    right = set(pairwise(key))
    given = set(pairwise(reply))
    return len(right & given) / max(len(right), len(given), 1)


def _check(question: Question, chosen: tuple[str, ...]) -> None:
    if not chosen:
        raise Invalid("no_option")
    if any(question.option(each) is None for each in chosen):
        raise Invalid("unknown_option")
    if len(set(chosen)) < len(chosen):
        raise Invalid("repeated_option")
    if len(chosen) > 1 and question.kind is not QuestionKind.CHAIN_ORDER:
        raise Invalid("too_many_options")
