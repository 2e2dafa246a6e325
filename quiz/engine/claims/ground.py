"""What a claim's confidence rests on, each with the share of right claims."""

from dataclasses import dataclass
from enum import Enum, auto

from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.reason import Aspect, SpeakerReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A rule, a doubt, or what the speaker is.

    Attributes:
        id: what claims, JSON and the sentences for people call it.
        share: of the claims that would be right without it, how many are with it.
        about: what it makes more or less certain: the words, the speaker or the
            sources.

    Raises:
        ValueError: that is no share; nothing without a figure can be declared.
    """

    id: str
    share: float
    about: Aspect = Aspect.SPEAKER

    def __post_init__(self) -> None:
        if not self.id or not 0 < self.share <= 1:
            raise ValueError(f"{self.id!r} needs a share above 0, not {self.share}")


class Talk(Enum):
    """How somebody's talk can go on behind the words that a rule found."""

    SPEAKS = auto()  # a verb of speech names the speaker, or one is taken over
    ASIDE = auto()  # somebody was named in passing
    UNSURE = auto()  # these words are hardly somebody's themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Ground):
    """One way to find somebody's words.

    A rule is declared by the module that goes by it, as a constant or as one of a
    mapping; `registry.RULES` has all of them. A person reads what it says in
    `quiz/articles/claims/sentences/rules.py`.

    Attributes:
        share: of its claims with a speaker named by name, how many are right.
        gives: how the article gives the words, unless another rule has found them.
        naming: how the speaker is named; None for the subject of the verb.
        talk: how the talk can go on behind it.
        stands_alone: they are somebody's words also where no claim comes before.
    """

    gives: ClaimType = ClaimType.INDIRECT
    naming: SpeakerReason | None = None
    talk: Talk = Talk.ASIDE
    stands_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Ground):
    """What can be doubtful about a speaker or the words."""
