"""Why a claim is what it is: the rules that decided, and the words they went by.

A reason has a name and points at words. It holds no sentence for people; whoever shows
it has one for each name.
"""

from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.text.span import Span


class Aspect(StrEnum):
    """What of a claim a reason is about."""

    WORDS = "words"
    SPEAKER = "speaker"
    SOURCE = "source"
    HEDGE = "hedge"
    DOUBT = "doubt"


class SignRole(StrEnum):
    """What a word did that helped to decide."""

    CUE = "cue"
    CONJUNCTION = "conjunction"
    MOOD = "mood"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    PRONOUN = "pronoun"
    ANTECEDENT = "antecedent"
    SOURCE = "source"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that helped to decide, and what they did."""

    role: SignRole
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One step on the way to a claim.

    Attributes:
        aspect: what of the claim it is about.
        name: the rule that decided, as in `confidence.BY_RULE` for the words and in
            `reasoning.names` for everything else.
        signs: the words it went by, in no particular order.
        entity: id of the speaker or source it is about.
        claim: id of the claim from which something was carried over, or in which
            this one lies.
    """

    aspect: Aspect
    name: str
    signs: tuple[Sign, ...] = ()
    entity: str | None = None
    claim: str | None = None
