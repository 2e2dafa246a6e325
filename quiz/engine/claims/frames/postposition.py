"""Phrases before a word that stands behind what it governs: "dem Bericht zufolge"."""

from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form

BRACKETS = ("(", ")")


def phrase_before(reading: Reading, end: int, floor: int) -> Phrase | None:
    """The longest noun phrase that ends exactly at `end`, not reaching below `floor`.

    For words that stand behind what they govern ("dem Bericht zufolge").
    """
    best: Phrase | None = None
    for at in range(end - 1, max(floor, end - 14) - 1, -1):
        if at in reading.quoted:
            if _is_last_name(reading, at, end):
                continue  # "einem Bericht des „Talboten“ zufolge"
            break
        if not reading.text.tokens[at].is_word:
            if reading.word(at) in BRACKETS or _is_in_age(reading, at):
                continue
            break
        phrase = phrase_at(reading, at, end)
        if phrase is not None and phrase.end == end and _may_begin(reading, at, end):
            best = phrase
    return best or _last_noun(reading, end, floor)


def _is_last_name(reading: Reading, at: int, end: int) -> bool:
    """Whether it lies in a name in quotation marks that reaches to the end."""
    return all(n in reading.quoted for n in range(at, end))


def _last_noun(reading: Reading, end: int, floor: int) -> Phrase | None:
    """As in "sagte Rätin Ott Nordpress zufolge": a name behind another."""
    if end - 1 < floor or not reading.is_noun(end - 1):
        return None
    return phrase_at(reading, end - 1, end)


def _is_in_age(reading: Reading, at: int) -> bool:
    """The figure and the hyphen of "dem 44-Jährigen"."""
    noun = reading.lexicon.words.aged.noun
    behind = at + 1 + reading.word(at).isdigit()
    aged = behind < len(reading.lower) and reading.lower[behind].startswith(noun)
    return aged and (reading.word(at).isdigit() or reading.word(at) == "-")


def _may_begin(reading: Reading, at: int, end: int) -> bool:
    """A noun right behind another noun begins nothing unless it is a source noun.

    Adjectives in a row share their ending, which tells them from a verb before them.
    """
    if at + 1 < end and not reading.is_noun(at):
        alike = reading.lower[at][-2:] == reading.lower[at + 1][-2:]
        if reading.is_adjective(at + 1) and not reading.is_noun(at + 1) and not alike:
            return reading.is_determiner(at)
        if any(form.form is Form.FINITE for form in reading.verbs(at)):
            return False
    if at == 0 or not reading.is_noun(at) or not reading.is_noun(at - 1):
        return True
    nouns = reading.lexicon.nouns
    return reading.word(at) in nouns.outlet_plurals | nouns.statements
