"""Answer forms: how a question is answered and what an answer is worth."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import pairwise

Share = Callable[[Sequence[str], Sequence[str]], float]
"""From the key and a reply, both ids in order, to how much is right, 0–1."""


class Form(StrEnum):
    """How a question is answered; `templates/answer_forms/` has a page for each."""

    SINGLE_CHOICE = "single_choice"
    TRUE_FALSE = "true_false"
    MULTIPLE_CHOICE = "multiple_choice"
    ORDERING = "ordering"
    MARKING = "marking"
    MATCHING = "matching"
    TYPED = "typed"
    NUMBER = "number"
    CLOZE = "cloze"
    POLL = "poll"

    @property
    def picks_one(self) -> bool:
        """Whether exactly one option is the key and exactly one can be chosen."""
        return self in (Form.SINGLE_CHOICE, Form.TRUE_FALSE)

    @property
    def is_typed(self) -> bool:
        """Whether texts are typed, one for each gap, instead of options chosen."""
        return self in (Form.TYPED, Form.NUMBER, Form.CLOZE)

    @property
    def counts(self) -> bool:
        """Whether anything can be right or wrong."""
        return self is not Form.POLL

    @property
    def keeps_order(self) -> bool:
        """Whether the options are words of a sentence and stay in its order."""
        return self in (Form.MARKING, Form.CLOZE)

    def share(self, key: Sequence[str], reply: Sequence[str]) -> float:
        """How much of a reply is right, 0–1."""
        return _SHARES[self](key, reply)


def all_or_nothing(key: Sequence[str], reply: Sequence[str]) -> float:
    """1 for the key, 0 for everything else."""
    return float(tuple(key) == tuple(reply))


def hits_less_false_alarms(key: Sequence[str], reply: Sequence[str]) -> float:
    """(hits − false alarms) ÷ keys, 0 at least, so that ticking all earns little."""
    hits = len(set(key) & set(reply))
    false_alarms = len(set(reply) - set(key))
    return max(0, hits - false_alarms) / len(key)


def touched(key: Sequence[str], reply: Sequence[str]) -> float:
    """(hits − false alarms) ÷ hits, 0 at least: one word of the key is enough.

    Words that belong together ("kündigte … an") are all in the key, and either of
    them shows that the place was found.
    """
    hits = len(set(key) & set(reply))
    false_alarms = len(set(reply) - set(key))
    return max(0, hits - false_alarms) / hits if hits else 0.0


def no_wrong(_key: Sequence[str], _reply: Sequence[str]) -> float:
    """1 for every answer: nobody is asked what is right."""
    return 1.0


def share_of_rows(key: Sequence[str], reply: Sequence[str]) -> float:
    """Which part of the rows has its own, 0–1; a row left open is not right."""
    return len(set(key) & set(reply)) / len(key)


def share_of_links(key: Sequence[str], reply: Sequence[str]) -> float:
    """Which part of the chain's links the reply has, 0–1.

    A link is a pair of neighbours in the right order. A card left out loses its
    links; a surplus card cuts a link or, at either end, counts as a wrong one.
    """
    right = set(pairwise(key))
    given = set(pairwise(reply))
    return len(right & given) / max(len(right), len(given), 1)


_SHARES: dict[Form, Share] = {
    Form.SINGLE_CHOICE: all_or_nothing,
    Form.TRUE_FALSE: all_or_nothing,
    Form.MULTIPLE_CHOICE: hits_less_false_alarms,
    Form.ORDERING: share_of_links,
    Form.MARKING: touched,
    Form.MATCHING: share_of_rows,
    Form.POLL: no_wrong,
}
