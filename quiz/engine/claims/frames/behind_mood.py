"""A frame whose verb no list has: what stands before it is in the Konjunktiv."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.dependence import is_dependent
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import ANY, Frame, FrameKind
from quiz.engine.claims.phrases.agreement import can_be_subject
from quiz.engine.claims.phrases.chunks import fills
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood

SPEAKING = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})


def frame_behind_mood(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Frame | None:
    """As in "Das Eis sei dünn, wettert Falk.": any verb behind the Konjunktiv.

    The mood says that somebody speaks; who stands behind the verb says who.
    """
    segment, before = segments[index], segments[:index]
    closes = segment.mark == "," and index + 1 == len(segments)
    if not closes or not before or not _is_told(reading, before):
        return None
    at = segment.first
    if not _can_tell(reading, at) or reading.has_mood(at, segment.end):
        return None
    subject = _subject(reading, segment)
    if subject is None:
        return None
    return Frame(index, ANY, at, (at,), subject, FrameKind.VERB, verb_first=True)


def _is_told(reading: Reading, before: tuple[Segment, ...]) -> bool:
    """Whether it opens with a main clause in the mood, without quotation marks."""
    opening = before[0]
    plain = all(segment.quotation is None for segment in before)
    if not plain or is_dependent(reading, opening):
        return False
    return reading.has_mood(opening.first, opening.end) is Mood.STRICT


def _can_tell(reading: Reading, at: int) -> bool:
    """A plain word in the form of a finite verb, or of "lassen"."""
    ends, lower = reading.lexicon.inflection, reading.lower[at]
    finite = lower.endswith((ends.conjugation.present, *ends.verbs.past))
    return reading.is_plain(at) and (finite or _lets(reading, at))


def _lets(reading: Reading, at: int) -> bool:
    """As in "ließ Falk mitteilen"."""
    return reading.lower[at] in reading.lexicon.words.quotation.letting


def _subject(reading: Reading, segment: Segment) -> Phrase | None:
    """Somebody right behind the verb, who fills the clause but for adverbials."""
    first = segment.first + 1
    if first < segment.end and reading.lower[first] in reading.lexicon.words.reflexive:
        first += 1
    subject = phrase_at(reading, first, segment.end)
    if subject is None or subject.pronoun or not can_be_subject(reading, subject):
        return None
    fits = _lets(reading, segment.first) or fills(reading, subject, segment.end)
    return subject if fits and _is_somebody(reading, subject) else None


def _is_somebody(reading: Reading, phrase: Phrase) -> bool:
    """A person or body, also a surname that the text gives with the first name."""
    kind = naming_of(reading, phrase).kind
    bare = phrase.first == phrase.core == phrase.core_end - 1
    known = bare and reading.word(phrase.core) in reading.surnames
    return kind in SPEAKING or (kind is None and known)
