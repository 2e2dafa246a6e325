"""Which phrases name what cannot say anything: devices, laws, signs, a feeling."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading

# What somebody may be called besides: a surname such as "Waage" is a person's.
KNOWN = (EntityKind.OUTLET, EntityKind.ORGANISATION, EntityKind.COUNTRY)


@once
def is_voiceless(reading: Reading, phrase: Phrase) -> bool:
    """As in "die Waage", "die Gemeindeordnung", "das Schild": what it shows or rules.

    Not "Rita Waage", nor an outlet or a body that is called so.
    """
    if phrase.pronoun:
        return False
    naming = naming_of(reading, phrase)
    if naming.kind in KNOWN or (naming.kind is EntityKind.PERSON and naming.names):
        return False
    ends = reading.lexicon.nouns.voiceless_endings
    head = phrase.core_end - 1
    numbered = head + 1 < len(reading.lower) and reading.word(head + 1)[0].isdigit()
    return reading.lower[head].endswith(ends) or (
        numbered and reading.lower[head] in reading.lexicon.nouns.numbered
    )
