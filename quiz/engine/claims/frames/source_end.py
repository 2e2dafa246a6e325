"""Where the words that name a source end, with all that belongs to them."""

from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.noun import is_day
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case


def source_end(reading: Reading, segment: Segment, source: tuple[int, int]) -> int:
    """Where all that belongs to the source ends."""
    if source[0] == segment.first and _is_front(reading, segment, source[1]):
        return _front_end(reading, source[1], segment.end)
    return _past_time(reading, source[1], segment.end)


def _is_front(reading: Reading, segment: Segment, at: int) -> bool:
    """Before a verb; in "…, laut Moor für drei Euro" none comes: that is told."""
    if segment.first in reading.starts:
        return True
    return any(reading.looks_finite(n) for n in range(at, segment.end))


def _front_end(reading: Reading, at: int, end: int) -> int:
    """As in "Laut einer Umfrage im Auftrag der Stadt wollen …".

    A German main clause has a single part before its verb, so what stands between
    the source and the verb belongs to the source.
    """
    at = _past_year(reading, at, end)
    while at < end and reading.is_preposition(at):
        inner = phrase_at(reading, at + 1, end)
        if inner is None or inner.pronoun or inner.end >= end:
            break  # "während sie": a clause
        if reading.lower[inner.core_end - 1] in reading.lexicon.nouns.references:
            break  # "Laut dpa unter Berufung auf die Polizei": two hands
        at = inner.end
        owner = phrase_at(reading, at, end)
        if owner is not None and owner.cases == Case.GENITIVE:
            at = owner.end
    return at


def _past_year(reading: Reading, at: int, end: int) -> int:
    """As in "Laut dem Bericht von 2019 ist …", "Laut dem Bericht 2019 ist …"."""
    year = at + (at < end and reading.is_preposition(at))
    figure = year < end and reading.word(year).isdigit()
    opens = year + 1 < end and reading.looks_finite(year + 1)
    return year + 1 if figure and opens else at


def _past_time(reading: Reading, at: int, end: int) -> int:
    """As in "nach Angaben der Polizei vom Montag": when it was said."""
    if at >= end or not reading.is_preposition(at):
        return at
    phrase = phrase_at(reading, at + 1, end)
    if phrase is None or phrase.pronoun or reading.lower[at] not in _dated(reading):
        return at
    return phrase.end if is_day(reading, phrase.core_end - 1) else at


def _dated(reading: Reading) -> frozenset[str]:
    """As in "vom Montag", "von Ende Mai"; "am Montag" may belong to what is said."""
    return reading.lexicon.words.origins
