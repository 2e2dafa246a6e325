"""Every phrase of a text that may name somebody."""

from collections.abc import Iterator

from quiz.engine.claims.clauses.segment import segments_of
from quiz.engine.claims.frames.bare_object import without_object
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.text import Part, Sentence


def all_phrases(reading: Reading) -> Iterator[Phrase]:
    """Every noun phrase of the text, quoted ones too, attributes as their own.

    Credit lines name nobody: they belong to the article, not to what it says.
    """
    paragraphs = reading.text.paragraphs
    for sentence in reading.text.sentences:
        if paragraphs[sentence.paragraph].part is Part.CREDIT:
            continue
        at = sentence.first
        while at < sentence.end:
            phrase = phrase_at(reading, at, sentence.end)
            if phrase is None or phrase.pronoun:
                at += 1
            else:
                phrase = _less_object(reading, sentence, phrase)
                yield from _taken_along(reading, phrase)
                yield phrase
                at = phrase.core_end
                if phrase.quoted_name is not None:
                    at = phrase.quoted_name[1]


def _less_object(reading: Reading, sentence: Sentence, phrase: Phrase) -> Phrase:
    """As in "meldete laut Nordpost Schäden": Nordpost is named."""
    at = phrase.first - 1
    if at < 0 or reading.lower[at] not in reading.lexicon.words.quotation.before_noun:
        return phrase
    segments = segments_of(reading, sentence)
    index = next((n for n, each in enumerate(segments) if each.end > at), None)
    return phrase if index is None else without_object(reading, segments, index, phrase)


def _taken_along(reading: Reading, phrase: Phrase) -> Iterator[Phrase]:
    """As in "ein vom Kreml gezeigtes Video": who a participle before the noun names."""
    for at in range(phrase.first + 1, phrase.core):
        if reading.is_preposition(at):
            inner = phrase_at(reading, at + 1, phrase.core)
            if inner is not None and not inner.pronoun:
                yield inner
