"""Whom a noun of saying or a document points to: "Angaben der Polizei"."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import is_in_capitals, is_plural_of_body
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
        return _whose_words(reading, phrase) or _author(reading, phrase) or phrase
    if phrase.genitive is not None:
        return phrase if _is_about(reading, phrase.genitive) else phrase.genitive
    front = reading.lower[phrase.first]
    alone = front in reading.lexicon.words.quotation.no_owners
    if front in reading.lexicon.words.conjunctions.relative_cases:
        alone = alone or word in nouns.documents  # "in deren Stellungnahme": hers?
    if reading.is_possessive(phrase.first) and not alone:
        return _as_pronoun(phrase)
    found = word in nouns.documents or word.lower() in nouns.findings
    return phrase if found else None


def owns_statement(reading: Reading, phrase: Phrase, named: Phrase) -> bool:
    """As in "nach Angaben der Flughafenleitung": whose they are has said something."""
    word, nouns = reading.word(phrase.core_end - 1), reading.lexicon.nouns
    found = word in nouns.documents or word.lower() in nouns.findings
    said = word in nouns.statements and not found and named is phrase.genitive
    owner = reading.word(named.core_end - 1)
    other = owner.lower().endswith((*nouns.programme_endings, *nouns.picture_endings))
    outlet = other or owner.rpartition("-")[2] in reading.lexicon.outlets
    owns = reading.is_determiner(named.first) and not reading.is_preposition(
        named.first - 1
    )
    return said and owns and not outlet  # not "nach ersten Erkenntnissen von einem …"


def _as_pronoun(phrase: Phrase) -> Phrase:
    """The possessive that opens the phrase, as whom it stands for."""
    at = phrase.first
    return Phrase(at, at + 1, at, at + 1, Case.DATIVE, pronoun=True)


def _whose_words(reading: Reading, phrase: Phrase) -> Phrase | None:
    """As in "so seine Selbsteinschätzung", "so ihre Warnung": his, hers."""
    speech = reading.lexicon.nouns.speech_endings
    owned = reading.is_possessive(phrase.first)
    said = reading.lower[phrase.core_end - 1].endswith(speech)
    return (
        _as_pronoun(phrase) if owned and said and phrase.first < phrase.core else None
    )


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
    known = naming_of(reading, owner).kind in AUTHORS
    return owner if known or _bends_weakly(reading, owner) else None


def _bends_weakly(reading: Reading, phrase: Phrase) -> bool:
    """As in "die Nachricht des Bruchpiloten": what has such a genitive is somebody."""
    ends = reading.lexicon.inflection.title_cases.adjectival
    bent = reading.cases(phrase.first) == Case.GENITIVE
    return bent and reading.word(phrase.core_end - 1).endswith(ends)


def _is_body_name(reading: Reading, name: str) -> bool:
    """As in "UNO-Angaben", "Nato-Angaben"; not "US-Angaben", nor an outlet's."""
    known = reading.lexicon
    if name in known.outlet_beginnings or f"{name}-" in known.country_prefixes:
        return False
    return is_in_capitals(name) or name in known.fixed_names


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
            one = is_plural_of_body(body, reading.lexicon)  # "Kirche-n-angaben"?
            if body in nouns.group_nouns and not one:
                return Naming(phrase, EntityKind.GROUP, (), body, plural=True)
            nameless = word.lower().endswith(reading.lexicon.words.vague.nameless)
            if _is_body_name(reading, body) and not nameless:
                return Naming(phrase, EntityKind.ORGANISATION, (body,), body)
            return Naming(phrase, EntityKind.UNNAMED, (word,), word)
    return None
