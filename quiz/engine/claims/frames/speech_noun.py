"""Nouns that introduce words as a verb of speech does: "der Vorwurf, …"."""

from quiz.engine.claims.clauses.finite import has_verb
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import STATE, Frame, FrameKind
from quiz.engine.claims.phrases.agreement import can_be_subject
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

Found = tuple[Phrase, int | None]


def noun_frame(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Frame | None:
    """As in "der Vorwurf der Eltern, …", "Lenk vertritt die Ansicht, dass …"."""
    if index + 1 >= len(segments):
        return None
    segment = segments[index]
    if not any(_is_speech(reading, at) for at in range(segment.first, segment.end)):
        return None
    phrases = phrases_in(reading, segment.first, segment.end)
    for position in range(len(phrases) - 1, -1, -1):
        phrase = phrases[position][0]
        at = phrase.core_end - 1
        if _is_speech(reading, at):
            subject = _owner(reading, phrase) or _speaker(
                reading, segment, phrases, position
            )
            subject = subject or _agent(reading, segment, phrases)
            if subject is None and _is_label(reading, segments, index):
                return None
            return Frame(index, STATE, at, (at,), subject, FrameKind.NOUN)
    return None


def _is_label(reading: Reading, segments: tuple[Segment, ...], index: int) -> bool:
    """As in "Fazit: Der Sommer war nass": the article's own, without the mood."""
    segment, behind = segments[index], segments[index + 1]
    if behind.mark != ":" or has_verb(reading, segment.first, segment.end):
        return False
    return not reading.has_mood(behind.first, segments[-1].end)


def _is_speech(reading: Reading, at: int) -> bool:
    if not reading.text.tokens[at].is_capital or at in reading.quoted:
        return False
    word = reading.lower[at].rpartition("-")[2]
    return word in reading.lexicon.nouns.speech


def _owner(reading: Reading, phrase: Phrase) -> Phrase | None:
    """As in "Lenks Vorwurf", "ihre Forderung", "der Vorwurf der Eltern"."""
    if phrase.genitive is not None:
        return phrase.genitive
    front = reading.lower[phrase.first]
    owners = reading.lexicon.words.quotation.owners
    if front.startswith(owners) and reading.is_determiner(phrase.first):
        at = phrase.first
        return Phrase(at, at + 1, at, at + 1, Case.DATIVE, pronoun=True)
    last = phrase.core_end - 1
    if phrase.core < last and reading.is_genitive_name(last - 1):
        return Phrase(phrase.first, last, phrase.core, last, Case.GENITIVE)
    return None


def _speaker(
    reading: Reading, segment: Segment, phrases: list[Found], position: int
) -> Phrase | None:
    """The subject beside the noun; None where the noun is the subject itself."""
    for other, (phrase, preposition) in enumerate(phrases):
        if other == position:
            if phrases[position][1] is None and phrase.first == segment.first:
                return None
            continue
        if preposition is None and can_be_subject(reading, phrase):
            return phrase
    return None


def _agent(reading: Reading, segment: Segment, phrases: list[Found]) -> Phrase | None:
    """As in "daraus wurde von Fachleuten der Schluss gezogen"."""
    marks, lower = reading.lexicon.words.passive, reading.lower
    if marks.auxiliaries.isdisjoint(lower[segment.first : segment.end]):
        return None
    return next(
        (
            phrase
            for phrase, preposition in phrases
            if preposition is not None and lower[preposition] in marks.agents
        ),
        None,
    )
