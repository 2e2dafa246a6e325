"""Who is the same as, part of, or speaks for whom (rule V02)."""

from bisect import bisect_left

from quiz.engine.claims.claim import Entity, EntityKind, Extraction
from quiz.engine.claims.entities.wellformed import is_wellformed
from quiz.engine.lexicon.grammar import Fit
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.material.apart import may_be_one
from quiz.engine.questions.material.tied_names import holds, leads, share_an_office
from quiz.engine.questions.words import Forms, fold, forms_of, is_short_for, word_spans
from quiz.engine.text.span import Span

_BEFORE = 20  # letters in which the word before a name stands

Name = frozenset[str]


class Identity:
    """Decides for one extraction which entities may stand beside each other."""

    def __init__(self, extraction: Extraction) -> None:
        self._lexicon = lexicon(extraction.language)
        self._entities = {entity.id: entity for entity in extraction.entities}
        forms = forms_of(extraction.language)
        self._names = {each.id: _names(each, forms) for each in extraction.entities}
        self._raw = extraction.raw
        self._parent = {entity.id: entity.id for entity in extraction.entities}
        self._sentences = _sentences_naming(extraction)
        self._voices = _voices_of(extraction)
        self._excluded: dict[tuple[str, str], bool] = {}
        self._named: dict[str, bool] = {}
        self._genders: dict[str, str | None] = {}
        self._unite_shared_names()
        self._parts = {each: self._parts_of(each) for each in self._entities}

    def is_vague(self, entity: Entity) -> bool:
        """Whether nobody can say who belongs to it and who does not.

        So it is, too, where the name may be read wrongly.
        """
        if entity.kind is EntityKind.UNNAMED:
            return True
        if not is_wellformed(entity.name, entity.kind, self._lexicon):
            return True
        return entity.kind is EntityKind.GROUP and self._is_loose(entity)

    def is_nobody_definite(self, entity: Entity) -> bool:
        """Whether it is people whom nobody can name: "Insider", "mehrere Zeugen".

        A report or a count without a name is something definite.
        """
        is_some = entity.kind in (EntityKind.GROUP, EntityKind.UNNAMED)
        return is_some and self._is_loose(entity)

    def _is_loose(self, entity: Entity) -> bool:
        names = self._lexicon.questions.names
        if entity.name.casefold().startswith(names.some):
            return True
        return fold(entity.name).split()[-1].endswith(tuple(map(fold, names.vague)))

    def are_one(self, one: str, other: str) -> bool:
        """Whether two ids stand for the same thing: one name, or one in the other."""
        if self._root(one) == self._root(other):
            return True
        return any(
            left <= right or right <= left
            for left in self._names[one]
            for right in self._names[other]
        )

    def are_tied(self, one: str, other: str) -> bool:
        """Whether one contains the other, speaks for it, or overlaps with it.

        Two who speak for one country are still two voices.
        """
        left, right = self._parts[one], self._parts[other]
        bodies = self._entities[one].bodies, self._entities[other].bodies
        return (
            bool(left & right)
            or any(body in right for body in bodies[0])
            or any(body in left for body in bodies[1])
            or self._share_a_voice(one, other)
        )

    def gender(self, entity_id: str) -> str | None:
        """Of a person, a letter, by first name or title; None where neither tells."""
        if entity_id not in self._genders:
            self._genders[entity_id] = self._told_gender(entity_id)
        return self._genders[entity_id]

    def _told_gender(self, entity_id: str) -> str | None:
        entity = self._entities[entity_id]
        if entity.kind is not EntityKind.PERSON:
            return None
        known = self._lexicon.genders.get(entity.name.split()[0])
        titles = {word for alias in entity.aliases for word in alias.split()}
        ends = self._lexicon.inflection.titles
        told = {
            Fit.FEMININE.value if title.endswith(ends.feminine) else Fit.MASCULINE.value
            for title in titles
            if self._is_title(title) and not title.endswith(ends.either)
        }
        return known or (told.pop() if len(told) == 1 else None)

    def exclude(self, one: str, other: str) -> bool:
        """Whether two entities may never be options of one question."""
        pair = (min(one, other), max(one, other))
        if pair not in self._excluded:
            self._excluded[pair] = (
                self.are_one(*pair)
                or self.are_tied(*pair)
                or self._may_be_one(*pair)
                or self._is_short_for(*pair)
                or self._may_be_tied_by_name(*pair)
            )
        return self._excluded[pair]

    def is_named(self, entity_id: str) -> bool:
        """Whether a person is known by name, not only by a role."""
        if entity_id not in self._named:
            self._named[entity_id] = self._has_a_name(entity_id)
        return self._named[entity_id]

    def _has_a_name(self, entity_id: str) -> bool:
        """Two words of a name, or one that is a first name or follows a title."""
        entity = self._entities[entity_id]
        tokens = entity.name.split()
        particles = self._lexicon.questions.names.particles
        if any(each.islower() and each not in particles for each in tokens):
            return False
        if self._is_title(tokens[0]):
            return False
        if len([each for each in tokens if each[:1].isupper()]) > 1:
            return True
        return tokens[0] in self._lexicon.genders or any(
            self._is_title(alias.split()[0]) and alias.endswith(entity.name)
            for alias in entity.aliases
            if len(alias.split()) > 1
        )

    def is_somebody(self, entity_id: str) -> bool:
        """Whether the text shows that two words written large are a person's.

        By a first name, a title before it, or the last of the words alone, as people
        are named again; "Big Data" and "Neue Ausgabe" are nobody.
        """
        entity = self._entities[entity_id]
        first, *others = entity.name.split()
        if not others or first.partition("-")[0] in self._lexicon.genders:
            return True
        last = others[-1]
        if self._is_title(last):
            return False  # "Neuer Minister"
        fronts = (alias.split() for alias in entity.aliases)
        if any(f[-1] == last and self._is_title(f[0]) for f in fronts if f):
            return True
        bent = first.endswith(self._lexicon.inflection.adjectives.endings)
        again = (self._is_surname(mention, last) for mention in entity.mentions)
        return not bent and any(again)

    def _is_surname(self, mention: Span, last: str) -> bool:
        """As in "Moor schwieg", "Moors Haus"; not "die Ausgabe"."""
        genitive = self._lexicon.inflection.names.genitive
        if mention.of(self._raw) not in (last, last + genitive):
            return False
        words = self._lexicon.words
        opens = words.articles | words.contractions | words.singular_determiners
        near = self._raw[max(0, mention.begin - _BEFORE) : mention.begin]
        return opens.isdisjoint(near.casefold().split()[-1:])

    def _is_title(self, word: str) -> bool:
        endings = self._lexicon.title_endings
        return word in self._lexicon.titles or (
            word.lower().endswith(endings) and word not in self._lexicon.genders
        )

    def _may_be_one(self, one: str, other: str) -> bool:
        """Whether a bare role may be the other person, as far as the text tells.

        "die Bürgermeisterin" and "Lenk" may be one that extraction did not join, unless
        a sentence tells them apart. "Papst Franziskus" has another name, too.
        """
        pair = (self._entities[one], self._entities[other])
        if any(each.kind is not EntityKind.PERSON for each in pair):
            return False
        if all(self.is_named(each.id) for each in pair) and not any(
            self._has_a_throne_name(each) for each in pair
        ):
            return False
        role, known = sorted(pair, key=lambda each: self.is_named(each.id))
        both = self._sentences[one] & self._sentences[other]
        return may_be_one(role, known, both, self._raw, self._lexicon)

    def _has_a_throne_name(self, entity: Entity) -> bool:
        """As in "Papst Franziskus", "König Charles"."""
        thrones = self._lexicon.words.sorting.thrones
        titles = {word for alias in entity.aliases for word in alias.split()[:1]}
        return " " not in entity.name and not thrones.isdisjoint(titles)

    def _may_be_tied_by_name(self, one: str, other: str) -> bool:
        """Whether one name holds the other, both are of one office, or one leads."""
        pair = (self._entities[one], self._entities[other])
        if holds(pair[0].name, pair[1].name, self._lexicon):
            return True
        if any(leads(*each, self._lexicon) for each in (pair, pair[::-1])):
            return True
        are_persons = all(self.is_named(each) for each in (one, other))
        return not are_persons and share_an_office(*pair, self._lexicon)

    def _is_short_for(self, one: str, other: str) -> bool:
        """Whether one is made of the first letters of the other's words, or less of it.

        As in "EU-Amt" for "EU-Umweltamt Fulm".
        """
        return is_short_for(self._entities[one].name, self._entities[other].name)

    def _share_a_voice(self, one: str, other: str) -> bool:
        """Whether somebody speaks for both: Kreml and Russland."""
        voices = self._voices
        return not voices.get(one, frozenset()).isdisjoint(voices.get(other, ()))

    def _parts_of(self, entity_id: str) -> frozenset[str]:
        """The entity with everything it contains, at any depth."""
        found: set[str] = set()
        waiting = [entity_id]
        while waiting:
            current = waiting.pop()
            if current in found or current not in self._entities:
                continue
            found.add(current)
            waiting += self._entities[current].members
        return frozenset(found)

    def _unite_shared_names(self) -> None:
        owner: dict[Name, str] = {}
        for entity_id, names in self._names.items():
            for name in names:
                first = owner.setdefault(name, entity_id)
                self._parent[self._root(entity_id)] = self._root(first)

    def _root(self, entity_id: str) -> str:
        while self._parent[entity_id] != entity_id:
            entity_id = self._parent[entity_id]
        return entity_id


def _sentences_naming(extraction: Extraction) -> dict[str, frozenset[Span]]:
    """For each entity the sentences of claims in which it is named."""
    named = sorted(
        (mention, entity.id)
        for entity in extraction.entities
        for mention in entity.mentions
    )
    found: dict[str, set[Span]] = {entity.id: set() for entity in extraction.entities}
    for sentence in {claim.sentence for claim in extraction.claims}:
        for at in range(bisect_left(named, ((sentence.begin,),)), len(named)):
            mention, entity_id = named[at]
            if mention.begin >= sentence.end:
                break
            if sentence.covers(mention):
                found[entity_id].add(sentence)
    return {entity_id: frozenset(spans) for entity_id, spans in found.items()}


def _voices_of(extraction: Extraction) -> dict[str, frozenset[str]]:
    """For each body, those who speak for it."""
    found: dict[str, set[str]] = {}
    for entity in extraction.entities:
        for body in entity.bodies:
            found.setdefault(body, set()).add(entity.id)
    return {body: frozenset(voices) for body, voices in found.items()}


def _names(entity: Entity, forms: Forms) -> frozenset[Name]:
    """Each name as the set of its words, articles and case endings taken away.

    Of a person only those with a word of the name itself: "Staatschef" is no name,
    two persons can be called so.
    """
    own = _name(entity.name, forms)
    names = {name for each in entity.aliases if (name := _name(each, forms))}
    if entity.kind is EntityKind.PERSON:
        names = {name for name in names if name & own}
    return frozenset(names | ({own} if own else set()))


def _name(called: str, forms: Forms) -> Name:
    found = (fold(span.of(called)) for span in word_spans(called))
    telling = (word for word in found if word not in forms.function_words)
    return frozenset(forms.same.get(bare, bare) for bare in map(forms.bare, telling))
