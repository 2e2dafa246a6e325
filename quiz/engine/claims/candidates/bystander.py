"""Outlets of a sentence that have no part in a claim: hands overlooked, maybe.

An outlet is named in news because it heard something, or passed it on. Where it stands
beside somebody's words and is neither their speaker nor one of their hands, another
clause may tell that it is: "…; so steht es, wie die Nordpost erfuhr, in der Akte".
"""

from quiz.engine.claims.candidates.addressee import is_in_role
from quiz.engine.claims.candidates.candidate import Candidate, SentenceView
from quiz.engine.claims.candidates.programme import is_on_air
from quiz.engine.claims.candidates.via import is_of_object
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case


def bystanders(view: SentenceView, candidate: Candidate) -> tuple[Phrase, ...]:
    """The outlets of the sentence, outside the words, without a place in the claim."""
    voices = [candidate.speaker, *(via.phrase for via in candidate.via)]
    placed = [(voice.first, voice.end) for voice in voices if voice is not None]
    taken = [*placed, *candidate.content]
    return tuple(
        phrase
        for segment in view.segments
        for phrase in _outlets_in(view.reading, segment)
        if not any(first < phrase.end and phrase.first < end for first, end in taken)
        and not _has_other_part(view, candidate, phrase)
    )


def _has_other_part(view: SentenceView, candidate: Candidate, phrase: Phrase) -> bool:
    """As in "Moos, Chef des Verbunds RTA", "Dass das so ist, wie RTA meldet, …"."""
    frames = [frame for frame in view.frames if frame.cue == candidate.cue]
    return any(
        is_in_role(view, frame, phrase)
        or any(
            other.subject == phrase
            and is_of_object(view, frame, other, candidate.content)
            for other in view.frames
        )
        for frame in frames
    )


@once
def _outlets_in(reading: Reading, segment: Segment) -> tuple[Phrase, ...]:
    """The outlets that a clause names, also as those whose news something is."""
    found: list[Phrase] = []
    if segment.quotation is not None:
        return ()
    marks, before = reading.lexicon.words.quotation, segment.first
    for phrase, governed in phrases_in(reading, segment.first, segment.end):
        outlet = _outlet_of(reading, phrase)
        on = governed is not None and reading.lower[governed] in marks.leaning_on
        aside = on and outlet is not None and not is_on_air(reading, outlet)
        owns = phrase.cases == Case.GENITIVE and phrase.first == before
        owns = owns and not _is_news(reading, before - 1)
        if outlet is not None and not (aside or owns):
            found.append(outlet)
        before = phrase.end
    return tuple(found)


def _outlet_of(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The outlet itself, or whose news it is: "nach Informationen der Nordpost".

    Not whose thing or person it is: "im Auftrag der Nordpost".
    """
    if is_media(reading, phrase):
        return phrase
    inner = phrase.genitive
    if inner is None or not is_media(reading, inner):
        return None
    return inner if _is_news(reading, phrase.core_end - 1) else None


def _is_news(reading: Reading, at: int) -> bool:
    """What an outlet gives out, asks or does when it listens, or who works for it."""
    nouns, word = reading.lexicon.nouns, reading.word(at)
    ends = (
        *nouns.interviews,
        *nouns.programme_endings,
        *nouns.document_endings,
        *nouns.outlet_compound_endings,
    )
    told = word in nouns.statements or word in nouns.requests
    return told or word.lower().endswith(ends)
