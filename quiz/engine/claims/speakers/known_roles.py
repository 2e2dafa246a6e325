"""Who may be somebody with a name that the text gives elsewhere: "die Politikerin"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.doubt import NAME_UNCLEAR, ROLE_MAY_BE_NAMED, weight_of
from quiz.engine.claims.entities.display import has_clear_name
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
        self._bodies_brought_in = any(
            self._is_vague(naming.phrase) and self._is_new(naming.phrase)
            for figure in figures
            for naming in figure.namings
        )
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
        if phrase.genitive is not None and figure.namings[0].phrase != phrase:
            phrase = phrase.genitive  # "nach Angaben der Partei"
        definite = reading.lower[phrase.first] in reading.lexicon.words.articles
        named = figure.names and figure.kind is not EntityKind.UNNAMED
        if named or not definite or phrase.genitive is not None:
            return False
        if self._is_vague(phrase):
            return not self._bodies_brought_in  # "eine Firma": it need not have a name
        places = self._outlets
        texts = reading.lower[phrase.core_end - 1].endswith(nouns.outlet_texts)
        return texts and bool(places) and places[0] < phrase.first

    def _is_vague(self, phrase: Phrase) -> bool:
        """As in "das Unternehmen", "die EU-Behörde"."""
        head = self._reading.word(phrase.core_end - 1).rpartition("-")[2]
        return head in self._reading.lexicon.nouns.vague_bodies

    def _is_new(self, phrase: Phrase) -> bool:
        """As in "eine Firma", "einem Verein": it was not told of before."""
        some = tuple(self._reading.lexicon.words.wording.indefinite)
        lower = self._reading.lower[phrase.first]
        return self._reading.is_determiner(phrase.first) and lower.startswith(some)

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


def with_clear_names(
    reading: Reading, figures: list[Figure], found: Sequence[Identified]
) -> Iterator[Identified]:
    """Each of the claims, doubted where a name of its speaker or sources is unclear.

    So is one known by a role who may be somebody with a name.

    Args:
        reading: the text.
        figures: everybody in it, once all their names are known.
        found: the claims in the making, each behind the one it is carried on from.
    """
    roles = KnownRoles(reading, figures)
    clear: dict[int, bool] = {}
    renewed: dict[int, Identified] = {}
    for claim in found:
        people = (claim.speaker, *(link.figure for link in claim.links))
        for figure in people:
            if figure is not None and id(figure) not in clear:
                clear[id(figure)] = has_clear_name(reading, figure, figures)
        doubts = claim.doubts
        if not all(figure is None or clear[id(figure)] for figure in people):
            doubts += (NAME_UNCLEAR,)
        if roles.may_have_name(claim):
            doubts += (ROLE_MAY_BE_NAMED,)
        earlier = renewed.get(id(claim.earlier), claim.earlier)
        if doubts != claim.doubts or earlier is not claim.earlier:
            doubt = weight_of(doubts)
            renewed[id(claim)] = replace(
                claim, doubts=doubts, doubt=doubt, earlier=earlier
            )
        yield renewed.get(id(claim), claim)
