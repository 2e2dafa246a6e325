"""A candidate with its people, before they get the ids under which claims name them."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.ground import Doubt
from quiz.engine.claims.phrases.phrase import Phrase


class How(StrEnum):
    """How the speaker of a candidate is known."""

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
    """A candidate with its people.

    Attributes:
        speaker: None where the text names nobody.
        naming: the words that name the speaker for it, maybe sentences back.
        links: the chain, nearest to the speaker first.
        how: how the speaker is known.
        doubt: 0 (none) to 1, how unsure the identification is.
        doubts: what makes it so.
        earlier: the one from which speaker or sources were carried over.
    """

    candidate: Candidate
    speaker: Figure | None
    naming: Phrase | None
    links: tuple[Link, ...]
    how: How
    doubt: float = 0.0
    doubts: tuple[Doubt, ...] = ()
    earlier: "Identified | None" = None
