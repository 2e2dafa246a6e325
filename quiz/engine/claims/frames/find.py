"""The frames of a sentence: speech verbs, "so X", "heißt es", states, nouns."""

from dataclasses import replace

from quiz.engine.claims.clauses.dependence import is_relative
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.clauses.subject import subject_of
from quiz.engine.claims.frames.behind_mood import frame_behind_mood
from quiz.engine.claims.frames.document import (
    document_in,
    document_in_front,
    written_frame,
)
from quiz.engine.claims.frames.expression import expression_frame
from quiz.engine.claims.frames.frame import ANY, STATE, Frame, FrameKind
from quiz.engine.claims.frames.passive import cited_frame, passive_frame
from quiz.engine.claims.frames.speech_noun import noun_frame
from quiz.engine.claims.frames.verbal import verb_frame
from quiz.engine.claims.phrases.agreement import can_be_subject
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood, Trait


def frames_in(reading: Reading, segments: tuple[Segment, ...]) -> list[Frame]:
    """The frames of a sentence, at most one a segment, in order."""
    found: list[Frame] = []
    for index, segment in enumerate(segments):
        if segment.quotation is None and not _tells_thought(reading, segment):
            frame = _so(reading, segments, index) or _it(reading, segments, index)
            frame = frame or written_frame(reading, segments, index)
            frame = frame or cited_frame(reading, segment, index)
            frame = frame or _held(reading, segment, index)
            frame = frame or expression_frame(reading, segments, index)
            frame = frame or _state(reading, segment, index)
            frame = frame or verb_frame(reading, segments, index)
            frame = frame or passive_frame(reading, segment, index)
            frame = frame or noun_frame(reading, segments, index)
            frame = frame or _before_colon(reading, segments, index)
            frame = frame or frame_behind_mood(reading, segments, index)
            if frame is not None:
                frame = _joined(reading, segment, frame)
                found.append(_coordinated(reading, found, segment, frame))
    return found


def _before_colon(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Frame | None:
    """As in "Falk winkt ab: Das Eis sei zu dünn": any verb, and the Konjunktiv behind.

    The colon and the mood say that somebody speaks; the clause before says who.
    """
    segment = segments[index]
    behind = segments[index + 1] if index + 1 < len(segments) else None
    if behind is None or behind.mark != ":" or behind.quotation is not None:
        return None
    if reading.has_mood(segment.first, segment.end):
        return None
    places = range(index + 1, len(segments))
    if any(
        _so(reading, segments, n) or verb_frame(reading, segments, n) for n in places
    ):
        return None  # "…: Das Eis sei dünn, sagte Falk"
    rest = [s for s in segments[index + 1 :] if s.quotation is None]
    if all(reading.has_mood(s.first, s.end) is not Mood.STRICT for s in rest):
        return None
    at = next((n for n in range(segment.first, segment.end) if _is_verb(reading, n)), 0)
    subject = subject_of(reading, segment, at) if at else None
    return (
        None
        if subject is None
        else Frame(index, ANY, at, (at,), subject, FrameKind.VERB)
    )


def _is_verb(reading: Reading, at: int) -> bool:
    """The first plain word of a main clause that is no adjective before its noun."""
    attributive = reading.is_adjective(at) and at + 1 < len(reading.lower)
    attributive = attributive and (
        reading.is_noun(at + 1) or reading.is_adjective(at + 1)
    )
    return at not in reading.quoted and reading.is_plain(at) and not attributive


def _joined(reading: Reading, segment: Segment, frame: Frame) -> Frame:
    """As in "die Halle sei voll und Falk forderte Ruhe": who stands behind und."""
    joining = reading.lexicon.words.conjunctions.joining
    if is_relative(reading, segment):
        return frame  # "der Antrag, der das rügt und den Rat auffordert": it still does
    for at in range(frame.at - 1, segment.first, -1):
        if at in reading.quoted or frame.kind is not FrameKind.VERB:
            break
        if reading.lower[at] in joining:
            phrase = phrase_at(reading, at + 1, frame.at)
            ends = phrase is not None and phrase.end == frame.at
            begins = any(reading.looks_finite(n) for n in range(segment.first, at))
            if (
                phrase is not None
                and ends
                and begins
                and can_be_subject(reading, phrase)
            ):
                return replace(frame, subject=phrase)
            break
    return frame


def _coordinated(
    reading: Reading, earlier: list[Frame], segment: Segment, frame: Frame
) -> Frame:
    """As in "Lenk sagte, das Geld fehle, und fügte hinzu": the subject stays."""
    if frame.kind is not FrameKind.VERB or frame.segment == 0:
        return frame
    if reading.lower[frame.at - 1] not in reading.lexicon.words.conjunctions.joining:
        return frame
    own = frame.subject
    if own is not None and segment.first <= own.first < frame.at:
        return frame  # "während der Rat zögert und fordert, …"
    spoken = next((f for f in reversed(earlier) if f.kind is not FrameKind.NOUN), None)
    if spoken is None:
        return frame
    return replace(frame, subject=spoken.subject, verb_first=False)


def _so(reading: Reading, segments: tuple[Segment, ...], index: int) -> Frame | None:
    """As in ", so Arndt": the speaker behind the words."""
    segment = segments[index]
    lower, words = reading.lower, reading.lexicon.words.quotation
    if lower[segment.first] not in words.say_so:
        return None
    if index == 0:
        return None
    at = segment.first
    first = at + 1
    if first < segment.end and lower[first] in words.so_far:
        first += 1  # "so zumindest die Polizei"
    if first < segment.end and reading.verbs(first):
        first += 1  # "so vermutet Lenk"
    phrase = phrase_at(reading, first, segment.end)
    if phrase is None or not can_be_subject(reading, phrase):
        return None
    if any(reading.verbs(at) for at in range(phrase.end, segment.end)):
        return None
    cue = tuple(range(at, first))
    return Frame(index, None, at, cue, phrase, FrameKind.SO, verb_first=True)


def _tells_thought(reading: Reading, segment: Segment) -> bool:
    """As in "so glaubte er jedenfalls": told of him, not by him."""
    at, opens = segment.first, reading.lexicon.words.quotation.say_so
    if reading.lower[at] not in opens or at + 2 >= segment.end:
        return False
    thought = any(Trait.THOUGHT in form.verb.frames for form in reading.verbs(at + 1))
    return thought and reading.is_pronoun(at + 2)


def _it(reading: Reading, segments: tuple[Segment, ...], index: int) -> Frame | None:
    """As in "hieß es", "heißt es in dem Bericht", "es hieß": nobody, or a document."""
    segment = segments[index]
    marks = reading.lexicon.words.quotation
    says = marks.it_says
    if says.isdisjoint(reading.lower[segment.first : segment.end]):
        return None
    if _as_it_says(reading, segment):  # "wie es in dem Brief heißt"
        document = document_in(reading, segment)
        at, cue = segment.end - 1, (segment.first + 1, segment.end - 1)
        return Frame(index, None, at, cue, document, FrameKind.AS)
    for at in range(segment.first, segment.end - 1):
        pair = (reading.lower[at], reading.lower[at + 1])
        if at in reading.quoted or marks.it.isdisjoint(pair):
            continue
        if pair[0] in says or pair[1] in says:
            document = document_in(reading, segment)
            so = at == segment.first + 1 and index > 0
            so = so and reading.lower[segment.first] in marks.say_so
            first = so or at == segment.first
            if first and document is None:
                document = document_in_front(reading, segments, index)
                first = document is None
            opens = reading.lexicon.words.quotation.as_said
            kind = (
                FrameKind.AS if reading.lower[segment.first] in opens else FrameKind.IT
            )
            return Frame(index, None, at, (at, at + 1), document, kind, first)
    return None


def _as_it_says(reading: Reading, segment: Segment) -> bool:
    """As in "wie es beim Pressedienst heißt", the verb parted from its "es"."""
    marks, lower = reading.lexicon.words.quotation, reading.lower
    opens = lower[segment.first] in marks.as_said and segment.first + 2 < segment.end
    it = opens and lower[segment.first + 1] in marks.it
    return it and lower[segment.end - 1] in marks.it_says


def _state(reading: Reading, segment: Segment, index: int) -> Frame | None:
    """As in "zeigte sich sicher, dass …", "ist überzeugt, …"."""
    states = reading.lexicon.words.states
    last = segment.end - 1
    if reading.lower[last] not in states.words:
        return None
    itself = reading.lexicon.words.reflexive
    reflexive = not itself.isdisjoint(reading.lower[segment.first : segment.end])
    verbs = states.copula | (states.reflexive if reflexive else frozenset())
    for at in range(segment.first, last):
        if reading.lower[at] in verbs:
            subject = subject_of(reading, segment, at)
            it = reading.lexicon.words.quotation.it
            if subject is None or reading.lower[subject.first] in it:
                return None
            middle = [n for n in range(at + 1, last) if reading.lower[n] in itself]
            cue = (at, *middle[:1], last)
            return Frame(index, STATE, at, cue, subject, FrameKind.VERB)
    return None


def _held(reading: Reading, segment: Segment, index: int) -> Frame | None:
    """As in "hält es für möglich, dass …"."""
    states = reading.lexicon.words.states
    words = reading.lower[segment.first : segment.end]
    if states.holding.isdisjoint(words) or not states.held <= set(words):
        return None
    for at in range(segment.first, segment.end):
        if reading.lower[at] in states.holding:
            subject = subject_of(reading, segment, at)
            return Frame(
                index, STATE, at, (at, segment.end - 1), subject, FrameKind.VERB
            )
    return None
