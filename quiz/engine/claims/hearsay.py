"""Hearsay without a frame: "Der Täter soll geflohen sein."."""

from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.dependence import is_dependent
from quiz.engine.claims.draft import Draft, SentenceView, carried_on
from quiz.engine.claims.hedge import is_hearsay


def hearsay_drafts(view: SentenceView) -> list[Draft]:
    """As in "der Täter soll geflohen sein": "soll" with a perfect infinitive.

    With a plain infinitive it is as often a plan ("soll im Mai öffnen") and none.
    """
    if not any(_is_hearsay(view, index) for index in range(len(view.segments))):
        return []
    content = view.trim(view.sentence.first, view.sentence.end)
    if content is None:
        return []
    return [carried_on(view, content, ClaimType.FREE_INDIRECT, "hearsay_goes_on")]


def _is_hearsay(view: SentenceView, index: int) -> bool:
    reading, segment = view.reading, view.segments[index]
    if segment.quotation is not None or is_dependent(reading, segment):
        return False
    clause = (segment.first, segment.end)
    verbs = reading.lexicon.words["hedges"]["hearsay"]
    return any(
        reading.lower[at] in verbs and is_hearsay(reading, at, clause)
        for at in range(*clause)
    )
