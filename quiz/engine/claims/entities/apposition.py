"""Roles set beside names in commas: "Jo Brandt, Direktor des Zoos, …"."""

from collections.abc import Iterator
from itertools import pairwise

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.agreement import number_of
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Number

MAX_INSIDE = 5  # phrases that may lie inside another
MAX_APPOSITION = 8  # tokens that may follow a role before the comma


def appositions(reading: Reading, namings: list[Naming]) -> dict[int, int]:
    """The first noun of each role set beside a name → a token of that name."""
    found: dict[int, int] = {}
    for one, other in _neighbours(namings):
        role, name = (other, one) if _is_named(one) else (one, other)
        if name.kind is not EntityKind.PERSON or not name.names:
            continue
        if not _is_role(reading, role):
            continue
        if _is_whose(reading, other):
            continue
        gap = range(one.phrase.end, other.phrase.first)
        in_commas = len(gap) == 1 and reading.word(gap[0]) == ","
        closed = in_commas and _closes(reading, other.phrase.end)
        if closed or (role is one and _goes_on(role, name)):
            found[role.phrase.core] = name.phrase.core_end - 1
    return found


def nicknames(reading: Reading, namings: list[Naming]) -> dict[int, int]:
    """The core of each quoted nickname → a token of the name that it stands beside.

    As in "Jo Brandt, genannt „Speedy“ oder auch „der Blitz“".
    """
    found: dict[int, int] = {}
    for one, other in pairwise(namings):
        gap = range(one.phrase.end, other.phrase.core)
        known = found.get(one.phrase.core)
        if other.phrase.core not in reading.quoted or len(gap) > MAX_APPOSITION:
            continue
        if known is None and not (_is_named(one) and _explains(reading, gap)):
            continue
        if all(_is_between(reading, at) for at in gap):
            found[other.phrase.core] = known or one.phrase.core_end - 1
    return found


def _explains(reading: Reading, gap: range) -> bool:
    explaining = reading.lexicon.words.wording.explaining
    return any(reading.lower[at] in explaining for at in gap)


def _is_between(reading: Reading, at: int) -> bool:
    """A mark, a small word, or a word in quotation marks."""
    words = reading.lexicon.words.wording.explaining
    small = reading.lower[at] in reading.lexicon.small_words | words
    return small or at in reading.quoted or not reading.text.tokens[at].is_word


def _goes_on(role: Naming, name: Naming) -> bool:
    """As in "die Ministerin für Sport Lea Moor": right behind what the role is for."""
    phrase = role.phrase
    behind = phrase.core_end < phrase.end == name.phrase.first
    return behind and len(name.names) > 1 and role.kind is EntityKind.PERSON


def _is_whose(reading: Reading, naming: Naming) -> bool:
    """As in "Lea Moor, deren Vater Jo Brandt …": it opens a relative clause."""
    words, first = reading.lexicon.words, reading.lower[naming.phrase.first]
    return first in words.owners and first in words.conjunctions.relative_cases


def _is_named(naming: Naming) -> bool:
    return naming.kind is EntityKind.PERSON and bool(naming.names)


def _is_role(reading: Reading, naming: Naming) -> bool:
    """As in "Leiterin des Amtes", or any one somebody or thing: "der Bruder"."""
    if naming.kind is EntityKind.PERSON:
        return not naming.names
    article = reading.lower[naming.phrase.first] in reading.lexicon.words.of_persons
    plural = number_of(reading, naming.phrase, naming) is Number.PLURAL
    return naming.kind is None and article and not plural


def _neighbours(namings: list[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """Each naming with the next that does not lie inside its phrase."""
    for index, one in enumerate(namings):
        behind = namings[index + 1 : index + 1 + MAX_INSIDE]
        other = next((n for n in behind if n.phrase.first >= one.phrase.end), None)
        if other is not None:
            yield one, other


def _closes(reading: Reading, at: int) -> bool:
    """What is set beside a name ends at a comma or with the sentence."""
    for index in range(at, min(at + MAX_APPOSITION, len(reading.lower))):
        if not reading.text.tokens[index].is_word:
            return True
        if reading.verbs(index) or index in reading.starts:
            return False
    return at >= len(reading.lower)
