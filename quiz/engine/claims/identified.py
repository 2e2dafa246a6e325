"""A draft with its people, before they get the ids under which claims name them."""

from dataclasses import dataclass
from enum import StrEnum
from math import prod

from quiz.engine.claims.draft import Draft
from quiz.engine.claims.figure import Figure
from quiz.engine.claims.phrase import Phrase

UNKNOWN = 0.5  # for what has no figure yet; never enough to be sure

# What can be doubtful about a speaker, and the share of claims that are right with it
# of those that would be right without. Estimates, as in `confidence.BY_RULE`.
DOUBTS = {
    "name_shared": 0.7,
    "voices_joined": 0.8,
    "pronoun": 0.95,
    "pronoun_open": 0.8,
    "pronoun_fits_nobody": 0.7,
    "nobody_named": 0.6,
    "other_paragraph": 0.6,
    "carried_from_weak": 0.85,
    "carried_from_aside": 0.85,
    "carried_from_doubtful": 0.7,
    "sentence_says_more": 0.8,
    "other_pronoun": 0.8,
    "guessed": 0.5,
    "words_contested": 0.75,
}


class How(StrEnum):
    """How the speaker of a draft is known."""

    NAMED = "named"
    PRONOUN = "pronoun"
    CARRIED = "carried"
    GUESSED = "guessed"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Link:
    """A source with its figure; `phrase` is None where it was carried over."""

    figure: Figure
    phrase: Phrase | None
    cue: tuple[int, ...] = ()


@dataclass(frozen=True)
class Identified:
    """A draft with its people.

    Attributes:
        speaker: None where the text names nobody.
        naming: the words that name the speaker for this draft, maybe sentences back.
        links: the chain, nearest to the speaker first.
        how: how the speaker is known.
        doubt: 0 (none) to 1, how unsure the identification is.
        doubts: names of what makes it so (see `DOUBTS`).
        earlier: the one from which speaker or sources were carried over.
    """

    draft: Draft
    speaker: Figure | None
    naming: Phrase | None
    links: tuple[Link, ...]
    how: How
    doubt: float = 0.0
    doubts: tuple[str, ...] = ()
    earlier: "Identified | None" = None


def weight_of(doubts: tuple[str, ...]) -> float:
    """How much of the confidence these doubts take together."""
    return 1 - prod(DOUBTS.get(name, UNKNOWN) for name in doubts)
