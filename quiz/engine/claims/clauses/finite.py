"""Verbs by their form alone, also those that no list knows."""

from quiz.engine.claims.words.reading import Reading


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
