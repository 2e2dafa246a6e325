"""Words that weaken certainty inside a claim."""

from quiz.engine.claims.draft import Draft
from quiz.engine.claims.reading import Reading
from quiz.engine.text.span import Span


def hedges_in(reading: Reading, draft: Draft) -> tuple[Span, ...]:
    """Hedging words of the content and, outside quotations, reportative "soll".

    Konjunktiv I and a named "laut X" mark another's words, not doubt.
    """
    words = frozenset(reading.lexicon.words["hedges"]["words"])
    if _forbids(reading, draft):
        words -= frozenset(reading.lexicon.words["hedges"]["permitting"])
    hearsay = frozenset(reading.lexicon.words["hedges"]["hearsay"])
    return tuple(
        reading.span(at, at + 1)
        for first, end in draft.content
        for at in range(first, end)
        if reading.lower[at] in words
        or (reading.lower[at] in hearsay and at not in reading.quoted)
    )


def _forbids(reading: Reading, draft: Draft) -> bool:
    """As in "die Kinder dürften nicht bleiben": not likelihood but permission."""
    negations = reading.lexicon.words["quotation"]["negations"]
    return any(
        reading.lower[at] in negations
        for first, end in draft.content
        for at in range(first, end)
    )
