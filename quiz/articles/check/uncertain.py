"""What of a claim is uncertain, and which of it most."""

from enum import StrEnum
from math import prod

from quiz.engine.claims.claim import Claim
from quiz.engine.claims.reason import Aspect
from quiz.engine.claims.registry import GROUNDS


class Uncertain(StrEnum):
    """What is asked about a claim."""

    SPEAKER = "speaker"
    SOURCE = "source"
    WORDS = "words"


_ABOUT = {
    Uncertain.SPEAKER: Aspect.SPEAKER,
    Uncertain.SOURCE: Aspect.SOURCE,
    Uncertain.WORDS: Aspect.WORDS,
}


def aspect_of(uncertain: Uncertain) -> Aspect:
    """What the grounds that lower it are about."""
    return _ABOUT[uncertain]


def all_uncertain(claim: Claim) -> tuple[Uncertain, ...]:
    """What of the claim is not sure, the most uncertain first."""
    sure = {
        Uncertain.SPEAKER: claim.sure_speaker,
        Uncertain.SOURCE: claim.sure_chain,
        Uncertain.WORDS: claim.sure_words,
    }
    unsure = (each for each in Uncertain if not sure[each])
    return tuple(sorted(unsure, key=lambda each: share(claim, aspect_of(each))))


def share(claim: Claim, aspect: Aspect) -> float:
    """How likely that is right: the product of what the claim rests on, 0-1."""
    grounds = (GROUNDS[each] for each in claim.grounds if each in GROUNDS)
    return prod(ground.share for ground in grounds if ground.about is aspect)


def about(doubt: str) -> Aspect | None:
    """What a doubt is about; None for one that lowers nothing by itself."""
    ground = GROUNDS.get(doubt)
    return ground.about if ground else None
