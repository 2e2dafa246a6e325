"""Whom "die Politikerin" means: somebody named just before, by one more word."""

from collections.abc import Iterable, Mapping

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.agreement import gender_of, number_of
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Number
from quiz.engine.lexicon.vocabulary.inflection import without

NEAR = 2  # sentences back to whom such a word reaches
REACH = 120  # tokens back at most


class Epithets:
    """The roles of a text that may be one more word for somebody with a name."""

    def __init__(self, reading: Reading, namings: Iterable[Naming]) -> None:
        self._reading = reading
        indefinite = reading.lexicon.words.indefinite
        self._introduced = {
            n.head for n in namings if reading.lower[n.phrase.first] in indefinite
        }

    def meant(self, naming: Naming, named: Mapping[int, Figure]) -> Figure | None:
        """The one person with a name, named right before, who can be meant.

        As in "Ministerin Ida Moor gab nach. „Ja“, sagte die Politikerin.": a definite
        article points at somebody known. Who was brought in without a name ("eine
        Anwältin") is herself, and an office may be another's ("die Sprecherin").

        Args:
            naming: a role without a name.
            named: who is named at which token, as far as names tell.
        """
        reading = self._reading
        if not points_back(reading, naming) or naming.head in self._introduced:
            return None
        if _is_office(reading, naming):
            return None
        gender = gender_of(reading, naming)
        before = _named_before(reading, named, naming.phrase.first)
        near = [figure for figure in before if figure.gender in ("", gender)]
        alone = len(near) == 1 and bool(gender)
        return near[0] if alone and near[0].gender == gender else None


def points_back(reading: Reading, naming: Naming) -> bool:
    """As in "die Juristin", "der 61-Jährige": a role behind a definite article."""
    phrase = naming.phrase
    if naming.kind is not EntityKind.PERSON or naming.names or naming.country:
        return False
    if phrase.genitive is not None or phrase.core != phrase.first + 1:
        return False
    definite = reading.lower[phrase.first] in reading.lexicon.words.articles
    return definite and number_of(reading, phrase, naming) is Number.SINGULAR


def _is_office(reading: Reading, naming: Naming) -> bool:
    """As in "der Minister": somebody else can hold it, and the text may name him."""
    known = reading.lexicon
    masculine = without(naming.head, known.inflection.titles.feminine)
    return masculine.lower().endswith(known.nouns.offices_of_one)


def _named_before(
    reading: Reading, named: Mapping[int, Figure], first: int
) -> list[Figure]:
    """The persons with names just before, each once."""
    starts, far = reading.starts, 0
    found: dict[Figure, None] = {}
    for at in range(first - 1, max(0, first - REACH) - 1, -1):
        figure = named.get(at)
        if figure is not None and figure.kind is EntityKind.PERSON and figure.names:
            found[figure] = None
        far += at in starts
        if far > NEAR:
            break
    return list(found)
