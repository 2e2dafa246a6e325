"""For whom somebody speaks: the country or the body whose office it is."""

from bisect import bisect_left

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.lexicon.lexicon import Lexicon


class Houses:
    """The countries and bodies of a text, by name and by where they are named."""

    def __init__(self, figures: list[Figure], lexicon: Lexicon) -> None:
        self._offices = lexicon.title_endings
        self._seats = frozenset(lexicon.houses.values())
        self._order = {id(figure): n for n, figure in enumerate(figures)}
        bodies = [f for f in figures if f.kind is EntityKind.ORGANISATION]
        named = [(at, f) for f in bodies for at in f.places]
        self._named = sorted(named, key=lambda each: each[0])
        self._fronts = {
            f.names[-1] if f.names else f.namings[0].head: f for f in reversed(bodies)
        }
        states = [f for f in figures if f.kind is EntityKind.COUNTRY]
        self._states = {name: f for f in reversed(states) for name in f.names}

    def of(self, figure: Figure) -> list[Figure]:
        """Those whose office a person holds, in the text's order; none of others.

        As in "der russische Präsident", "die Sprecherin des Amtes", "UNHCR-Chef". A
        house has the state that it leads.
        """
        if figure.kind is not EntityKind.PERSON:
            return self._state_of(figure)
        found = [self._states.get(role.country or "") for role in figure.roles]
        for naming in figure.namings:
            if naming.head.lower().endswith(self._offices):  # no critic of a body
                found += self._of_office(naming)
        held = {id(house): house for house in found if house is not None}
        return sorted(held.values(), key=lambda house: self._order[id(house)])

    def _state_of(self, seat: Figure) -> list[Figure]:
        """As in "das Weiße Haus", where the text has the USA, too."""
        is_seat = not self._seats.isdisjoint(seat.names)
        state = self._states.get(seat.namings[0].country or "") if is_seat else None
        return [] if state is None else [state]

    def _of_office(self, office: Naming) -> list[Figure | None]:
        """Named in what belongs to the office, or in front of its hyphen."""
        phrase = office.phrase
        at = bisect_left(self._named, phrase.core_end, key=lambda each: each[0])
        inside: list[Figure | None] = []
        while at < len(self._named) and self._named[at][0] < phrase.end:
            inside.append(self._named[at][1])
            at += 1
        front, _, _ = office.head.rpartition("-")
        return [*inside, self._fronts.get(front)]
