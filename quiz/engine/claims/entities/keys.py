"""Under what two namings without a person's name are known to mean the same."""

from collections.abc import Iterator, Sequence

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.complement import leader_at
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.vocabulary.inflection import without


def key_of(reading: Reading, naming: Naming) -> tuple[object, ...]:
    """The name, or the noun with its country and with whom a team works under."""
    if naming.kind is EntityKind.COUNTRY:
        return (naming.country,)
    if naming.names:
        *front, last = naming.names
        if naming.kind is EntityKind.OUTLET:
            front = unbent(reading, front)
        return (*front, reading.bare(last))
    ending = reading.lexicon.inflection.nouns.dative_plural
    head = naming.head.removesuffix(ending)
    leader = leader_of(reading, naming)
    return (head, naming.country, leader) if leader else (head, naming.country)


def shorter_keys(reading: Reading, naming: Naming) -> Iterator[tuple[object, ...]]:
    """As in "Delfi" for "Delfi 104": an outlet's name without its number."""
    *front, last = naming.names
    if last.isdigit() and front and reading.common_nouns.isdisjoint(front):
        yield (*unbent(reading, front[:-1]), reading.bare(front[-1]))


def leader_of(reading: Reading, naming: Naming) -> str:
    """As in "die Forscher um Mila Ott": the surname behind "um"; "" for nobody."""
    phrase = naming.phrase
    if naming.kind not in (EntityKind.GROUP, EntityKind.ORGANISATION):
        return ""
    return leader_at(reading, phrase.core_end, phrase.end)


def unbent(reading: Reading, words: Sequence[str]) -> list[str]:
    """As in "dem Mitteldeutschen Rundfunk": one outlet, whatever the case."""
    ends = reading.lexicon.inflection.adjectives.endings
    return [without(word, ends) for word in words]
