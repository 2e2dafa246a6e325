"""Under what two namings without a person's name are known to mean the same."""

from collections.abc import Sequence

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.complement import leader_at
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.vocabulary.inflection import without

MAX_ENDING = 24  # letters that two nouns for one owner can share
_HAVE_OWNERS = (EntityKind.PERSON, EntityKind.GROUP)


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


class Owners:
    """Tells apart who has the same role: "ein Sprecher der Polizei", "… der Wehr"."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._keys: dict[tuple[object, ...], dict[str, tuple[object, ...]]] = {}
        self._latest: dict[tuple[object, ...], dict[str, str]] = {}

    def key(self, naming: Naming) -> tuple[object, ...]:
        """The key with whose somebody is, where the text has the role of two.

        The role alone is whoever had it last.
        """
        plain = (naming.kind, *key_of(self._reading, naming))
        owner = self._owner(naming)
        keys = self._keys.setdefault(plain, {})
        latest = self._latest.setdefault(plain, {})  # who has a role, by the ending
        own = latest.get(owner, "")
        own = own or next((each for each in _endings(owner) if each in keys), owner)
        key = keys.get(own, (*plain, owner) if keys else plain)
        if own:
            keys[own] = key
            latest |= dict.fromkeys(_endings(own), own)
        return key

    def _owner(self, naming: Naming) -> str:
        """As in "der Anklage": whose somebody nameless is; "" for no body's."""
        owner = naming.phrase.genitive
        if owner is None or naming.names or naming.kind not in _HAVE_OWNERS:
            return ""
        if owner.pronoun or naming_of(self._reading, owner).kind is EntityKind.PERSON:
            return ""
        return self._reading.bare(self._reading.word(owner.core_end - 1)).lower()


def _endings(noun: str) -> list[str]:
    """The noun and what it ends with, the longest first: "wehr" of "feuerwehr"."""
    first = max(1, len(noun) - MAX_ENDING)
    return [noun, *(noun[at:] for at in range(first, len(noun) + 1))]


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
