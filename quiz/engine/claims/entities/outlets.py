"""Which outlet of a text is meant where its name does not stand in full."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.epithets import is_outlet_epithet
from quiz.engine.claims.entities.figure import Figure, called_so
from quiz.engine.claims.entities.keys import unbent
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.reading import Reading

NEAR = 6  # namings back in which an outlet is looked for


class Outlets:
    """The outlets of a text, by their names and by what they are called for short."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_name: dict[tuple[str, ...], Figure] = {}
        self._endings = reading.lexicon.nouns.outlet_endings
        self._by_short: dict[tuple[str, ...], Figure | None] = {}
        self._latest: Figure | None = None
        self._places: list[int] = []

    def find(self, naming: Naming) -> Figure | None:
        """The one with that name known so far; None for a new one.

        As in "die Talheimer Zeitung" right behind another outlet, "die Rundschau"
        for "Neusteiner Rundschau" and "Delfi" for "Delfi 104".
        """
        if self._latest is not None and is_outlet_epithet(self._reading, naming):
            return self._latest
        name = _name_of(self._reading, naming)
        return self._by_name.get(name) or self._by_short.get(name)

    def enter(self, naming: Naming, figure: Figure) -> None:
        """Take in what an outlet is called."""
        self._latest = figure
        name = _name_of(self._reading, naming)
        self._by_name.setdefault(name, figure)
        for other in _other_names(self._reading, naming, name):
            self._by_name.setdefault(other, figure)
        if name[1:] and name[-1].lower().endswith(self._endings):
            both = self._by_short.setdefault(name[-1:], figure) is not figure
            self._by_short[name[-1:]] = None if both else figure

    def again(self, phrase_words: Sequence[str]) -> Figure | None:
        """Whom the words name in whatever case, though they look like no outlet."""
        front = unbent(self._reading, phrase_words[:-1])
        for last in (phrase_words[-1], self._reading.bare(phrase_words[-1])):
            found = self._by_name.get((*front, last))
            if found is not None:
                return found
        return None

    def place(self, figures: Sequence[Figure]) -> None:
        """Note where outlets are named, once all of them are known."""
        named = (f for f in figures if f.kind is EntityKind.OUTLET and f.names)
        self._places = sorted(at for figure in named for at in figure.places)

    def meant(self, naming: Naming, named: Mapping[int, Figure]) -> Figure | None:
        """As in "das Blatt", "die Agentur": the outlet named last before it."""
        if naming.kind is not EntityKind.OUTLET or naming.names or naming.country:
            return None
        phrase, definite = naming.phrase, self._reading.lexicon.words.definite
        head = phrase.core == phrase.first + 1
        if not head or self._reading.lower[phrase.first] not in definite:
            return None
        at = bisect_left(self._places, phrase.core)
        near = self._places[max(0, at - NEAR) : at]
        known = [named[place] for place in reversed(near)]
        before = called_so(naming.head.lower(), known, self._reading.lexicon)
        return next(iter(before), None)


def _name_of(reading: Reading, naming: Naming) -> tuple[str, ...]:
    *front, last = naming.names
    return (*unbent(reading, front), reading.bare(last))


def _other_names(
    reading: Reading, naming: Naming, name: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """As in "Delfi" for "Delfi 104", and "nvk" for "Agentur Nordtext (nvk)"."""
    *front, last = name
    if last.isdigit() and front and reading.common_nouns.isdisjoint(front):
        yield (*front[:-1], reading.bare(front[-1]))
    at = naming.phrase.core_end
    bracket = reading.words[at : at + 3]
    closed = bracket[:1] == ("(",) and bracket[2:] == (")",)
    if closed and (bracket[1].isupper() or bracket[1] in reading.letters):
        yield (bracket[1],)
