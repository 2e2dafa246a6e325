"""What a document speaks of: "in dem Bericht ist von „schweren Mängeln“ die Rede"."""

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.candidates.spreading import spreaders
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.document import (
    document_in,
    document_in_front,
    is_inside,
    tells,
)
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.reason import SpeakerReason

TALKED_OF = Rule(
    id="talked_of",
    share=0.75,
    gives=ClaimType.REPORTED,
    naming=SpeakerReason.NAMED_AS_DOCUMENT,
)


def talked_of_candidates(view: SentenceView) -> list[Candidate]:
    """Of what, in which document; nothing where none is named."""
    reading = view.reading
    tail = reading.lexicon.words.quotation.talked_of
    for index, segment in enumerate(view.segments):
        end = segment.end - len(tail)
        if end <= segment.first or reading.lower[end : segment.end] != tuple(tail):
            continue
        is_verb = reading.lexicon.words.quotation.result
        places = range(segment.first, end)
        verb = next((n for n in places if reading.lower[n] in is_verb), None)
        content = _topic(view, segment, end)
        document = _document(view, index)
        inside = [n for n in places if is_inside(reading, n)]
        if verb is None or content is None or not (document or inside):
            continue
        return [
            Candidate(
                content=(content,),
                speaker=document,
                cue=(verb, *range(end, segment.end)),
                type=TALKED_OF.gives,
                rule=TALKED_OF,
                sentence=view.index,
                via=tuple(spreaders(view, (content,))),
            )
        ]
    return []


def _topic(view: SentenceView, segment: Segment, end: int) -> Range | None:
    """As in "von schweren Mängeln", up to the verb or a word for the document."""
    reading = view.reading
    marks = reading.lexicon.words.quotation
    stops = marks.result | marks.inside
    places = range(segment.first, end)
    of = [
        n
        for n in places
        if reading.lower[n] in marks.talked_about and n not in reading.quoted
    ]
    if not of:
        return None
    outside = (n for n in range(of[-1], end) if n not in reading.quoted)
    stop = next((n for n in outside if reading.lower[n] in stops), end)
    return view.trim(of[-1], stop)


def _document(view: SentenceView, index: int) -> Phrase | None:
    found = document_in(view.reading, view.segments[index])
    if found is None or not tells(view.reading, found):
        found = document_in_front(view.reading, view.segments, index)
    return found if found is not None and tells(view.reading, found) else None
