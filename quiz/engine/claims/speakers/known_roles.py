"""Who may be somebody with a name that the text gives elsewhere: "die Politikerin"."""

from bisect import bisect_left
from collections.abc import Sequence

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.agreement import gender_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.words.reading import Reading

ASIDE = 12  # tokens behind a role in which a comma may set its name beside it


class KnownRoles:
    """Tells of speakers known by a role alone whether they may have a name."""

    def __init__(self, reading: Reading, figures: Sequence[Figure]) -> None:
        """Look up where persons with a name are named, by their gender."""
        self._reading = reading
        self._places: dict[str, list[int]] = {}
        for figure in figures:
            if figure.kind is EntityKind.PERSON and figure.names:
                self._places.setdefault(figure.gender, []).extend(figure.places)
        for places in self._places.values():
            places.sort()
        self._introduced: dict[int, bool] = {}
        self._bodies = _places_of(figures, EntityKind.ORGANISATION, EntityKind.OUTLET)
        self._outlets = _places_of(figures, EntityKind.OUTLET)

    def may_have_name(self, claim: Identified) -> bool:
        """Whether the claim's speaker may be one of those with a name.

        As in "Ministerin Ida Moor gab nach. … sagte die Politikerin": a definite
        article points at somebody who is known, and the role is one more word for
        whoever that is. Not so where she was brought in by it ("eine Politikerin").
        """
        role, phrase, reading = claim.speaker, claim.naming, self._reading
        if role is None or phrase is None or phrase.pronoun:
            return False
        if role.kind is not EntityKind.PERSON:
            return self._may_be_body(role, phrase)
        if role.names:
            return False
        if phrase.genitive is not None or phrase.end > phrase.core_end:
            return self._is_named_behind(claim, role)  # "der Berater von Jo Brandt"
        if reading.lower[phrase.first] not in reading.lexicon.words.articles:
            return False
        if self._is_introduced(role):
            return False
        gender = role.gender or gender_of(reading, role.namings[0])
        sentence = reading.text.sentences[claim.candidate.sentence]
        return any(
            places[0] < phrase.first or _is_within(places, sentence.first, sentence.end)
            for known, places in self._places.items()
            if not (gender and known) or gender == known
        )

    def _may_be_body(self, figure: Figure, phrase: Phrase) -> bool:
        """As in "laut dem Unternehmen", "die Behörde", "dem Bericht zufolge".

        The firm, the authority, the outlet's report of which the text told before.
        """
        reading, nouns = self._reading, self._reading.lexicon.nouns
        definite = reading.lower[phrase.first] in reading.lexicon.words.articles
        named = figure.names and figure.kind is not EntityKind.UNNAMED
        if named or not definite or phrase.genitive is not None:
            return False
        last = reading.lower[phrase.core_end - 1]
        places: list[int] = []
        if reading.word(phrase.core_end - 1) in nouns.vague_bodies:
            places = self._bodies
        elif last.endswith(nouns.outlet_texts):
            places = self._outlets
        return bool(places) and places[0] < phrase.first

    def _is_named_behind(self, claim: Identified, role: Figure) -> bool:
        """As in "sagt der Leiter der Abteilung im Amt des Kreises, Jo Brandt"."""
        reading, phrase = self._reading, claim.naming
        sentence = reading.text.sentences[claim.candidate.sentence]
        if phrase is None or not sentence.first <= phrase.first < sentence.end:
            return False
        end = min(sentence.end, phrase.core_end + ASIDE)
        behind = range(phrase.core_end, end)
        comma = next((at for at in behind if reading.word(at) == ","), end)
        return any(
            _is_within(places, comma + 1, min(comma + 2, end))
            for known, places in self._places.items()
            if not (role.gender and known) or role.gender == known
        )

    def _is_introduced(self, role: Figure) -> bool:
        """As in "eine Politikerin": by an article that points at nobody known."""
        if id(role) not in self._introduced:
            lower, words = self._reading.lower, self._reading.lexicon.words
            self._introduced[id(role)] = any(
                lower[naming.phrase.first] in words.indefinite
                for naming in role.namings
            )
        return self._introduced[id(role)]


def _places_of(figures: Sequence[Figure], *kinds: EntityKind) -> list[int]:
    """Where somebody of these kinds is named, in order."""
    return sorted(at for f in figures if f.kind in kinds and f.names for at in f.places)


def _is_within(places: list[int], first: int, end: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < end
