"""Frames made by a verb together with other words: "gab zu bedenken, dass …"."""

from dataclasses import replace

from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.frames.verbal import frame_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.vocabulary.verbs import Expression


def expression_frame(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Frame | None:
    """The frame of a verb that marks speech here because of the words beside it.

    Those words stand in a row: at the end of the clause, before a participle or before
    a verb at the end. "liess" alone says nothing, "liess … wissen" does.
    """
    segment = segments[index]
    for at in range(segment.first, segment.end):
        if at in reading.quoted:
            continue
        for found in reading.lexicon.expressions.get(reading.lower[at], ()):
            first = _place(reading, segment, at, found)
            if first is None:
                continue
            frame = frame_at(reading, segments, (index, at), found.form)
            if frame is not None:
                words = range(first, first + len(found.words))
                return replace(frame, cue=tuple(sorted({*frame.cue, *words})))
    return None


def _place(
    reading: Reading, segment: Segment, at: int, found: Expression
) -> int | None:
    """Where the words begin: at the segment's end or right before the verb."""
    before_prefix = segment.end - bool(found.form.verb.prefix)
    for end in (segment.end, before_prefix, at):
        first = end - len(found.words)
        inside = first >= segment.first and not first <= at < end
        if inside and tuple(reading.lower[first:end]) == found.words:
            return first
    return None
