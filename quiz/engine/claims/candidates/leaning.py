"""On whom a reporter relies: "unter Berufung auf die Polizei", "erfuhr von ihr".

Whoever is leaned on stands further away from the article than the reporter does.
"""

from dataclasses import dataclass

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.dependence import is_relative
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.clauses.subject import antecedent, first_subject
from quiz.engine.claims.frames.attribution import people_behind
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Trait


@dataclass(frozen=True, slots=True)
class Leaning:
    """Words that say on whom a reporter relies.

    Attributes:
        segment: index of the clause.
        cue: the tokens that mark it.
        phrase: on whom; None where that is not read.
    """

    segment: int
    cue: tuple[int, ...]
    phrase: Phrase | None


def is_reporter(reading: Reading, phrase: Phrase | None) -> bool:
    """An outlet, or a name in quotation marks, as outlets have them."""
    if phrase is None or phrase.pronoun:
        return False
    return phrase.quoted_name is not None or is_media(reading, phrase)


def is_own(reading: Reading, phrase: Phrase | None) -> bool:
    """As in "unter Berufung auf eigene Recherchen": the reporter's own."""
    if phrase is None or phrase.pronoun:
        return False
    own = reading.lexicon.words.quotation.own
    return any(reading.lower[at] in own for at in range(phrase.first, phrase.core))


def leaned_on(view: SentenceView, frame: Frame) -> Leaning | None:
    """Whom the subject of the frame relies on; None where that is not said, or unclear.

    As in "meldet die dpa unter Berufung auf die Polizei", "…, gestützt auf Insider",
    "… und beruft sich auf sie" and "Von zwei Beamten erfuhr die dpa".
    """
    reading, subject = view.reading, frame.subject
    passes_on = Trait.REPORT in frame.frames and _is_stranger(reading, subject)
    if not (is_reporter(reading, subject) or passes_on):
        return None
    own = range(frame.first, frame.last + 1)
    found = [
        each
        for each in (*_references(view), *reliances(view))
        if each.segment in own or _goes_on(view, each, frame)
    ]
    if _learns(view, frame):
        found += _learnt_from(view, frame, {*found})
    return found[0] if len(found) == 1 and found[0].phrase is not None else None


def reporter_in(frame: Frame, leaning: Leaning) -> Phrase | None:
    """The frame's subject less whom it leans on: "die dpa" of "die dpa von Beamten"."""
    subject = frame.subject
    if subject is None or subject.genitive is None or leaning.phrase is None:
        return subject
    inside = subject.first <= leaning.phrase.first < subject.end
    end = leaning.phrase.first - 1
    return subject._replace(end=end, genitive=None) if inside else subject


def is_open(view: SentenceView, candidate: Candidate) -> bool:
    """Whether a reporter of the words relies on somebody who is not in their chain."""
    voices = [candidate.speaker, *(via.phrase for via in candidate.via)]
    known = {voice.first for voice in voices if voice is not None}
    owners = [voice.genitive for voice in voices if voice is not None]
    if not any(is_reporter(view.reading, voice) for voice in (*voices, *owners)):
        if not _is_stranger(view.reading, candidate.speaker):
            return False
        told = any(
            Trait.REPORT in f.frames for f in view.frames if f.cue == candidate.cue
        )
        leanings = [*_references(view), *(reliances(view) if told else ())]
        return any(not _is_read(leaning, known) for leaning in leanings)
    leanings = [*_references(view), *reliances(view), *_learnt(view, candidate)]
    unread = [leaning for leaning in leanings if not _is_read(leaning, known)]
    inside = any(
        first <= x.cue[0] < end for x in leanings for first, end in candidate.content
    )
    return bool(unread) or inside or len(leanings) > 1 or _cites(view, candidate)


def _is_read(leaning: Leaning, known: set[int]) -> bool:
    return leaning.phrase is not None and leaning.phrase.first in known


def _is_stranger(reading: Reading, phrase: Phrase | None) -> bool:
    """As in "Kanal Nord", "die Bank-Tochter NNA": a name that may be an outlet's."""
    if phrase is None or phrase.pronoun:
        return False
    naming = naming_of(reading, phrase)
    alone = phrase.first == phrase.core or len(naming.names) > 1  # "Bank-Tochter NNA"
    if naming.kind is EntityKind.ORGANISATION:
        return alone and reading.word(phrase.core_end - 1).isupper()
    if phrase.first < phrase.core or naming.kind not in (None, EntityKind.PERSON):
        return False
    if reading.word(phrase.core_end - 1) in reading.last_names:
        return False  # somebody: the text has a first name to it
    titled = naming.kind is EntityKind.PERSON and bool(naming.head)
    first = naming.names[0] if naming.names else ""
    return not titled and first not in reading.lexicon.genders


def is_leaned_by(reading: Reading, segment: Segment) -> bool:
    """As in "Angaben der Stadt, auf die sich der Bote beruft": here is who leans."""
    words = reading.lexicon.words
    opens = reading.lower[segment.first] in words.quotation.leaning_on
    related = opens and is_relative(reading, segment)
    return related and not words.quotation.relying.isdisjoint(
        reading.lower[segment.first : segment.end]
    )


def _references(view: SentenceView) -> list[Leaning]:
    """As in "unter Berufung auf die Polizei", "aus Regierungskreisen"."""
    reading = view.reading
    leaning = (a for a in view.attributions if a.leans)
    leaning = (a for a in leaning if not is_own(reading, a.phrase))
    return [Leaning(a.segment, a.cue, a.phrase) for a in leaning]


def reliances(view: SentenceView) -> list[Leaning]:
    """As in "beruft sich dabei auf die Polizei", said of an outlet or a document."""
    reading = view.reading
    marks, sentence = reading.lexicon.words.quotation, view.sentence
    found: list[Leaning] = []
    if marks.relying.isdisjoint(reading.lower[sentence.first : sentence.end]):
        return found
    for index, segment in enumerate(view.segments):
        if segment.quotation is not None:
            continue
        places = range(segment.first, segment.end)
        outside = [at for at in places if at not in reading.quoted]
        verb = next((at for at in outside if reading.lower[at] in marks.relying), None)
        on = next((at for at in outside if reading.lower[at] in marks.leaning_on), None)
        if verb is None or on is None or is_leaned_by(reading, segment):
            continue
        phrase = people_behind(reading, on, segment.end)
        if is_own(reading, phrase):
            continue
        if _is_reporters(view, index, (on, phrase.end if phrase else on)):
            found.append(Leaning(index, tuple(sorted((verb, on))), phrase))
    return found


def _is_reporters(view: SentenceView, index: int, leaned: Range) -> bool:
    """Not as in "Lenk beruft sich auf das Gesetz": what he does is nobody's source.

    Args:
        view: the sentence.
        index: of the clause.
        leaned: the tokens of "auf das Gesetz".
    """
    reading, segment = view.reading, view.segments[index]
    if _shares_subject(reading, segment):
        return True
    if index and is_relative(reading, segment):
        subject = antecedent(reading, view.segments, index)
    else:
        subject = first_subject(reading, segment.first, leaned[0])
        subject = subject or first_subject(reading, leaned[1], segment.end)
    if subject is None or subject.pronoun or is_reporter(reading, subject):
        return True
    if _is_stranger(reading, subject):
        return True
    return reading.word(subject.core_end - 1) in reading.lexicon.nouns.documents


def _goes_on(view: SentenceView, leaning: Leaning, frame: Frame) -> bool:
    """As in ", gestützt auf sie", ", die sich auf sie beruft", ", und beruft sich"."""
    segment, reading = view.segments[leaning.segment], view.reading
    if leaning.segment <= frame.last or segment.mark != ",":
        return False
    if _shares_subject(reading, segment):
        return True
    opens = leaning.cue[0] == segment.first or is_relative(reading, segment)
    return opens and leaning.segment == frame.last + 1


def _shares_subject(reading: Reading, segment: Segment) -> bool:
    """As in "…, und beruft sich auf sie", "…, sich auf sie berufend"."""
    words = reading.lexicon.words
    return reading.lower[segment.first] in words.conjunctions.joining | words.reflexive


def _learnt_from(
    view: SentenceView, frame: Frame, known: set[Leaning]
) -> list[Leaning]:
    """As in "Von zwei Beamten erfuhr die dpa", "wie die dpa aus dem Rathaus erfuhr"."""
    reading, segment = view.reading, view.segments[frame.segment]
    places = reading.lexicon.words.quotation.learnt_from
    taken = {each.cue[0] for each in known}
    found: list[Leaning] = []
    for at in range(segment.first, segment.end - 1):
        if reading.lower[at] not in places or at in reading.quoted or at in taken:
            continue
        phrase = people_behind(reading, at, segment.end)
        if phrase is None or not phrase.pronoun:
            found.append(Leaning(frame.segment, (at,), phrase))
    return found


def _learnt(view: SentenceView, candidate: Candidate) -> list[Leaning]:
    """From whom the reporter of the words heard them, as far as it is said."""
    frames = [f for f in view.frames if f.cue == candidate.cue and _learns(view, f)]
    known = {*_references(view)}
    return [x for frame in frames for x in _learnt_from(view, frame, known)]


def _learns(view: SentenceView, frame: Frame) -> bool:
    verbs = view.reading.lexicon.words.quotation.learning
    return frame.verb is not None and frame.verb.infinitive in verbs


def _cites(view: SentenceView, candidate: Candidate) -> bool:
    """As in "schreibt die Nordpost, die dpa zitierend": beside the claim's own verb.

    Not in "ein Brief, aus dem die Nordpost zitiert": she is one of its hands.
    """
    reading = view.reading
    verbs = reading.lexicon.words.wording.cites
    out_of = reading.lexicon.words.quotation.out_of
    hands = {at for via in candidate.via for at in via.cue}
    places = (
        at
        for segment in view.segments
        if hands.isdisjoint(range(segment.first, segment.end))
        or reading.lower[segment.first] not in out_of
        for at in range(segment.first, segment.end)
    )
    outside = (
        at for at in places if at not in reading.quoted and at not in candidate.cue
    )
    return any(reading.lower[at] in verbs for at in outside)
