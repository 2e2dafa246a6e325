"""The frame that gives a quotation to somebody: the verb beside it, or any verb."""

from quiz.engine.claims.candidates.addressee import trailing
from quiz.engine.claims.candidates.candidate import SentenceView
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.phrases.agreement import can_be_subject
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.quoted import Wording, wording_of
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form, Trait


def frame_beside(view: SentenceView, index: int) -> Frame | None:
    """The one behind the quotation, else in front of it, else further away.

    Args:
        view: the sentence.
        index: of the segment that is the quotation.
    """
    behind = view.frame_at(index + 1)
    if behind is not None and _looks_back(behind) and not _only_reports(view, behind):
        return behind
    front = _in_front(view, index)
    if front is not None:
        return front
    quotation = view.segments[index].quotation
    if quotation and wording_of(view.reading, quotation) is Wording.PHRASE:
        return _any_verb(view, index)  # "(kurz: „NWV“)": a name, if no frame is beside
    spoken = [
        f
        for f in view.frames
        if Trait.QUOTATION in f.frames and not _only_reports(view, f)
    ]
    if spoken:
        return min(spoken, key=lambda f: abs(f.segment - index))
    return behind or _any_verb(view, index) or next(iter(view.frames), None)


def _any_verb(view: SentenceView, index: int) -> Frame | None:
    """As in "„…“, strahlte Lenk": right behind a quotation any verb marks speech.

    So it does behind "mit diesen Worten", and as "meinen" before an article.
    """
    if index + 1 >= len(view.segments):
        return None
    segment, reading = view.segments[index + 1], view.reading
    at = _past_these_words(reading, segment)
    if segment.quotation is not None or at + 1 >= segment.end:
        return None
    spoken = any(form.form is Form.FINITE for form in reading.verbs(at))
    if not (reading.is_plain(at) or (spoken and reading.is_determiner(at + 1))):
        return None
    reflexive = reading.lexicon.words.reflexive
    first = at + 1 + (reading.lower[at + 1] in reflexive)
    subject = phrase_at(reading, first, segment.end)
    if subject is None or not can_be_subject(reading, subject):
        return None
    cue = tuple(range(segment.first, at + 1))
    return Frame(index + 1, None, at, cue, subject, FrameKind.ANY, verb_first=True)


def _past_these_words(reading: Reading, segment: Segment) -> int:
    """Where the verb stands behind "mit diesen Worten"; else the first token."""
    said = reading.lexicon.words.wording.these_words
    first = segment.first
    opens = tuple(reading.lower[first : first + len(said)]) == tuple(said)
    return first + len(said) if opens and segment.quotation is None else first


def _looks_back(frame: Frame) -> bool:
    return frame.verb_first or frame.kind in (FrameKind.SO, FrameKind.AS)


def _in_front(view: SentenceView, index: int) -> Frame | None:
    """The frame right before, appositions and addressees between them passed over."""
    for at in range(index - 1, -1, -1):
        frame = view.frame_at(at)
        if frame is not None:
            near = at + 1 + len(trailing(view, at)) >= index
            return frame if near and Trait.QUOTATION in frame.frames else None
    return None


def _only_reports(view: SentenceView, frame: Frame) -> bool:
    """Beside another frame, "wie die Agentur berichtete" is a source, no speaker."""
    if frame.kind is not FrameKind.AS or frame.subject is None:
        return False
    others = [f for f in view.frames if f is not frame]
    return bool(others) and is_media(view.reading, frame.subject)
