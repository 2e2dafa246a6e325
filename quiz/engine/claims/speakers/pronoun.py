"""Whom a pronoun can stand for: gender and number, the verb's beside it included."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.agreement import gender_of, number_of
from quiz.engine.claims.phrases.phrase import Phrase, age_key
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import FEMININE_OR_PLURAL, Fit, Number


def fitting(reading: Reading, phrase: Phrase) -> str:
    """Letters of gender and number that the pronoun fits; "" for nobody's ("man").

    Beside a verb "sie" is one or the other: "sie sagte" is a woman or a body, "sie
    sagten" several.
    """
    word = reading.lower[phrase.first]
    if phrase.end - phrase.first > 1:  # "der 67-Jährige"
        key = age_key(reading, phrase.first, phrase.end - 1)
        return str(reading.lexicon.words.aged.fits.get(key, ""))
    polite = reading.text.tokens[phrase.first].is_capital
    if polite and phrase.first not in reading.starts:
        return ""  # "Ihrer Meinung nach", said to somebody
    owners = reading.lexicon.words.owners
    for stem, fits in owners.items():
        if word.startswith(stem) and word not in reading.lexicon.words.pronouns:
            return str(fits)
    pronoun = reading.lexicon.words.pronouns.get(word)
    known = "" if pronoun is None else pronoun.fits
    if known in (Fit.ANYBODY, Fit.FIRST_PERSON, Fit.NEUTER):
        return ""
    if known == FEMININE_OR_PLURAL:
        return _by_verb(reading, phrase) or known
    return known


def points_at_last(reading: Reading, phrase: Phrase) -> bool:
    """As in "Dieser sagte": whoever was named last, not whom the sentence is about."""
    return reading.lower[phrase.first] in reading.lexicon.words.pointing_pronouns


def agrees(reading: Reading, figure: Figure, fits: str) -> bool:
    """Whether a pronoun with these letters can stand for the figure."""
    first = figure.namings[0]
    if not figure.names and number_of(reading, first.phrase, first) is Number.PLURAL:
        return Fit.PLURAL in fits  # "die Anwohner"
    if figure.kind is EntityKind.PERSON:
        return fits != Fit.PLURAL and (not figure.gender or figure.gender in fits)
    if figure.kind is EntityKind.GROUP:
        return Fit.PLURAL in fits
    gender = gender_of(reading, first)
    # "das Amt … nach seinen Angaben"
    owner = Fit.NEUTER in fits and gender in (Fit.MASCULINE, Fit.NEUTER)
    feminine = Fit.FEMININE in fits and gender in (Fit.FEMININE, "")
    return fits == Fit.PLURAL or owner or feminine


def _by_verb(reading: Reading, phrase: Phrase) -> str:
    """The number of the verb right behind the pronoun or before it."""
    for at in (phrase.end, phrase.first - 1):
        if not 0 <= at < len(reading.lower):
            continue
        word = reading.lower[at]
        finite = word in reading.lexicon.words.auxiliaries or reading.verbs(at)
        if finite or reading.is_strict_mood(at) or reading.is_loose_mood(at):
            return Fit.PLURAL if reading.is_plural_verb(at) else Fit.FEMININE
    return ""
