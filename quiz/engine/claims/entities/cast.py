"""Everybody a text names, each once, with all the ways it names them."""

from functools import cached_property

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.apposition import appositions, nicknames
from quiz.engine.claims.entities.epithets import Epithets
from quiz.engine.claims.entities.figure import Figure, Persons, can_speak
from quiz.engine.claims.entities.holders import Bodies, Holders, by_degree, of_same_body
from quiz.engine.claims.entities.keys import (
    Owners,
    key_of,
    leader_of,
    unbent,
)
from quiz.engine.claims.entities.mentions import all_phrases
from quiz.engine.claims.entities.office import role_of
from quiz.engine.claims.entities.outlets import Outlets
from quiz.engine.claims.phrases.agreement import gender_of
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Fit


class Cast:
    """Who appears in a text, found by name first, then by office, then by noun.

    Looking up is by token: `at(index)` is who the word at that place names.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._lexicon = reading.lexicon
        self.figures: list[Figure] = []
        self._by_token: dict[int, Figure] = {}
        self._by_key: dict[tuple[object, ...], Figure] = {}
        self._persons = Persons(self._lexicon.inflection.names)
        self._bodies = Bodies(self._lexicon.nouns)
        self._owners = Owners(reading)
        self._teams: dict[tuple[object, ...], Figure | None] = {}
        self.shared_names: set[int] = set()
        self._outlets = Outlets(reading)
        namings = [naming_of(reading, p) for p in all_phrases(reading)]
        self._beside = appositions(reading, namings)
        self._nicknames = nicknames(reading, namings)
        self._epithets = Epithets(reading, namings)
        steps = (
            self._outlet,
            self._outlet_meant,
            self._full,
            self._nicknamed,
            self._titled,
            self._single,
            self._apposed,
            self._roles,
            self._rest,
        )
        for step in steps:
            for naming in namings:
                if naming.phrase.core not in self._by_token:
                    step(naming)
            if step == self._outlet:
                self._enter_again(namings)
        self.figures.sort(key=lambda f: min(n.phrase.core for n in f.namings))

    def at(self, index: int) -> Figure | None:
        """Who the token at this index names, None for nobody."""
        return self._by_token.get(index)

    def of(self, phrase: Phrase) -> Figure | None:
        """Who the phrase names."""
        for index in reversed(range(phrase.core, phrase.core_end)):
            if index in self._by_token:
                return self._by_token[index]
        return self.namesake(phrase)

    def namesake(self, phrase: Phrase) -> Figure | None:
        """The one person so called, where a name was read as part of other words."""
        if phrase.core_end - phrase.core != 1 or phrase.pronoun:
            return None
        called = self._persons.called((self.reading.word(phrase.core),))
        return called[0] if len(called) == 1 else None

    def meant(self, phrase: Phrase, role: Figure) -> Figure | None:
        """Who with a name is called so once more ("die Politikerin"); None for nobody.

        The words are then one of that person's namings and no longer the role's.
        """
        naming = next((n for n in role.namings if n.phrase.core == phrase.core), None)
        if naming is None or min(role.places) < phrase.core:
            return None
        if (figure := self._epithets.meant(naming, self._by_token)) is not None:
            role.drop(naming)
            figure.add(naming)
            self._by_token[phrase.core] = figure
            if not role.namings:
                self._by_key.pop((naming.kind, *key_of(self.reading, naming)), None)
        return figure

    def everybody(self) -> list[Figure]:
        """All whom the text names, in order of where it names them first."""
        return [figure for figure in self.figures if figure.namings]

    def add(self, naming: Naming, kind: EntityKind) -> Figure:
        """Take in somebody only now known to speak."""
        core = self.reading.span(naming.phrase.core, naming.phrase.core_end)
        words = core.of(self.reading.text.raw).split()
        key: tuple[object, ...] = (kind, *unbent(self.reading, words[:-1]), words[-1])
        if kind is EntityKind.ORGANISATION or naming.plural:
            key = (kind, *key_of(self.reading, naming))
        if kind is EntityKind.OUTLET and naming.names and key not in self._by_key:
            known = self._outlets.find(naming)
            self._by_key |= {key: known} if known is not None else {}
        if key not in self._by_key:
            self._by_key[key] = self._new(naming, kind, naming.names)
        elif naming.phrase.core not in self._by_token:
            self._enter(naming, self._by_key[key])
        return self._by_key[key]

    def _new(self, naming: Naming, kind: EntityKind, names: tuple[str, ...]) -> Figure:
        figure = Figure(kind, names, self._lexicon.inflection.names)
        nouns, head = self._lexicon.nouns, naming.head
        outlet = kind is EntityKind.OUTLET and head in nouns.outlet_nouns
        state = naming.country is not None
        vague = head in nouns.vague_bodies or (outlet and not state)
        figure.is_vague = not names and vague
        figure.can_speak = can_speak(self.reading, naming)
        self.figures.append(figure)
        self._enter(naming, figure)
        return figure

    def _enter(self, naming: Naming, figure: Figure) -> None:
        figure.add(naming)
        for index in range(naming.phrase.core, naming.phrase.core_end):
            self._by_token[index] = figure
        role = role_of(self.reading, naming)
        if role is not None and figure.kind is EntityKind.PERSON:
            figure.roles[role] = None
        if figure.kind is EntityKind.PERSON:
            self._persons.enter(figure, (*figure.names, *naming.names))
        if figure.kind is EntityKind.ORGANISATION:
            self._bodies.enter(figure, naming.head)
        figure.learn_gender(self._gender(naming))

    def _gender(self, naming: Naming) -> str:
        known = self._lexicon
        ends = known.inflection.titles.feminine
        if naming.head.endswith(ends) or naming.head in known.women:
            return Fit.FEMININE  # "Rätin Robin Moos", whatever else Robin can be
        for name in naming.names:
            if name in known.genders:
                return known.genders[name]
        if naming.head and naming.phrase.first < naming.phrase.core:
            article = self.reading.lower[naming.phrase.first]
            return known.words.title_genders.get(article, "")
        return ""

    def _outlet(self, naming: Naming) -> None:
        """Agencies and papers come first: a later "Nordlicht" alone is no person."""
        if naming.kind is EntityKind.OUTLET and naming.names:
            figure = self._outlets.find(naming)
            if figure is None:
                figure = self._first(naming)
            else:
                self._enter(naming, figure)
            self._outlets.enter(naming, figure)

    def _outlet_meant(self, naming: Naming) -> None:
        """As in "das Blatt", "die Agentur": the outlet named last before it."""
        if (figure := self._outlets.meant(naming, self._by_token)) is not None:
            self._enter(naming, figure)

    def _enter_again(self, namings: list[Naming]) -> None:
        for naming in namings:
            core = range(naming.phrase.core, naming.phrase.core_end)
            outlet = self._outlets.again([self.reading.word(at) for at in core])
            if outlet is not None and naming.phrase.core not in self._by_token:
                self._enter(naming, outlet)
        self._outlets.place(self.figures)

    def _full(self, naming: Naming) -> None:
        if naming.kind is not EntityKind.PERSON or len(naming.names) < 2:
            return
        figure = self._persons.akin(naming.names)
        if figure is None:
            self._new(naming, naming.kind, naming.names)
            return
        if len(naming.names) > len(figure.names):
            figure.names = naming.names
        self._enter(naming, figure)

    def _nicknamed(self, naming: Naming) -> None:
        """As in "Jo Brandt, genannt „Speedy“": another name of the same person."""
        figure = self._by_token.get(self._nicknames.get(naming.phrase.core, -1))
        if figure is not None:
            figure.nicknames |= {*naming.names}
            self._enter(naming, figure)

    def _titled(self, naming: Naming) -> None:
        if naming.kind is not EntityKind.PERSON or len(naming.names) != 1:
            return
        known = self._persons.called(naming.names)
        if len(known) == 1:
            self._enter(naming, known[0])
        elif not known:
            self._new(naming, naming.kind, naming.names)

    def _single(self, naming: Naming) -> None:
        """A surname alone, in whatever case."""
        if naming.kind in (EntityKind.OUTLET, EntityKind.COUNTRY):
            return
        if naming.head in self._lexicon.nouns.group_nouns:
            return
        first = naming.phrase.core
        if naming.phrase.core_end - first != 1:
            return
        word = self.reading.word(first)
        known = self._persons.called((word,))
        if known:
            latest = max(known, key=lambda f: f.last_before(first))
            self._enter(Naming(naming.phrase, EntityKind.PERSON, (word,)), latest)
        if len(known) > 1:
            self.shared_names.add(first)

    def _apposed(self, naming: Naming) -> None:
        """As in "Jo Brandt, Direktor des Zoos": the role is the name's."""
        figure = self._by_token.get(self._beside.get(naming.phrase.core, -1))
        if figure is not None and figure.kind is EntityKind.PERSON:
            self._enter(naming, figure)

    def _roles(self, naming: Naming) -> None:
        """As in "der russische Präsident": the one of that office and country."""
        if naming.kind is not EntityKind.PERSON or naming.names:
            return
        role = role_of(self.reading, naming)
        if role is None:
            return
        holders = self._holders.of(role)
        article = self.reading.lower[naming.phrase.first]
        if not holders and article in self._lexicon.words.definite:
            meant = by_degree(self.reading, naming, self.figures)
            holders = [meant] if meant is not None else []
        words = self._lexicon.words
        if len(holders) != 1 or article in {*words.indefinite, *words.partitive}:
            return
        held = holders[0].gender or gender_of(self.reading, holders[0].namings[0])
        if {gender_of(self.reading, naming), held} == {Fit.MASCULINE, Fit.FEMININE}:
            return
        if of_same_body(self.reading, naming, holders[0]):
            self._enter(naming, holders[0])

    @cached_property
    def _holders(self) -> Holders:
        """Once everybody with a name is known."""
        return Holders(self.figures)

    def _rest(self, naming: Naming) -> None:
        """Outlets, bodies, countries and persons known by their role alone."""
        if naming.kind is None:
            return
        key = self._owners.key(naming)
        if key not in self._by_key:
            self._by_key[key] = self._longer(naming) or self._first(naming)
            if leader_of(self.reading, naming):
                others = key[1:-1] in self._teams  # "die Forscher" may be either
                self._teams[key[1:-1]] = None if others else self._by_key[key]
        if naming.phrase.core not in self._by_token:
            self._enter(naming, self._by_key[key])

    def _longer(self, naming: Naming) -> Figure | None:
        """As in "das Ministerium" after "das Umweltministerium"."""
        article = self.reading.lower[naming.phrase.first]
        if naming.kind is EntityKind.GROUP and article in self._lexicon.words.definite:
            return self._teams.get(key_of(self.reading, naming))
        if naming.kind is not EntityKind.ORGANISATION or naming.names:
            return None
        if leader_of(self.reading, naming):
            return None
        return self._bodies.ending_in(naming.head)

    def _first(self, naming: Naming) -> Figure:
        names = naming.names
        if naming.kind is EntityKind.COUNTRY and naming.country:
            names = (naming.country,)
        return self._new(naming, naming.kind or EntityKind.UNNAMED, names)
