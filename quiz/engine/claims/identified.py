"""A draft with its people, before they get the ids under which claims name them."""

from dataclasses import dataclass

from quiz.engine.claims.draft import Draft
from quiz.engine.claims.figure import Figure
from quiz.engine.claims.phrase import Phrase

# What can be doubtful about a speaker, and how much each takes from the confidence.
# Estimates, as in `confidence.BY_RULE`; what adds nothing only says why.
DOUBTS = {
    "name_shared": 0.3,
    "voices_joined": 0.3,
    "pronoun": 0.05,
    "pronoun_open": 0.2,
    "pronoun_fits_nobody": 0.5,
    "nobody_named": 0.5,
    "other_paragraph": 0.3,
    "carried_from_weak": 0.1,
    "carried_from_doubtful": 0.0,
    "sentence_says_more": 0.2,
    "other_pronoun": 0.2,
    "guessed": 0.4,
}


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
        how: "named", "pronoun", "carried", "guessed" or "nobody".
        doubt: 0 (none) to 1, how unsure the identification is.
        doubts: names of what makes it so (see `DOUBTS`).
        earlier: the one from which speaker or sources were carried over.
    """

    draft: Draft
    speaker: Figure | None
    naming: Phrase | None
    links: tuple[Link, ...]
    how: str
    doubt: float = 0.0
    doubts: tuple[str, ...] = ()
    earlier: "Identified | None" = None


def weight_of(doubts: tuple[str, ...]) -> float:
    """How much these doubts take from the confidence together."""
    return sum(DOUBTS[name] for name in doubts)
