"""Frames in the passive: who speaks stands behind "von", or nowhere."""

from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.phrases.agreement import can_be_subject
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form, Trait
from quiz.engine.lexicon.vocabulary.verbs import Verb


def passive_frame(reading: Reading, segment: Segment, index: int) -> Frame | None:
    """As in "dem Wirt wird vorgeworfen", "es wurde bekannt", "wurde von Lenk gebeten".

    A modal beside it makes it a plan ("soll aufgefordert werden").
    """
    marks = reading.lexicon.words.passive
    if marks.auxiliaries.isdisjoint(reading.lower[segment.first : segment.end]):
        return None
    places = [
        at for at in range(segment.first, segment.end) if at not in reading.quoted
    ]
    auxiliary = next(
        (at for at in places if reading.lower[at] in marks.auxiliaries), None
    )
    if auxiliary is None or any(reading.lower[at] in marks.modals for at in places):
        return None
    for at in reversed(places):
        verb = _participle(reading, at)
        if verb is not None and at != auxiliary:
            first, last = sorted((auxiliary, at))
            agent = _agent(reading, segment, last)
            opens = reading.lexicon.words.quotation.as_said
            kind = (
                FrameKind.AS
                if reading.lower[segment.first] in opens
                else FrameKind.PASSIVE
            )
            return Frame(index, verb, first, (first, last), agent, kind)
    return None


def cited_frame(reading: Reading, segment: Segment, index: int) -> Frame | None:
    """As in "wird der Förster zitiert", "wie Lenk zitiert wird": the cited speaks."""
    words = reading.lexicon.words.wording
    if words.cites.isdisjoint(reading.lower[segment.first : segment.end]):
        return None
    places = [
        at for at in range(segment.first, segment.end) if at not in reading.quoted
    ]
    auxiliary = next((a for a in places if reading.lower[a] in words.passive), None)
    cited = next((a for a in places if reading.lower[a] in words.cites), None)
    if auxiliary is None or cited is None:
        return None
    subject = next(
        (
            phrase
            for phrase, governed in phrases_in(reading, segment.first, segment.end)
            if governed is None and can_be_subject(reading, phrase)
        ),
        None,
    )
    if subject is None:
        return None
    opens = reading.lexicon.words.quotation.as_said
    kind = FrameKind.AS if reading.lower[segment.first] in opens else FrameKind.VERB
    first, last = sorted((auxiliary, cited))
    begins = auxiliary == segment.first
    return Frame(index, None, first, (first, last), subject, kind, begins)


def _participle(reading: Reading, at: int) -> Verb | None:
    for form in reading.verbs(at):
        if form.form is Form.PARTICIPLE and Trait.CLAUSE in form.verb.frames:
            return form.verb
    return None


def _agent(reading: Reading, segment: Segment, end: int) -> Phrase | None:
    """Who does it, or the document in which it is done."""
    marks = reading.lexicon.words.passive
    documents = reading.lexicon.nouns.documents
    for phrase, preposition in phrases_in(reading, segment.first, end):
        if preposition is None:
            continue
        if reading.lower[preposition] in marks.agents:
            return phrase
        word = reading.word(phrase.core_end - 1)
        if word in documents and reading.lower[preposition] in marks.places:
            return phrase
    return None
