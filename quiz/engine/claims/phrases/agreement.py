"""Number and gender: what tells a subject from an object of the same form."""

from collections.abc import Mapping

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import is_outlet_noun, is_title
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import ANY_CASE, ONE, Case, Fit, Number
from quiz.engine.lexicon.vocabulary.inflection import Inflection, TitleEndings
from quiz.engine.lexicon.vocabulary.places import AGENCY, Outlet

# Beside "die" a masculine or neuter noun is plural.
_NUMBER_BESIDE_DIE: Mapping[str, Number] = {
    Fit.MASCULINE: Number.PLURAL,
    Fit.NEUTER: Number.PLURAL,
    Fit.FEMININE: Number.SINGULAR,
}


def is_time(reading: Reading, phrase: Phrase) -> bool:
    """As in "Diese Woche", "Montag": when, not who."""
    last = reading.word(phrase.core_end - 1)
    words = {reading.word(at) for at in range(phrase.core, phrase.core_end)} - {last}
    named = words & reading.lexicon.genders.keys()
    return not named and last in reading.lexicon.words.not_names


def gender_of(reading: Reading, naming: Naming) -> str:
    """Grammatical gender of the head, a letter; "" where nothing shows it."""
    genders = reading.lexicon.genders
    for name in naming.names:
        if naming.kind is EntityKind.PERSON and name in genders:
            return genders[name]
    phrase = naming.phrase
    last = phrase.core_end - 1
    at = phrase.core if is_outlet_noun(reading, phrase.core) else last  # "Agentur Nord"
    head = reading.bare(naming.head or reading.word(at))
    known = reading.lexicon.inflection
    outlet = reading.lexicon.outlets.get(" ".join(naming.names))
    if outlet is not None and (head.isupper() or head.islower()):
        return _of_outlet(outlet, known)
    if (gender := _by_ending(head, known.noun_endings)) is not None:
        return gender
    if is_title(reading, phrase.core):
        return _of_title(head, known.titles)
    return _by_ending(head, known.noun_genders) or ""


def _of_outlet(outlet: Outlet, known: Inflection) -> str:
    """By the noun of its full name: "die SZ", a Zeitung; "der epd", a Pressedienst."""
    nouns = (name.rpartition(" ")[2] for name in (outlet.name, *outlet.aliases))
    known_by = (_by_ending(noun, known.noun_genders) for noun in nouns)
    agency = Fit.FEMININE if outlet.type == AGENCY else ""  # "die dpa"
    return next(filter(None, known_by), agency)


def _by_ending(head: str, genders: Mapping[str, tuple[str, ...]]) -> str | None:
    """The gender whose endings the noun has; None where none fits."""
    lower = head.lower()
    fitting = (g for g, endings in genders.items() if lower.endswith(tuple(endings)))
    return next(fitting, None)


def _of_title(title: str, ends: TitleEndings) -> str:
    """As in "Ministerin", "Minister"; "Angestellte" can be both."""
    if title.endswith(ends.feminine):
        return Fit.FEMININE
    return "" if title.endswith(ends.either) else Fit.MASCULINE


def cases_of(reading: Reading, phrase: Phrase, naming: Naming) -> str:
    """The cases it can stand in, narrowed by gender: "der Politik" is no subject."""
    articles = reading.lexicon.words.article_cases
    narrowed = articles.get(reading.lower[phrase.first], {})
    alone = reading.lower[phrase.first] in reading.lexicon.words.partitive
    if narrowed and naming.plural and not alone:
        return Case.GENITIVE  # "der Medien"
    gender = gender_of(reading, naming) if narrowed else ""
    return "".join(c for c in phrase.cases if c in narrowed.get(gender, ANY_CASE))


def can_be_subject(reading: Reading, phrase: Phrase) -> bool:
    """Whether its article and its gender leave it the nominative: not "der Chefin"."""
    if phrase.pronoun:
        return phrase.can_be(Case.NOMINATIVE)
    return Case.NOMINATIVE in cases_of(reading, phrase, naming_of(reading, phrase))


def number_of(reading: Reading, phrase: Phrase, naming: Naming) -> Number:
    """The number it has as a subject."""
    words = reading.lexicon.words
    first, last = reading.lower[phrase.first], reading.word(phrase.core_end - 1)
    if first in words.partitive:
        return Number.SINGULAR  # "einer der drei Bäcker"
    bare = phrase.first == phrase.core
    if naming.plural and bare and last in reading.lexicon.titles:
        return Number.EITHER  # "Gutachter": the same in both numbers
    if naming.plural or first in words.plural_determiners:
        return Number.PLURAL
    if last.endswith(reading.lexicon.inflection.nouns.plurals):
        return Number.PLURAL
    person = naming.kind is EntityKind.PERSON and bool(naming.names)
    if first in words.singular_determiners or person:
        return Number.SINGULAR
    if words.article_cases.get(first) == {}:  # "die": feminine or plural
        gender = gender_of(reading, naming)
        return _NUMBER_BESIDE_DIE.get(gender, Number.EITHER)
    return Number.EITHER


def disagrees(reading: Reading, phrase: Phrase, verb: int) -> bool:
    """Whether the finite verb at that token cannot have the phrase as its subject."""
    plural = reading.is_plural_verb(verb)
    if phrase.pronoun and phrase.end - phrase.first > 1:
        return plural  # "der 67-Jährige"
    if phrase.pronoun:
        fits = reading.lexicon.words.pronouns[reading.lower[phrase.first]].fits
        return fits in ONE if plural else fits == Fit.PLURAL
    pairing = reading.lexicon.words.conjunctions.pairing
    if phrase.end < verb and reading.lower[phrase.end] in pairing:
        return False  # two voices, or one with two offices
    known = number_of(reading, phrase, naming_of(reading, phrase))
    return known is (Number.SINGULAR if plural else Number.PLURAL)
