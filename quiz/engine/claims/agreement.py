"""Number and gender: what tells a subject from an object of the same form."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.naming import Naming, bare, naming_of
from quiz.engine.claims.noun import is_title
from quiz.engine.claims.phrase import Phrase
from quiz.engine.claims.reading import Reading


def gender_of(reading: Reading, naming: Naming) -> str:
    """Grammatical gender of the head: "m", "f", "n", or "" where nothing shows it."""
    genders = reading.lexicon.genders
    for name in naming.names:
        if naming.kind is EntityKind.PERSON and name in genders:
            return genders[name]
    phrase = naming.phrase
    head = bare(naming.head or reading.word(phrase.core_end - 1))
    for gender, endings in reading.lexicon.words.noun_endings.items():
        if head.lower().endswith(tuple(endings)):
            return str(gender)
    if is_title(reading, phrase.core):
        return "f" if head.endswith("in") else "" if head.endswith("e") else "m"
    for gender, endings in reading.lexicon.words.noun_genders.items():
        if head.lower().endswith(tuple(endings)):
            return str(gender)
    return ""


def cases_of(reading: Reading, phrase: Phrase, naming: Naming) -> str:
    """The cases it can stand in, narrowed by gender: "der Politik" is no subject."""
    articles = reading.lexicon.words.article_cases
    narrowed = articles.get(reading.lower[phrase.first], {})
    alone = reading.lower[phrase.first] in reading.lexicon.words.partitive
    if narrowed and naming.plural and not alone:
        return "g"  # "der Medien"
    gender = gender_of(reading, naming) if narrowed else ""
    return "".join(c for c in phrase.cases if c in narrowed.get(gender, "ngda"))


def number_of(reading: Reading, phrase: Phrase, naming: Naming) -> str:
    """The number it has as a subject: "s", "p", or "" for either."""
    words = reading.lexicon.words
    first, last = reading.lower[phrase.first], reading.word(phrase.core_end - 1)
    if first in words.partitive:
        return "s"  # "einer der drei Bäcker"
    bare = phrase.first == phrase.core
    if naming.plural and bare and last in reading.lexicon.titles:
        return ""  # "Gutachter": the same in both numbers
    if naming.plural or first in words.plural_determiners:
        return "p"
    if last.endswith(words.plural_endings):
        return "p"
    person = naming.kind is EntityKind.PERSON and bool(naming.names)
    if first in words.singular_determiners or person:
        return "s"
    if words.article_cases.get(first) == {}:  # "die": feminine or plural
        gender = gender_of(reading, naming)
        return {"m": "p", "n": "p", "f": "s"}.get(gender, "")
    return ""


def disagrees(reading: Reading, phrase: Phrase, verb: int) -> bool:
    """Whether the finite verb at that token cannot have the phrase as its subject."""
    plural = reading.lower[verb].endswith(("n", "sind"))
    if phrase.pronoun and phrase.end - phrase.first > 1:
        return plural  # "der 67-Jährige"
    if phrase.pronoun:
        fits = reading.lexicon.words.pronouns[reading.lower[phrase.first]].fits
        return fits in ("m", "n", "f", "mn") if plural else fits == "p"
    pairing = reading.lexicon.words.conjunctions.pairing
    if phrase.end < verb and reading.lower[phrase.end] in pairing:
        return False  # two voices, or one with two offices
    known = number_of(reading, phrase, naming_of(reading, phrase))
    return known == ("s" if plural else "p")
