"""What stands beside what: phrases in a row, and roles set beside names in commas."""

from collections.abc import Iterator

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import (
    Phrase,
    name_at,
    phrase_at,
    quoted_phrase,
)
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

QUOTING = frozenset("'\"`´‚‘’")  # marks that open a name, also where they pair badly
MAX_OUTER = 24  # tokens before the comma in which the phrase is looked for
MAX_INNER = 24  # tokens that what is set beside it may have


def phrases_in(
    reading: Reading, first: int, end: int
) -> list[tuple[Phrase, int | None]]:
    """The noun phrases of `[first, end)` outside quotations, left to right.

    Each with the index of the preposition that governs it, or None.
    """
    found: list[tuple[Phrase, int | None]] = []
    at = first
    governed: int | None = None
    while at < end:
        if at in reading.quoted:
            at += 1
            continue
        if reading.is_preposition(at) and not reading.is_noun(at):
            governed = at
            at += 1
            continue
        phrase = phrase_at(reading, at, end)
        if phrase is None:
            glued = reading.word(at) in QUOTING  # "mit ''Nordpost''"
            if not (reading.is_adjective(at) or glued):
                governed = None
            at += 1
            continue
        found.append((phrase, governed))
        governed = None
        at = phrase.end
    return found


def places_in(
    reading: Reading, first: int, end: int
) -> Iterator[tuple[Phrase, int | None]]:
    """The phrases of `[first, end)`, also names in marks behind a preposition.

    As in "sagte Lenk zur „Nordpost“", where no article opens a phrase.
    """
    yield from phrases_in(reading, first, end)
    marks = reading.lexicon.words.quotation
    before = marks.channels | marks.addressing | marks.talking
    for at in range(first, end - 1):
        opens = at + 1 in reading.quoted and at not in reading.quoted
        if opens and reading.lower[at] in before:
            phrase = quoted_phrase(reading, (at + 1, at + 1), end)
            if phrase is not None:
                yield phrase, at


def fills(reading: Reading, phrase: Phrase, end: int) -> bool:
    """Whether only prepositional phrases and genitives follow it up to `end`."""
    at = phrase.end
    adverbs = reading.lexicon.words.adverbs.words
    joining = reading.lexicon.words.conjunctions.joining
    while at < end:
        if at == end - 1 and reading.lower[at] in adverbs:
            return True
        opens = reading.is_preposition(at) or reading.lower[at] in joining
        if not opens and Case.GENITIVE not in reading.cases(at):
            return False
        inner = name_at(reading, at + opens, end)
        if inner is None:
            return False
        at = inner.end
    return True


def is_joined(reading: Reading, phrase: Phrase) -> bool:
    """As in "Henn und Brand erklärten": two voices, of which this is one."""
    lower, words = reading.lower, reading.lexicon.words.conjunctions
    at = phrase.end + (lower[phrase.end : phrase.end + 2] == words.both)
    if at + 1 < len(lower) and (at > phrase.end or lower[at] in words.joining):
        other = phrase_at(reading, at + 1, len(lower)) is not None
        return other or reading.is_determiner(at + 1)  # "und die des Kreises"
    before = phrase.first - 1
    joined = before > 0 and lower[before] in words.joining
    return joined and reading.is_noun(before - 1)


def is_told_apart(reading: Reading, phrase: Phrase) -> bool:
    """As in "die Rätinnen Henn und Brand": a group, and behind it who is in it."""
    lower = reading.lower
    named = phrase_at(reading, phrase.end, len(lower))
    if named is None or reading.cases(named.first):
        return False
    if naming_of(reading, phrase).kind is not EntityKind.GROUP:
        return False
    comma = lower[named.end : named.end + 1] == (",",)
    last = phrase_at(reading, named.end + 1, len(lower)) if comma else None
    return is_joined(reading, last or named)


def shares_case(reading: Reading, phrase: Phrase, before: list[Phrase]) -> bool:
    """Whether it is joined to the one before it, if any, that is no subject.

    As in "warf Moor den Räten Ott und Jo Brandt vor".
    """
    joined = any(
        other.end == phrase.first - 1
        and reading.lower[other.end] in reading.lexicon.words.conjunctions.joining
        for other in before
    )
    return joined and not before[-1].can_be(Case.NOMINATIVE)


def past_apposition(reading: Reading, clause: tuple[int, int], end: int) -> int | None:
    """The token behind an apposition that parts a subject from its verb.

    As in "Der Leiter des Amtes, Jo Brandt, sagte": the one behind the second comma;
    None where the comma opens no such thing.

    Args:
        reading: the text.
        clause: where the clause begins and the comma.
        end: the sentence's end.
    """
    first, comma = clause
    close = _close_of(reading, comma + 1, min(end, comma + MAX_INNER))
    if close is None or not _goes_on(reading, (first, comma), close + 1, end):
        return None
    outer = _ends_at(reading, max(first, comma - MAX_OUTER), comma)
    if outer is None or not is_set_beside(reading, outer, (comma + 1, close)):
        return None
    return close + 1


def is_set_beside(reading: Reading, outer: Phrase, inner: tuple[int, int]) -> bool:
    """Whether the tokens say of the phrase who it is, or what: a name and a role."""
    if inner[1] - inner[0] == 1 and reading.word(inner[0]).isdigit():
        return True  # "Lea Moor, 30,"
    phrase = phrase_at(reading, inner[0], inner[1])
    if phrase is None or phrase.pronoun or outer.pronoun:
        return False
    if not fills(reading, phrase, inner[1]):
        return False
    one, other = naming_of(reading, outer), naming_of(reading, phrase)
    return _suit(reading, one, other) or _suit(reading, other, one)


def _suit(reading: Reading, name: Naming, role: Naming) -> bool:
    """As in "Jo Brandt" and "Leiter des Amtes", "Kopf der Gruppe", "der Verein"."""
    if name.kind is EntityKind.PERSON:
        if not name.names:
            return False
    elif not name.names or reading.has_article(name.phrase.first):
        return False
    if role.kind is EntityKind.PERSON:
        return not role.names
    phrase = role.phrase
    behind = min(phrase.core_end, len(reading.lower) - 1)
    lone = phrase.core_end - phrase.core == 1 and role.kind is None
    attribute = reading.is_preposition(behind) or Case.GENITIVE in reading.cases(behind)
    bare = lone and attribute and name.kind is EntityKind.PERSON
    return reading.has_article(phrase.first) or bare


def _close_of(reading: Reading, first: int, end: int) -> int | None:
    """The comma that closes what opens at `first`; None if a verb comes first."""
    depth = 0
    for at in range(first, end):
        word = reading.word(at)
        depth += (word == "(") - (word == ")")
        if word == "," and depth <= 0:
            return at if at > first else None
        if at in reading.quoted:
            continue
        if word in (":", ";") or (reading.verbs(at) and not reading.is_noun(at)):
            return None
    return None


def _goes_on(reading: Reading, clause: tuple[int, int], at: int, end: int) -> bool:
    """Whether the clause goes on at this token: with its verb, or with a participle.

    As in "…, sagte" and "hat die Leiterin, Jo Brandt, gestern erklärt".
    """
    if at >= end or at in reading.quoted:
        return False
    auxiliaries = reading.lexicon.words.quotation.perfect
    small = reading.is_preposition(at) or (
        reading.lower[at] in reading.lexicon.words.adverbs.words
    )
    if small and any(reading.lower[n] in auxiliaries for n in range(*clause)):
        return True
    auxiliary = reading.lower[at] in reading.lexicon.words.auxiliaries
    return bool(reading.verbs(at)) or auxiliary


def _ends_at(reading: Reading, first: int, end: int) -> Phrase | None:
    """The phrase without preposition that reaches to `end`, attributes included."""
    free = [p for p, preposition in phrases_in(reading, first, end) if not preposition]
    found = [p for p in free if not p.pronoun and fills(reading, p, end)]
    return found[0] if found else None
