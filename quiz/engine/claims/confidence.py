"""How far a claim can be trusted.

A claim's confidence is a product: the share of its rule's claims that are right where
the speaker is named with the words, times the share that each doubt about the speaker
leaves (`identified.DOUBTS`), times the share that stays right for a speaker of that
kind.
Of the claims with a confidence around .9, nine in ten should be right.

The figures are estimates in steps of about .05, made by reading what each rule found
and by reasoning about how it can fail. `python -m bench.calibration` shows them beside
the shares measured on an annotated corpus; run it after a change of a rule.
"""

from math import prod

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.identified import DOUBTS, UNKNOWN, Identified

SURE = 0.8  # from here on nobody needs to look at it before it is asked about
MIN_WORDS = 3  # a shorter one says too little to be asked for

BY_RULE = {
    "quotation_with_verb": 0.95,
    "quotation_with_so": 0.9,
    "quotation_with_as": 0.9,
    "quotation_with_noun": 0.6,
    "quotation_with_passive": 0.6,
    "quotation_with_any": 0.85,
    "quotation_with_it": 0.7,
    "quotation_unframed": 0.35,
    "quotation_named": 0.75,
    "quotation_points_before": 0.85,
    "quotation_in_brackets": 0.75,
    "quotation_beside": 0.75,
    "quotation_cited": 0.85,
    "quotation_with_source": 0.85,
    "quotation_goes_on": 0.8,
    "clause_behind": 0.9,
    "clause_after_colon": 0.55,
    "clause_behind_passive": 0.7,
    "clause_behind_state": 0.75,
    "clause_behind_noun": 0.6,
    "relative_clause": 0.7,
    "clause_denied": 0.7,
    "clause_before_verb": 0.9,
    "clause_before_so": 0.95,
    "clause_before_it": 0.75,
    "as_says": 0.9,
    "attributed": 0.95,
    "points_back": 0.6,
    "points_before": 0.75,
    "clause_before_unclear": 0.45,
    "quotation_after_colon": 0.75,
    "hearsay": 0.5,
    "clause_asked": 0.7,
    "clause_cited": 0.75,
    "clause_planned": 0.7,
    "told_of_oneself": 0.7,
    "summary": 0.55,
    "judgement": 0.4,
    "predication": 0.6,
    "mood_goes_on_strict": 0.9,
    "mood_goes_on_loose": 0.65,
    "hearsay_goes_on": 0.65,
    "heading": 0.6,
    "heading_quotes": 0.7,
    "quoted_inside": 0.85,
}
# What is left of it for speakers who are not known by a name of their own.
BY_SPEAKER = {
    "person_by_role": 0.9,
    "person_by_office": 0.95,
    "body_by_role": 0.95,
    "lone_word": 0.8,
    "vague_body": 0.85,
    "group": 0.95,
    "unnamed": 0.85,
    "nobody": 0.8,
}
NEVER_SURE = frozenset({"unnamed", "nobody"})  # however right: not to be asked
NESTED = "quoted_inside"
NAMED = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.OUTLET,
        EntityKind.ORGANISATION,
        EntityKind.COUNTRY,
    }
)
_FIGURES = {**BY_RULE, **DOUBTS, **BY_SPEAKER}


def confidence_of(found: Identified) -> float:
    """0–1: the product of the figures of all its grounds."""
    share = prod(map(figure_of, grounds_of(found)))
    return round(max(0.05, min(0.99, share)), 2)


def grounds_of(found: Identified) -> tuple[str, ...]:
    """What its confidence rests on: the rule, every doubt, the kind of speaker."""
    rule = NESTED if found.draft.inside else found.draft.rule
    return (rule, *found.doubts, *_speaker_ground(found))


def figure_of(ground: str) -> float:
    """The share that is right; a low one for a ground that nobody has looked at."""
    return _FIGURES.get(ground, UNKNOWN)


def known_grounds() -> frozenset[str]:
    """Every ground that has a figure."""
    return frozenset(_FIGURES)


def is_sure(found: Identified, words: int) -> bool:
    """Whether words, speaker and sources are right enough without a person's review.

    A group or a role can be right, too; whether it makes a fair question is for the
    questions to decide.
    """
    speaker = found.speaker
    if speaker is None or words < MIN_WORDS:
        return False
    if speaker.kind not in NAMED and speaker.kind is not EntityKind.GROUP:
        return False
    if speaker.kind is EntityKind.OUTLET and not speaker.names:
        return False  # "der Sender": maybe one that is named elsewhere
    return confidence_of(found) >= SURE


def _speaker_ground(found: Identified) -> tuple[str, ...]:
    """Nothing for a speaker with a name."""
    speaker = found.speaker
    if speaker is None:
        return ("nobody",)
    if speaker.kind not in NAMED:
        return (str(speaker.kind),)
    is_person = speaker.kind is EntityKind.PERSON
    if speaker.is_vague:
        return ("lone_word" if is_person else "vague_body",)
    if speaker.names:
        return ()
    if not is_person:
        return ("body_by_role",)
    has_office = found.naming is not None and found.naming.genitive is not None
    return ("person_by_office" if has_office else "person_by_role",)
