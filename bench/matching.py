"""Predicted claims beside the gold claims they stand for, and what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bench.assignment import best_pairs
from bench.gold import Document, Marked, Predictions, Tokens

ENOUGH = 0.5  # token Dice from which the words count as found
# What the same type and the same speaker add where the words leave the choice open.
SAME_TYPE, SAME_SPEAKER = 0.01, 0.00001


class Fault(StrEnum):
    """What can be wrong with a claim."""

    MISSED = "missed"
    INVENTED = "invented"
    TOO_LONG = "too long"
    TOO_SHORT = "too short"
    SHIFTED = "shifted"
    WRONG_SPEAKER = "wrong speaker"
    MISSING_SPEAKER = "missing speaker"
    INVENTED_SPEAKER = "invented speaker"
    WRONG_TYPE = "wrong type"
    SURE_BUT_WRONG = "sure but wrong"
    NONE = "all right"


@dataclass(frozen=True)
class Match:
    """A gold claim, the predicted claim that stands for it, or one of them alone."""

    document: Document
    gold: Marked | None
    found: Marked | None

    @property
    def overlap(self) -> float:
        """Token Dice of the words, 0 if one is alone."""
        if self.gold is None or self.found is None:
            return 0.0
        return dice(self.gold.content, self.found.content)

    @property
    def has_words(self) -> bool:
        """Whether the words count as found."""
        return self.overlap >= ENOUGH

    @property
    def is_exact(self) -> bool:
        """The same words, whatever the punctuation."""
        if self.gold is None or self.found is None:
            return False
        words = self.document.words
        return words(self.gold.content) == words(self.found.content)

    @property
    def has_speaker(self) -> bool:
        """Speakers share a word, or neither has one."""
        if self.gold is None or self.found is None:
            return False
        if not self.gold.speaker or not self.found.speaker:
            return not self.gold.speaker and not self.found.speaker
        return bool(self.document.words(self.gold.speaker & self.found.speaker))

    @property
    def is_right(self) -> bool:
        """Words found and the speaker right."""
        return self.has_words and self.has_speaker

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong with it; "all right" if nothing is."""
        if self.found is None:
            return (Fault.MISSED,)
        if self.gold is None:
            found = [Fault.INVENTED]
        else:
            found = self._of_pair(self.gold, self.found)
        if self.found.sure and not self.is_right:
            found.append(Fault.SURE_BUT_WRONG)
        return tuple(found) or (Fault.NONE,)

    def _of_pair(self, gold: Marked, found: Marked) -> list[Fault]:
        faults = [self._boundary(gold, found)]
        if not self.has_speaker:
            faults.append(_speaker_fault(gold, found))
        if gold.type != found.type:
            faults.append(Fault.WRONG_TYPE)
        return [fault for fault in faults if fault is not Fault.NONE]

    def _boundary(self, gold: Marked, found: Marked) -> Fault:
        wanted = self.document.words(gold.content)
        there = self.document.words(found.content)
        if wanted == there:
            return Fault.NONE
        if wanted < there:
            return Fault.TOO_LONG
        return Fault.TOO_SHORT if there < wanted else Fault.SHIFTED


def dice(one: Tokens, other: Tokens) -> float:
    """How much two sets share: 0–1."""
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


def matches(document: Document, found: tuple[Marked, ...]) -> list[Match]:
    """Every gold claim and every predicted one, once, pairs first in the gold's order.

    Pairs are those with the largest sum of token Dice.
    """
    weights = {
        (at, to): weight
        for at, gold in enumerate(document.claims)
        for to, claim in enumerate(found)
        if (weight := _weight(gold, claim)) > 0
    }
    partner = dict(best_pairs(weights))
    used = set(partner.values())
    made = [
        Match(document, gold, found[partner[at]] if at in partner else None)
        for at, gold in enumerate(document.claims)
    ]
    return made + [
        Match(document, None, claim) for at, claim in enumerate(found) if at not in used
    ]


def all_matches(gold: list[Document], predictions: Predictions) -> Iterator[Match]:
    """The matches of every document; one without predictions has none."""
    for document in gold:
        found = document.predicted(predictions.get(document.name, ()))
        yield from matches(document, found)


def _weight(gold: Marked, found: Marked) -> float:
    shared = dice(gold.content, found.content)
    if not shared:
        return 0.0
    same_type = SAME_TYPE if gold.type == found.type else 0.0
    return shared + same_type + SAME_SPEAKER * dice(gold.speaker, found.speaker)


def _speaker_fault(gold: Marked, found: Marked) -> Fault:
    if not found.speaker:
        return Fault.MISSING_SPEAKER
    return Fault.WRONG_SPEAKER if gold.speaker else Fault.INVENTED_SPEAKER
