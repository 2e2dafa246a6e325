"""Who may be meant by an office or a noun alone: "die Leiterin", "das Ministerium"."""

import re
from bisect import bisect_right

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.entities.office import Role
from quiz.engine.claims.phrases.agreement import gender_of
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.vocabulary.inflection import without
from quiz.engine.lexicon.vocabulary.nouns import Nouns

MOST_ROLES = 400  # among more an office alone tells nobody who is meant
LONGEST_NOUN = 60  # letters of a body's noun that is looked up by its endings


class Holders:
    """The persons with a name under their offices."""

    def __init__(self, figures: list[Figure]) -> None:
        named = (f for f in figures if f.kind is EntityKind.PERSON and f.names)
        self._persons = [figure for figure in named if figure.roles]
        self._are_too_many = sum(len(f.roles) for f in self._persons) > MOST_ROLES
        self._known: dict[Role, list[Figure]] = {}

    def of(self, role: Role) -> list[Figure]:
        """Named persons of the same office; of the same country, if there are any."""
        if role not in self._known:
            self._known[role] = [] if self._are_too_many else self._found(role)
        return self._known[role]

    def _found(self, role: Role) -> list[Figure]:
        holders = [f for f in self._persons if any(role.fits(r) for r in f.roles)]
        exact = [f for f in holders if any(r.country == role.country for r in f.roles)]
        return exact or holders


class Bodies:
    """The bodies of a text under every ending of the nouns that stand for them."""

    def __init__(self, nouns: Nouns) -> None:
        self._nouns = nouns
        self._by_ending: dict[str, tuple[int, Figure]] = {}
        self._places: dict[int, int] = {}

    def enter(self, figure: Figure, noun: str) -> None:
        """Make the body findable by what its noun ends in ("Umweltministerium").

        Less its rank it is another one: a Generalstaatsanwaltschaft stands above a
        Staatsanwaltschaft.
        """
        place = self._places.setdefault(id(figure), len(self._places))
        lower = noun.lower()
        for at in range(1, len(lower) if len(lower) <= LONGEST_NOUN else 0):
            if self._is_below(lower[:at], lower[at:]):
                continue
            known = self._by_ending.get(lower[at:])
            if known is None or place < known[0]:
                self._by_ending[lower[at:]] = (place, figure)

    def _is_below(self, rank: str, rest: str) -> bool:
        """As in "Staatsanwaltschaft"; the "Obergericht" is "das Gericht" later on."""
        ranked = rank in self._nouns.ranks
        return ranked and rest.capitalize() not in self._nouns.vague_bodies

    def ending_in(self, noun: str) -> Figure | None:
        """The first body whose noun is longer and ends so: "das Ministerium"."""
        known = self._by_ending.get(noun.lower())
        return known[1] if known is not None else None


def by_degree(reading: Reading, naming: Naming, figures: list[Figure]) -> Figure | None:
    """As in "Dr. med. Lea Moor ging …, sagte die Kinderärztin": who studied for it.

    It must be the only one of that gender whom the paragraph has named so far.
    """
    gender, text = gender_of(reading, naming), reading.text
    subjects = {
        subject
        for subject, callings in reading.lexicon.written_titles.callings.items()
        if naming.head.lower().endswith(callings)
    }
    if not gender or not subjects:
        return None
    at = naming.phrase.core
    sentence = bisect_right(text.sentences, at, key=lambda s: s.first) - 1
    paragraph = text.paragraphs[text.sentences[sentence].paragraph]
    opens = text.sentences[paragraph.first].first
    named = [
        figure
        for figure in figures
        if figure.kind is EntityKind.PERSON and figure.names
        if figure.gender in (gender, "") and figure.last_before(at) >= opens
    ]
    only = named[0] if len(named) == 1 else None
    return only if only and not subjects.isdisjoint(_studied(reading, only)) else None


def _studied(reading: Reading, figure: Figure) -> set[str]:
    """The words before the names, small ones of a degree too: "Dr", "med"."""
    phrases = (naming.phrase for naming in figure.namings)
    spans = (reading.span(p.first, p.core_end) for p in phrases)
    return {
        word for span in spans for word in re.findall(r"\w+", span.of(reading.text.raw))
    }


def of_same_body(reading: Reading, naming: Naming, holder: Figure) -> bool:
    """As in "die Leiterin des Amtes": the holder's own words name that body, too.

    With all its words: of the Tiermedizinische Universität is not of the Universität
    Talheim.
    """
    body = naming.phrase.genitive
    if body is None or naming.country is not None or body.pronoun:
        return True
    ends, tokens = reading.lexicon.inflection.adjectives.endings, reading.text.tokens
    words = {
        without(reading.bare(reading.lower[at]), ends)
        for at in range(body.first, body.core_end)
        if tokens[at].is_capital
    }
    held = {
        reading.lower[at]
        for known in holder.namings
        for at in range(known.phrase.first, known.phrase.end)
        if tokens[at].is_capital
    }
    return all(any(word in other for other in held) for word in words)
