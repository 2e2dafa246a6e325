"""What the article says itself among the words of a candidate."""

from quiz.engine.claims.candidates.candidate import Candidate, SentenceView
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.dependence import is_dependent
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.clauses.subject import subject_of
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.noun import is_in_capitals
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form, Trait


def is_told_of_part(view: SentenceView, candidate: Candidate) -> bool:
    """As in "kaufte die Halle, laut Stadt für drei Euro": perhaps the price alone."""
    attribution = next((a for a in view.attributions if a.cue == candidate.cue), None)
    if attribution is None or not attribution.segment:
        return False
    reading, segment = view.reading, view.segments[attribution.segment]
    behind = range(attribution.end, segment.end)
    opens = segment.mark == "," and attribution.first == segment.first
    before = candidate.content[0][0] < segment.first
    return (
        opens and before and bool(behind) and not any(map(reading.looks_finite, behind))
    )


def thinks_inside(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Es sei spät, daher glaubt er nicht, dass …": told of whoever speaks."""
    if candidate.type is not ClaimType.INDIRECT_FREE_INDIRECT:
        return False
    return any(
        segment.quotation is None
        and not is_dependent(view.reading, segment)
        and not view.reading.has_mood(segment.first, segment.end)
        and any(
            _thinks(view.reading, segment, at)
            for at in range(segment.first, segment.end)
        )
        for segment in view.segments
    )


def _thinks(reading: Reading, segment: Segment, at: int) -> bool:
    """A verb of thinking with "er" or "sie" beside it."""
    if not any(
        form.form is Form.FINITE and Trait.THOUGHT in form.verb.frames
        for form in reading.verbs(at)
    ):
        return False
    subject = subject_of(reading, segment, at)
    return subject is not None and subject.pronoun


def article_speaks(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Er halte trotzdem: Die Stadt rechnet mit Jahren": others say so, too.

    And in "soll laut Moor bequem sein: Die Firma stellt es vor": the article does.
    """
    attributed = any(a.cue == candidate.cue for a in view.attributions)
    if not attributed and candidate.type is not ClaimType.INDIRECT_FREE_INDIRECT:
        return False
    reading, (first, end) = view.reading, candidate.content[-1]
    return any(
        segment.mark == ":"
        and first < segment.first < end
        and segment.quotation is None
        and _tells_of_somebody(reading, segment)
        for segment in view.segments
    )


def _tells_of_somebody(reading: Reading, segment: Segment) -> bool:
    """A main clause that is not in the mood and has somebody as its subject."""
    if reading.has_mood(segment.first, segment.end):
        return False
    subject = phrase_at(reading, segment.first, segment.end)
    if subject is None or subject.pronoun or subject.end >= segment.end:
        return False
    named = naming_of(reading, subject).kind is not None
    named = named or is_in_capitals(reading.word(subject.core_end - 1))
    behind = subject.end
    if reading.word(behind) == "(":  # "Das Amt für Brücken (AfB) prüft …"
        behind = next(
            (n + 1 for n in range(behind, segment.end - 1) if reading.word(n) == ")"),
            behind,
        )
    return named and reading.looks_finite(behind)
