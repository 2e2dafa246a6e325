"""In what somebody wrote or showed it: "in einem offenen Brief", "in einem Video"."""

from quiz.engine.claims.candidates.candidate import SentenceView, Via
from quiz.engine.claims.clauses.dependence import is_relative
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

_SAYING = (FrameKind.VERB, FrameKind.ANY, FrameKind.SO, FrameKind.AS)


def written_in(view: SentenceView, frame: Frame) -> list[Via]:
    """The document or film beside a verb of saying, as the hand next to its speaker.

    As in "klagt Birk in einem Brief" and "In einem Brief, der gestern kam, klagt Birk";
    an outlet's report and a site are none, nor is "in dem Brief", told of before.
    """
    if frame.kind not in _SAYING or frame.subject is None:
        return []
    reading, first = view.reading, frame.first
    if frame.at == view.segments[first].first:
        while first > 1 and is_relative(reading, view.segments[first - 1]):
            first -= 1
        first = max(0, first - 1) if first < frame.first else first
    stretches = {first, *range(frame.first, frame.last + 1)}
    return [
        Via(phrase, (preposition,), written=True)
        for index in sorted(stretches)
        if view.segments[index].quotation is None
        for phrase, preposition in phrases_in(
            reading, view.segments[index].first, view.segments[index].end
        )
        if preposition is not None and _is_written(reading, phrase, preposition)
    ][:1]


def _is_written(reading: Reading, phrase: Phrase, preposition: int) -> bool:
    nouns, marks = reading.lexicon.nouns, reading.lexicon.words.quotation
    if reading.lower[preposition] not in marks.written_in or phrase.pronoun:
        return False
    known = reading.lexicon.words.articles | reading.lexicon.words.contractions
    if not known.isdisjoint(reading.lower[preposition : phrase.first + 1]):
        return False
    if preposition in reading.quoted or not phrase.can_be(Case.DATIVE):
        return False
    head = reading.lower[phrase.core_end - 1]
    if head.endswith((*nouns.outlet_texts, *_lowered(nouns.sites))):
        return False
    return head.endswith(nouns.document_endings + nouns.picture_endings)


def _lowered(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)
