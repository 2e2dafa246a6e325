"""Verbs by their form alone, also those that no list knows."""

from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form, Trait


def has_verb(reading: Reading, first: int, end: int) -> bool:
    """Whether a word of `[first, end)` outside quotations can be a verb.

    A word that could be one counts as one: "hört", "standen", "stieg".
    """
    return any(
        at not in reading.quoted and can_be_verb(reading, at)
        for at in range(first, end)
    )


def can_be_verb(reading: Reading, at: int) -> bool:
    """A known finite verb, or any plain word that is no adjective before its noun."""
    if reading.looks_finite(at):
        return True
    if not reading.is_plain(at) or reading.lower[at] in reading.lexicon.words.prefixes:
        return False
    leads = at + 1 < len(reading.lower) and (
        reading.is_noun(at + 1) or reading.is_adjective(at + 1)
    )
    return not (leads and reading.is_adjective(at))


def told_in(reading: Reading, segment: Segment) -> tuple[int, ...]:
    """The words of "habe … erklärt", "hätte … gesagt": in somebody's words.

    None of them where nobody tells what another one said.
    """
    marks = reading.lexicon.words.quotation.perfect_told
    places = range(segment.first, segment.end)
    told = next((at for at in places if reading.lower[at] in marks), None)
    said = (
        at
        for at in places
        for form in reading.verbs(at)
        if form.form is Form.PARTICIPLE and Trait.QUOTATION in form.verb.frames
    )
    verb = next(said, None)
    return () if told is None or verb is None else tuple(sorted((told, verb)))
