"""Whom a noun of saying or a document points to: "Angaben der Polizei"."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

# Who can write: a document's genitive of another kind is what it is about.
AUTHORS = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.ORGANISATION,
        EntityKind.OUTLET,
        EntityKind.COUNTRY,
        EntityKind.GROUP,
    }
)


def behind_statement(reading: Reading, phrase: Phrase) -> Phrase | None:
    """As in "Angaben der Polizei" → "der Polizei"; "seinen Angaben" → "seinen".

    None where the words are nobody's ("nach eigenen Angaben").
    """
    if phrase.pronoun:
        return phrase
    word = reading.word(phrase.core_end - 1)
    nouns = reading.lexicon.nouns
    if word not in nouns.statements:
        return _author(reading, phrase) or phrase
    if phrase.genitive is not None:
        return phrase if _is_about(reading, phrase.genitive) else phrase.genitive
    front = reading.lower[phrase.first]
    owners = tuple(reading.lexicon.words.owners)
    alone = front in reading.lexicon.words.quotation.no_owners
    if front.startswith(owners) and not alone:
        at = phrase.first
        return Phrase(at, at + 1, at, at + 1, Case.DATIVE, pronoun=True)
    found = word in nouns.documents or word.lower() in nouns.findings
    return phrase if found else None


def _is_about(reading: Reading, owner: Phrase) -> bool:
    """As in "das Protokoll der Sitzung": nobody who could have written it."""
    if owner.pronoun or naming_of(reading, owner).kind is not None:
        return False
    ends = reading.lexicon.words.abstract_endings
    return reading.lower[owner.core_end - 1].endswith(ends)


def _author(reading: Reading, phrase: Phrase) -> Phrase | None:
    """As in "ein Gutachten des Bauamts", but not "das Protokoll der Sitzung".

    A reporter speaks for the outlet: "ein Korrespondent der Agentur".
    """
    word = reading.word(phrase.core_end - 1)
    owner = phrase.genitive
    reports = word.lower().endswith(reading.lexicon.nouns.outlet_compound_endings)
    if owner is not None and reports:
        return owner if naming_of(reading, owner).kind is EntityKind.OUTLET else None
    if owner is None or word not in reading.lexicon.nouns.documents:
        return None
    return owner if naming_of(reading, owner).kind in AUTHORS else None


def speaker_in_compound(reading: Reading, phrase: Phrase) -> Naming | None:
    """As in "Polizeiangaben" → Polizei; "Regierungskreise" stay without a name."""
    word = reading.word(phrase.core_end - 1)
    nouns = reading.lexicon.nouns
    ends = reading.lexicon.inflection.nouns
    dative = ends.dative_plural
    if word.lower().removesuffix(dative) + dative in nouns.circles:
        return Naming(phrase, EntityKind.GROUP, (), word, plural=True)
    for head in nouns.statement_heads:
        if word.lower().endswith(head) and len(word) > len(head):
            body = word[: -len(head)].removesuffix(ends.linking).rstrip("-")
            if body in nouns.organisation_nouns:
                return Naming(phrase, EntityKind.ORGANISATION, (), body)
            return Naming(phrase, EntityKind.UNNAMED, (word,), word)
    return None
