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
    UNACCOUNTED = "unaccounted"


class SpeakerReason(StrEnum):
    """How the speaker is known."""

    SUBJECT = "subject"
    NAMED_HERE = "named_here"
    NAMED_AS_ORIGIN = "named_as_origin"
    NAMED_BEFORE_COLON = "named_before_colon"
    NAMED_AS_CITED = "named_as_cited"
    NAMED_BEHIND_SO = "named_behind_so"
    NAMED_AS_DOCUMENT = "named_as_document"
    NAMED_AS_OWNER = "named_as_owner"
    NAMED_AS_AGENT = "named_as_agent"
    NAMED_AS_ASKED = "named_as_asked"
    LEANED_ON = "leaned_on"
    PRONOUN = "pronoun"
    CARRIED = "carried"
    CARRIED_BY_PRONOUN = "carried_by_pronoun"
    ABOUT_BEFORE = "about_before"
    SPOKE_LAST = "spoke_last"
    NOT_NAMED = "not_named"
    MEANT = "meant"
    PERSON_DECIDED = "person_decided"


class SourceReason(StrEnum):
    """How a source is known."""

    BY_CUE = "source_by_cue"
    HEARD = "source_heard"
    ITSELF = "source_itself"
    CARRIED = "source_carried"


class HedgeReason(StrEnum):
    """What a word does that weakens."""

    WEAKENS = "weakens"
    HEARSAY = "hearsay"


class DoubtReason(StrEnum):
    """What keeps a claim from being sure beside the doubts of `doubt`."""

    SPEAKER_UNNAMED = "speaker_unnamed"
    SPEAKER_VAGUE = "speaker_vague"
    KNOWN_BY_ROLE = "known_by_role"
    TOO_SHORT = "too_short"
    WEAK_RULE = "weak_rule"
    DOUBTFUL = "doubtful"


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
        name: what decided: the id of a rule for the words, else one of the names
            above or the id of a doubt; `registry.reason_names` has them all.
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
