"""The clause behind a frame that says what is said: dass, Konjunktiv, infinitive."""

from quiz.engine.claims.candidates.addressee import trailing
from quiz.engine.claims.candidates.candidate import Range, SentenceView
from quiz.engine.claims.candidates.wholeness import has_accusative
from quiz.engine.claims.clauses.comment import (
    is_comment,
    is_gloss,
    is_reported,
    is_sequel,
)
from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_fragment,
    is_infinitive,
    is_relative,
    is_subordinate,
    resumes,
)
from quiz.engine.claims.clauses.finite import can_be_verb
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.words.quoted import titles_what_is_before
from quiz.engine.lexicon.grammar import Mood, Trait

# Frames that stand behind the words they give.
SPEAKING = (FrameKind.AS, FrameKind.SO, FrameKind.IT)

MAX_FOREFIELD = 8  # segments before the verb that can open what is said


def clause_behind(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """What the frame introduces in the segments behind it; () for nothing."""
    first = frame.last + 1
    if not _opens_with_relative(view, first):
        first += len(trailing(view, frame.last))
    for index in range(first, len(view.segments)):
        segment = view.segments[index]
        if segment.quotation is not None or _is_consequence(view, frame, segment):
            return ()
        if _hangs_on_noun(view, index):
            return ()
        if (
            _begins_content(view, index)
            or _is_forefield(view, index)
            or (index == frame.last + 1 and _is_second(view, frame, segment))
        ):
            end = min(
                _content_end(view, frame, index), _next_verb(view, frame, segment)
            )
            end = min(end, _end_before_verb(view, frame, index))
            return view.without(segment.first, end) if end > segment.first else ()
        if not is_relative(view.reading, segment):
            return ()
    return ()


def relative_behind(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """As in "beklagte Mängel, die niemand behoben habe": a relative clause.

    The Konjunktiv in it marks the words of whoever the frame is about.
    """
    index = frame.last + 1 + len(trailing(view, frame.last))
    if index >= len(view.segments):
        return ()
    segment, reading = view.segments[index], view.reading
    if segment.quotation is not None or not is_relative(reading, segment):
        return ()
    if reading.has_mood(segment.first, segment.end) is not Mood.STRICT:
        return ()
    end = _content_end(view, frame, index)
    return view.without(segment.first, end) if end > segment.first else ()


def _next_verb(view: SentenceView, frame: Frame, segment: Segment) -> int:
    """Where the same subject's next verb begins ("…, und fügte hinzu")."""
    joining = view.reading.lexicon.words.conjunctions.joining
    for other in view.frames:
        if other.at <= segment.first:
            continue
        shared = other.subject == frame.subject
        if shared and view.reading.lower[other.at - 1] in joining:
            return other.at - 1
        if not shared and _is_joined_voice(view, other, segment):
            return other.subject.first - 1 if other.subject else other.at
    return view.segments[-1].end


def _end_before_verb(view: SentenceView, frame: Frame, index: int) -> int:
    """As in "Seine Bitte, früher zu gehen, blieb ohne Antwort": the verb comes after.

    A noun of speech that opens the sentence waits for its verb.
    """
    reading, segment = view.reading, view.segments[index]
    opens = frame.kind is FrameKind.NOUN and frame.segment == 0
    if not opens or not is_infinitive(reading, segment) or segment is view.segments[-1]:
        return view.segments[-1].end
    behind = view.segments[index + 1]
    waits = behind.quotation is None and reading.is_plain(behind.first)
    return segment.end if waits else view.segments[-1].end


def _is_joined_voice(view: SentenceView, other: Frame, segment: Segment) -> bool:
    """As in "Lenk sagte, er sei müde und Falk forderte Ruhe": another's words."""
    reading, subject = view.reading, other.subject
    words = reading.lexicon.words.conjunctions
    if (
        reading.lower[segment.first] in words.content
        or other.kind is not FrameKind.VERB
    ):
        return False
    if subject is None or not segment.first < subject.first < other.at:
        return False
    joined = reading.lower[subject.first - 1] in words.joining
    return joined and not reading.has_mood(subject.first, other.at + 1)


def _content_end(view: SentenceView, frame: Frame, index: int) -> int:
    """Up to a later clause that names the source of it all, or is the narrator's."""
    reading, segments = view.reading, view.segments
    reported = is_reported(reading, segments[index])
    for at in range(index + 1, len(segments)):
        if is_gloss(reading, segments, at) or (
            reported and is_comment(reading, segments, at)
        ):
            return segments[at - 1].end
        if _is_main(view, frame, at) or is_sequel(reading, segments, at):
            return segments[at - 1].end
        other = view.frame_at(at)
        if other is not None and (other.kind in SPEAKING or other.verb_first):
            return segments[at - 1].end
        if segments[at].mark == ":" and (other or segments[at].quotation):
            return segments[at - 1].end
        if _is_narrator(view, at) or (other and _is_other_voice(view, at)):
            return segments[at - 1].end
    return segments[-1].end


def _is_main(view: SentenceView, frame: Frame, at: int) -> bool:
    """As in "Obwohl Lea versprach, zu gehen, bleibt sie": the clause all that opens.

    Behind a clause with its verb last the main clause begins with its own.
    """
    reading, segment = view.reading, view.segments[at]
    if frame.segment > 0 or not is_subordinate(reading, view.segments[0]):
        return False
    if segment.quotation is not None or segment.mark != ",":
        return False
    begins = can_be_verb(reading, segment.first) and reading.is_plain(segment.first)
    return begins and not is_dependent(reading, segment)


def _is_other_voice(view: SentenceView, at: int) -> bool:
    """As in "Lenk sagte, er bleibe, doch Falk erklärte, …": another one's frame."""
    reading, segment = view.reading, view.segments[at]
    against = reading.lexicon.words.conjunctions.against
    if reading.lower[segment.first] not in against:
        return False
    return not reading.has_mood(segment.first, segment.end)


def _is_narrator(view: SentenceView, at: int) -> bool:
    """As in "Lenk sagte, er sei krank, und fuhr heim": no more of what is said."""
    reading, segment = view.reading, view.segments[at]
    before = view.segments[at - 1]
    if segment.quotation is not None or segment.mark == ";":
        return segment.mark == ";" and not reading.has_mood(segment.first, segment.end)
    if before.quotation is None and is_subordinate(reading, before):
        opener = reading.lower[before.first]
        words = reading.lexicon.words.conjunctions
        if opener not in words.content | words.asking:
            return False  # "wenn es regnet, fällt das Fest aus"
    return resumes(reading, segment)


def _is_second(view: SentenceView, frame: Frame, segment: Segment) -> bool:
    """As in "sagte, die Kinder fühlten sich wohl": a main clause in any mood.

    Only right behind a verb of saying that has no object of its own.
    """
    reading = view.reading
    says = {
        Trait.CLAUSE,
        Trait.QUOTATION,
    } <= frame.frames and Trait.COMMON not in frame.frames
    if segment.mark != "," or not (says or frame.kind is FrameKind.IT):
        return False
    if frame.kind is not FrameKind.IT and (
        frame.kind is not FrameKind.VERB or has_accusative(view, frame)
    ):
        return False
    if is_dependent(reading, segment) or is_fragment(reading, segment):
        return False
    joining = reading.lexicon.words.conjunctions.coordinating
    if reading.lower[segment.first] in joining or reading.looks_finite(segment.first):
        return False
    inner = range(segment.first + 1, segment.end)
    return any(reading.looks_finite(at) for at in inner if at not in reading.quoted)


def _is_forefield(view: SentenceView, index: int) -> bool:
    """As in "über den Plan, ein Bad zu bauen, sei er froh": the verb comes later."""
    reading = view.reading
    if not (
        is_fragment(reading, view.segments[index])
        or is_dependent(reading, view.segments[index])
    ):
        return False
    for segment in view.segments[index + 1 : index + 1 + MAX_FOREFIELD]:
        if segment.quotation is not None:
            if titles_what_is_before(reading, segment.quotation):
                continue  # "das Motto, „ein Haus“, sei gut"
            return False
        if reading.is_strict_mood(segment.first) or reading.is_loose_mood(
            segment.first
        ):
            return True
        if not (is_fragment(reading, segment) or is_dependent(reading, segment)):
            return False
    return False


def _opens_with_relative(view: SentenceView, index: int) -> bool:
    """As in "sagte, Lea Moor, die das Heim leitet, sei krank": she is spoken of."""
    if index + 1 >= len(view.segments):
        return False
    related = is_relative(view.reading, view.segments[index + 1])
    return related and _is_forefield(view, index)


def _begins_content(view: SentenceView, index: int) -> bool:
    reading, segment = view.reading, view.segments[index]
    opener = reading.lower[segment.first]
    words = reading.lexicon.words.conjunctions
    frame = view.frame_at(index)
    if frame is not None and frame.kind is FrameKind.AS:
        return False
    if opener in words.comparing and _has_object(view, index):
        return False  # "kritisierte die Art, wie …"
    if opener in words.content:
        return True
    if opener in words.asking:
        return Trait.QUESTION in _verb_before(view, index)
    if segment.mark == ":" or is_infinitive(reading, segment):
        return True
    if is_subordinate(reading, segment) or is_relative(reading, segment):
        return False
    return bool(reading.has_mood(segment.first, segment.end))


def _hangs_on_noun(view: SentenceView, index: int) -> bool:
    """As in "sagte er in Anspielung darauf, dass …": no complement of the verb."""
    reading, before = view.reading, view.segments[index - 1]
    last = before.end - 1
    if reading.lower[last] not in reading.lexicon.words.quotation.ahead:
        return False
    noun = last - 1
    governed = noun - 1 > before.first and reading.is_preposition(noun - 1)
    return governed and reading.is_noun(noun)


def _is_consequence(view: SentenceView, frame: Frame, segment: Segment) -> bool:
    """As in "sollte es heißen, dass er geht, gäbe es Streit": it follows from all that.

    A clause with its verb last is not what words in second place go on from, nor is
    "mit Gästen, die sich versichern, liege der Ort vorn".
    """
    reading, first = view.reading, segment.first
    begins = reading.is_strict_mood(first) or reading.is_loose_mood(first)
    own = view.segments[frame.segment]
    return begins and (is_subordinate(reading, own) or is_relative(reading, own))


def _has_object(view: SentenceView, index: int) -> bool:
    """The frame right before has an object that the clause can be about."""
    frames = [f for f in view.frames if f.segment == index - 1]
    return (
        bool(frames)
        and frames[0].kind is FrameKind.VERB
        and (has_accusative(view, frames[0]) or _has_preposition(view, frames[0]))
    )


def _has_preposition(view: SentenceView, frame: Frame) -> bool:
    segment = view.segments[frame.segment]
    places = range(frame.at + 1, segment.end - (len(frame.cue) > 1))
    return Trait.TOPIC in frame.frames and any(
        view.reading.is_preposition(n) for n in places
    )


def _verb_before(view: SentenceView, index: int) -> frozenset[str]:
    """What the frame in front of the segment introduces."""
    frames = [f for f in view.frames if f.segment < index]
    return frames[-1].frames if frames else frozenset()
