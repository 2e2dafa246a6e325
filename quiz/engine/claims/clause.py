"""The clause behind a frame that says what is said: dass, Konjunktiv, infinitive."""

from quiz.engine.claims.draft import Range, SentenceView
from quiz.engine.claims.frame import Frame
from quiz.engine.claims.phrase import phrase_at
from quiz.engine.claims.segment import Segment
from quiz.engine.claims.via import trailing

RELATIVE_OBJECT = frozenset({"dem", "den", "denen", "deren", "dessen", "der"})
NO_COMPLEMENT = frozenset({"um", "ohne", "statt", "anstatt"})


def clause_behind(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """What the frame introduces in the segments behind it; () for nothing."""
    first = frame.segment + 1 + len(trailing(view, frame.segment))
    for index in range(first, len(view.segments)):
        segment = view.segments[index]
        if segment.quotation is not None:
            return ()
        if _begins_content(view, segment):
            end = min(_content_end(view, index), _next_verb(view, frame, segment))
            return view.without(segment.first, end) if end > segment.first else ()
        if not _is_aside(view, segment):
            return ()
    return ()


def _next_verb(view: SentenceView, frame: Frame, segment: Segment) -> int:
    """Where the same subject's next verb begins ("…, und fügte hinzu")."""
    for other in view.frames:
        coordinated = other.at > segment.first and other.subject == frame.subject
        if coordinated and view.reading.lower[other.at - 1] in ("und", "sowie"):
            return other.at - 1
    return view.segments[-1].end


def _content_end(view: SentenceView, index: int) -> int:
    """Up to a later clause that names the source of it all."""
    for at in range(index + 1, len(view.segments)):
        frame = view.frame_at(at)
        if frame is not None and (frame.kind in ("as", "so", "it") or frame.verb_first):
            return view.segments[at - 1].end
    return view.segments[-1].end


def _begins_content(view: SentenceView, segment: Segment) -> bool:
    reading = view.reading
    opener = reading.lower[segment.first]
    words = reading.lexicon.words["conjunctions"]
    frame = view.frame_at(view.segments.index(segment))
    if frame is not None and frame.kind == "as":
        return False
    if opener in words["content"]:
        return True
    asks = segment.first and "q" in _verb_before(view, segment)
    if opener in words["asking"]:
        return bool(asks)
    if segment.mark == ":":
        return True
    if _is_infinitive_clause(view, segment):
        return True
    behind = min(segment.first + 1, segment.end - 1)
    relative = (
        reading.is_preposition(segment.first)
        and reading.lower[behind] in RELATIVE_OBJECT
        and phrase_at(reading, behind, segment.end) is None
    )
    second = reading.is_strict_mood(behind) and behind > segment.first
    if opener in words["subordinating"] and second:
        return True  # "damit solle …": an adverb, the verb comes second
    if opener in words["subordinating"] or relative or _is_aside(view, segment):
        return False
    return bool(reading.has_mood(segment.first, segment.end))


def _verb_before(view: SentenceView, segment: Segment) -> frozenset[str]:
    """What the frame in front of the segment introduces."""
    index = view.segments.index(segment)
    frames = [f for f in view.frames if f.segment < index]
    return frames[-1].frames if frames else frozenset()


def _is_infinitive_clause(view: SentenceView, segment: Segment) -> bool:
    lower = view.reading.lower
    if lower[segment.first] in NO_COMPLEMENT:
        return False
    last = segment.end - 1
    if not lower[last].endswith("n"):
        return False
    spaced = last > segment.first and lower[last - 1] == "zu"
    joined = "zu" in lower[last][2:-3] and len(lower[last]) > 7
    return spaced or joined


def _is_aside(view: SentenceView, segment: Segment) -> bool:
    """A relative clause between the frame and what it introduces."""
    lower = view.reading.lower
    if lower[segment.first] not in ("der", "die", "das", "dessen", "deren", "dem"):
        return False
    if phrase_at(view.reading, segment.first, segment.end) is not None:
        return False  # an article with its noun
    second = segment.first + 1
    return second >= segment.end or not view.reading.is_strict_mood(second)
