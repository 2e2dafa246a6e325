"""Sentences in the Konjunktiv that name somebody of their own who speaks."""

from itertools import pairwise

from quiz.engine.claims.candidates.candidate import SentenceView
from quiz.engine.claims.claim import NAMED
from quiz.engine.claims.clauses.dependence import is_infinitive
from quiz.engine.claims.clauses.finite import told_in
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, name_at
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading


@once
def frames_itself(reading: Reading, index: int) -> bool:
    """Whether a sentence in the Konjunktiv says itself who speaks.

    As in "Er sei froh, strahlte Lenk", "…, wie er betonte"; or who told it before, as
    in "Das Amt habe mitgeteilt, dass …".
    """
    segments = SentenceView(reading, index).segments
    behind = segments[1:]
    if any(_passes_on(reading, *pair) for pair in pairwise(segments)):
        return True
    if behind and behind[-1].mark == "," and _opens_frame(reading, behind[-1]):
        return True
    words = reading.lexicon.words.quotation.as_said
    return any(
        reading.lower[segment.first] in words
        and _is_somebody(reading, name_at(reading, segment.first + 1, segment.end))
        for segment in behind
    )


def _passes_on(reading: Reading, segment: Segment, behind: Segment) -> bool:
    """As in "Die Behörde habe erklärt, dass …": what another one said."""
    opens = reading.lower[behind.first] in reading.lexicon.words.conjunctions.content
    if not (opens or behind.mark == ":" or is_infinitive(reading, behind)):
        return False
    return bool(told_in(reading, segment))


def _opens_frame(reading: Reading, segment: Segment) -> bool:
    """It begins with a verb of the narrator, as in "…, stand auf einem Zettel"."""
    at, last = segment.first, segment.end - 1
    verbs, words = reading.lexicon.inflection.verbs, reading.lexicon.words
    if at == last or not reading.is_plain(at) or reading.has_mood(at, at + 1):
        return False
    known = reading.looks_finite(at) or reading.lower[at] in words.wording.inscribed
    weak = reading.lower[at].endswith(reading.lexicon.inflection.conjugation.present)
    joined = reading.lower[at + 1] in words.conjunctions.joining
    if joined or not (known or weak):
        return False
    closes = reading.is_plain(last) and reading.lower[last].endswith(
        (*verbs.participles, verbs.infinitive)
    )
    return not closes or reading.lower[at] in words.quotation.letting


def _is_somebody(reading: Reading, phrase: Phrase | None) -> bool:
    if phrase is None:
        return False
    return phrase.pronoun or naming_of(reading, phrase).kind in NAMED


def is_same_paragraph(reading: Reading, one: int, other: int) -> bool:
    """Whether the sentences of these indices stand in one paragraph."""
    sentences = reading.text.sentences
    return sentences[one].paragraph == sentences[other].paragraph
