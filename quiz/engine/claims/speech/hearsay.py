"""Hearsay without a frame: "Der Täter soll geflohen sein."."""

from quiz.engine.claims.candidates.candidate import Candidate, SentenceView, carried_on
from quiz.engine.claims.candidates.hedge import is_hearsay, is_self_told
from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.clauses.dependence import is_dependent
from quiz.engine.claims.clauses.subject import subject_of
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.naming import naming_of

TELLING = (EntityKind.PERSON, EntityKind.GROUP)

HEARSAY_GOES_ON = Rule(id="hearsay_goes_on", share=0.65, gives=ClaimType.FREE_INDIRECT)
TOLD_OF_ONESELF = Rule(id="told_of_oneself", share=0.7)


def hearsay_candidates(view: SentenceView) -> list[Candidate]:
    """As in "der Täter soll geflohen sein": "soll" with a perfect infinitive.

    With a plain infinitive it is as often a plan ("soll im Mai öffnen") and none.
    """
    if not any(_is_hearsay(view, index) for index in range(len(view.segments))):
        return []
    content = view.trim(view.sentence.first, view.sentence.end)
    if content is None:
        return []
    return [carried_on(view, content, HEARSAY_GOES_ON)]


def self_told_candidates(view: SentenceView) -> list[Candidate]:
    """As in "ein Zeuge will Rauch gesehen haben": he says so, and nobody else does."""
    reading, verbs = view.reading, view.reading.lexicon.words.hedges.self_told
    for segment in view.segments:
        if segment.quotation is not None or is_dependent(reading, segment):
            continue
        clause = (segment.first, segment.end)
        for at in range(*clause):
            if reading.lower[at] not in verbs or not is_self_told(reading, at, clause):
                continue
            subject = subject_of(reading, segment, at)
            content = view.trim(view.sentence.first, view.sentence.end)
            if subject is None or subject.pronoun or content is None:
                return []
            if naming_of(reading, subject).kind not in TELLING:
                return []
            return [
                Candidate(
                    content=(content,),
                    speaker=subject,
                    cue=(at,),
                    type=ClaimType.INDIRECT,
                    rule=TOLD_OF_ONESELF,
                    sentence=view.index,
                )
            ]
    return []


def _is_hearsay(view: SentenceView, index: int) -> bool:
    reading, segment = view.reading, view.segments[index]
    clause = (segment.first, segment.end)
    verbs = reading.lexicon.words.hedges.hearsay
    if segment.quotation is not None or verbs.isdisjoint(reading.lower[slice(*clause)]):
        return False
    if is_dependent(reading, segment):
        return False
    return any(
        reading.lower[at] in verbs and is_hearsay(reading, at, clause)
        for at in range(*clause)
    )
