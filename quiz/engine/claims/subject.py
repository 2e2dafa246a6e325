"""The subject of a clause: who does what its verb says."""

from quiz.engine.claims.phrase import Phrase, phrase_at
from quiz.engine.claims.reading import Reading
from quiz.engine.claims.segment import Segment, phrases_in

RELATIVE = frozenset({"der", "die", "das", "welcher", "welche", "welches"})


def subject_of(reading: Reading, segment: Segment, at: int) -> Phrase | None:
    """The subject of a finite verb in second or first place."""
    front = segment.first
    skipped = reading.lexicon.words["front"]
    while front < at and reading.lower[front] in skipped:
        front += 1
    if front < at and reading.lower[front] != "als":
        phrase = phrase_at(reading, front, at)
        if phrase is not None and phrase.can_be("n") and not _is_time(reading, phrase):
            return phrase
    behind = [
        phrase
        for phrase, preposition in phrases_in(reading, at + 1, segment.end)
        if preposition is None and phrase.can_be("n") and not _is_time(reading, phrase)
    ]
    if len(behind) > 1 and reading.lower[behind[0].first] == "der":
        from_outlet = reading.lexicon.nouns["outlet_nouns"]
        if reading.word(behind[0].core) in from_outlet:
            return behind[1]
    return behind[0] if behind else None


def subject_in_front(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Phrase | None:
    """The subject that commas part from its verb.

    As in "Lenk, die Bürgermeisterin, sagte" and "Lenk, der das plant, sagte".
    """
    if index == 0:
        return None
    head = segments[0]
    if head.quotation is not None:
        return None
    phrase = phrase_at(reading, head.first, head.end)
    if phrase is None or not phrase.can_be("n") or _is_time(reading, phrase):
        return None
    if not fills(reading, phrase, head.end):
        return None
    for segment in segments[1:index]:
        if segment.quotation is not None or segment.mark != ",":
            return None
        aside = phrase_at(reading, segment.first, segment.end)
        apposed = aside is not None and fills(reading, aside, segment.end)
        if not apposed and not _opens_relative(reading, segment):
            return None
    return phrase if index > 1 else None


def fills(reading: Reading, phrase: Phrase, end: int) -> bool:
    """Whether only prepositional phrases follow the phrase up to `end`."""
    at = phrase.end
    while at < end:
        if not (reading.is_preposition(at) or reading.lower[at] in ("und", "sowie")):
            return False
        inner = phrase_at(reading, at + 1, end)
        if inner is None:
            return False
        at = inner.end
    return True


def first_subject(reading: Reading, first: int, end: int) -> Phrase | None:
    """The subject of a clause whose verb comes last."""
    for phrase, preposition in phrases_in(reading, first, end):
        if preposition is None and phrase.can_be("n"):
            return phrase
    return None


def _is_time(reading: Reading, phrase: Phrase) -> bool:
    """As in "Diese Woche", "Montag": when, not who."""
    words = {reading.word(at) for at in range(phrase.core, phrase.core_end)}
    named = words & reading.lexicon.genders.keys() - {reading.word(phrase.core_end - 1)}
    last = reading.word(phrase.core_end - 1)
    return not named and last in reading.lexicon.words["not_names"]


def _opens_relative(reading: Reading, segment: Segment) -> bool:
    """A relative clause, maybe behind a preposition ("in dem …")."""
    first = segment.first
    if reading.is_preposition(first):
        first += 1
    relative = RELATIVE | {"dem", "den", "dessen", "deren", "denen"}
    if first >= segment.end or reading.lower[first] not in relative:
        return False
    phrase = phrase_at(reading, segment.first, segment.end)
    return phrase is None or phrase.end < segment.end


def antecedent(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Phrase | None:
    """The phrase right before a relative clause, which it is about."""
    before = segments[index - 1]
    phrases = phrases_in(reading, before.first, before.end)
    if phrases and phrases[-1][0].end == before.end:
        return phrases[-1][0]
    return None
