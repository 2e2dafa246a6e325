"""How far a claim can be trusted.

The figures are estimates in steps of about .05, made by reading what each rule found
and by reasoning about how it can fail; nothing is learnt from a corpus. After a change
of a rule, run `python -m bench.extraction` on an annotated corpus and compare the
share that is right with the figure here.
"""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.identified import Identified

SURE = 0.8  # from here on a claim is put to pupils without a person's review
MIN_WORDS = 3  # a shorter one says too little to be asked for

BY_RULE = {
    "quotation_with_verb": 0.95,
    "quotation_with_so": 0.95,
    "quotation_with_as": 0.9,
    "quotation_with_noun": 0.6,
    "quotation_with_passive": 0.6,
    "quotation_with_any": 0.82,
    "quotation_with_it": 0.7,
    "quotation_unframed": 0.5,
    "quotation_named": 0.7,
    "quotation_points_before": 0.85,
    "quotation_beside": 0.6,
    "quotation_cited": 0.75,
    "quotation_with_source": 0.85,
    "quotation_goes_on": 0.85,
    "clause_behind": 0.92,
    "clause_after_colon": 0.75,
    "clause_behind_passive": 0.6,
    "clause_behind_noun": 0.6,
    "relative_clause": 0.6,
    "clause_denied": 0.5,
    "clause_before_verb": 0.92,
    "clause_before_so": 0.95,
    "clause_before_it": 0.6,
    "as_says": 0.9,
    "attributed": 0.88,
    "points_back": 0.6,
    "points_before": 0.85,
    "clause_before_unclear": 0.6,
    "quotation_after_colon": 0.75,
    "summary": 0.75,
    "judgement": 0.75,
    "predication": 0.6,
    "mood_goes_on_strict": 0.85,
    "mood_goes_on_loose": 0.5,
}
NAMED = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.OUTLET,
        EntityKind.ORGANISATION,
        EntityKind.COUNTRY,
    }
)


def confidence_of(found: Identified) -> float:
    """0–1: the rule's own share, less what is doubtful about the speaker."""
    rule = found.draft.inside or found.draft.rule
    if found.draft.inside in ("judgement", "summary"):
        rule = "attributed"  # the quoted words themselves are surely the judge's
    share = BY_RULE[rule] - found.doubt
    if found.speaker is None:
        share -= 0.2
    elif found.speaker.kind not in NAMED or found.speaker.is_vague:
        share -= 0.15
    elif not found.speaker.names:
        known_only_by_role = found.speaker.kind is EntityKind.PERSON
        share -= 0.15 if known_only_by_role else 0.05
    return round(max(0.05, min(0.99, share)), 2)


def is_sure(found: Identified, words: int) -> bool:
    """Whether it is good enough to be asked without review."""
    speaker = found.speaker
    if speaker is None or speaker.kind not in NAMED or words < MIN_WORDS:
        return False
    return confidence_of(found) >= SURE
