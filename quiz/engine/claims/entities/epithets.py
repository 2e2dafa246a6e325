"""Whom "die Politikerin" means: somebody named just before, by one more word."""

from collections.abc import Iterable, Mapping

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.agreement import gender_of, number_of
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Number
from quiz.engine.lexicon.vocabulary.inflection import without

PLAIN = 2  # words of "Talheimer Tageszeitung"
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
        if is_office(reading, naming):
            return None
        gender = gender_of(reading, naming)
        before = _named_before(reading, named, naming.phrase.first)
        near = [figure for figure in before if figure.gender in ("", gender)]
        if len(near) != 1 or not gender or near[0].gender != gender:
            return None
        hidden = len(near[0].names[-1].rstrip(".")) == 1  # "Emil S.": a suspect, rather
        return None if hidden else near[0]


def points_back(reading: Reading, naming: Naming) -> bool:
    """As in "die Juristin", "der 61-Jährige": a role behind a definite article."""
    phrase = naming.phrase
    if naming.kind is not EntityKind.PERSON or naming.names or naming.country:
        return False
    if phrase.genitive is not None or phrase.core != phrase.first + 1:
        return False
    definite = reading.lower[phrase.first] in reading.lexicon.words.articles
    ends = reading.lexicon.inflection.title_cases
    bent = reading.word(phrase.core).endswith((*ends.genitive, *ends.weak))
    if reading.cases(phrase.first) == Case.GENITIVE and not bent:
        return False  # "des Kicker": a name, which stays as it is
    return definite and number_of(reading, phrase, naming) is Number.SINGULAR


def is_outlet_epithet(reading: Reading, naming: Naming) -> bool:
    """As in "die Talheimer Tageszeitung" behind "Talspiegel": from where it is.

    A noun that says what kind of paper it is belongs to few names; "Talheimer Zeitung"
    is one.
    """
    phrase, nouns = naming.phrase, reading.lexicon.nouns.outlet_nouns
    definite = reading.lower[phrase.first] in reading.lexicon.words.articles
    if not definite or phrase.core_end - phrase.core != PLAIN or phrase.quoted_name:
        return False
    origin = reading.word(phrase.core).endswith(reading.lexicon.inflection.names.origin)
    noun = reading.word(phrase.core_end - 1)
    kind = any(noun.lower().endswith(n.lower()) for n in nouns if n != noun)
    name = " ".join(naming.names)
    return origin and noun in nouns and kind and name not in reading.lexicon.outlets


def is_office(reading: Reading, naming: Naming) -> bool:
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
