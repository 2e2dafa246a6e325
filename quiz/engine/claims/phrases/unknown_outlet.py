"""Names in the place of an outlet that no list has: what it takes to be one.

Whoever stands where an outlet stands ("sagte Lenk dem TRF", "im Pegel-Gespräch") is
one, whatever the name; a common noun there ("sagte Lenk dem Gericht") is not.
"""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import is_body, is_first_name, is_title
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

MIN_COMPOUND = 9  # letters of "Volksstimme"; a shorter noun alone is a common one
MAX_LETTERS = 6  # of an outlet that is called by letters
_KNOWN = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.COUNTRY})


def may_be_outlet(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is a name, and nobody's that is known as something else."""
    if phrase.pronoun:
        return False
    if phrase.quoted_name is not None:
        return True
    if naming_of(reading, phrase).kind in _KNOWN:
        return False
    words = [reading.word(at) for at in range(phrase.core, phrase.core_end)]
    if len(words) == 1:
        return words[0].isupper() and 1 < len(words[0]) <= MAX_LETTERS
    if any(_is_common(reading, at) for at in range(phrase.core, phrase.core_end)):
        return False
    return not any(is_first_name(word, reading.lexicon) for word in words)


def is_surely_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name is a person's by its first name, a title, or elsewhere.

    "Welle Süd" looks like "Jan Pohl": only what is known of its words tells.
    """
    naming = naming_of(reading, phrase)
    words = [reading.word(at) for at in range(phrase.core, phrase.core_end)]
    named = any(is_first_name(word, reading.lexicon) for word in words)
    return named or bool(naming.head) or words[-1] in reading.last_names


def may_be_its_name(reading: Reading, phrase: Phrase) -> bool:
    """The same of a lone word without an article: "auf Anfrage von Pegel"."""
    if may_be_outlet(reading, phrase):
        return True
    alone = phrase.core_end - phrase.first == 1 and not phrase.pronoun
    if not alone or naming_of(reading, phrase).kind in _KNOWN:
        return False
    word = reading.word(phrase.core)
    derived = word.endswith(reading.lexicon.words.wording.derived_endings)
    known = derived or is_first_name(word, reading.lexicon)
    return not known and not _is_common(reading, phrase.core)


def may_hear(reading: Reading, phrase: Phrase) -> bool:
    """As in "sagte Lenk der Volksstimme", "dem Studio Ost": nobody known, so a guess.

    A common noun ("dem Schulchor") looks the same, so whoever takes it leaves it open.
    """
    first, last = phrase.first, phrase.core_end - 1
    definite = reading.lower[first] in reading.lexicon.words.articles
    if not definite or phrase.can_be(Case.ACCUSATIVE) or phrase.genitive is not None:
        return False
    if phrase.quoted_name is not None or may_be_outlet(reading, phrase):
        return False  # no guess
    if first > 1 and reading.is_preposition(first - 2):
        return False  # "in Richtung der Bänke"
    word, lexicon = reading.word(last), reading.lexicon
    several = word.endswith(lexicon.inflection.nouns.dative_plural)
    if last == phrase.core and (len(word) < MIN_COMPOUND or several):
        return False
    known = word in lexicon.nouns.group_nouns or word in lexicon.words.not_names
    known = known or word.endswith(lexicon.words.wording.derived_endings)
    nouns = lexicon.nouns
    written = (*nouns.document_endings, *nouns.picture_endings)
    heard = (*nouns.programme_endings, *nouns.talks, *written)
    known = (
        known
        or word.lower().endswith(heard)
        or any(
            is_title(reading, at) or is_body(reading, at)
            for at in range(phrase.core, phrase.core_end)
        )
    )
    return not known and naming_of(reading, phrase).kind is None


def _is_common(reading: Reading, at: int) -> bool:
    """A noun for somebody or something, no part of a name like "Neue Talpost"."""
    word, lexicon = reading.word(at), reading.lexicon
    known = word in lexicon.nouns.group_nouns or word in reading.common_nouns
    known = known or word in lexicon.words.not_names or word in lexicon.words.months
    return known or is_title(reading, at) or is_body(reading, at)
