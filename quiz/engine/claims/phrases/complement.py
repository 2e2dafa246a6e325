"""What belongs to a name behind its noun: "Amt für Umwelt", "Forscher um Mila Ott"."""

from quiz.engine.claims.phrases.prenominal import past_adjectives
from quiz.engine.claims.words.noun import (
    are_bodies,
    body_word,
    is_body,
    is_first_name,
    is_outlet_noun,
    is_title,
)
from quiz.engine.claims.words.reading import Reading

YEAR = 4  # digits of a number that says when


def takes_purpose(reading: Reading, noun: int, at: int) -> bool:
    """Whether "für" stands at this token, behind a noun whose name it goes on.

    A noun that may be a thing ("das Zentrum") is a body when it is for something.
    """
    if reading.lower[at] not in reading.lexicon.words.for_purpose:
        return False
    if at + 1 < len(reading.words) and reading.word(at + 1)[0].isdigit():
        return False  # "laut Stadt für 3 Millionen": a price
    word = body_word(reading.word(noun), reading.lexicon).lower()
    if reading.word(noun) in reading.lexicon.nouns.documents:
        return True  # "ein Entwurf für die Erklärung"
    return (
        is_title(reading, noun)
        or is_body(reading, noun)
        or word.endswith(reading.lexicon.nouns.organisation_endings)
    )


def takes_country(reading: Reading, noun: int, at: int, end: int) -> bool:
    """As in "die Regierung in Lurien hat": behind a body and before the verb.

    Behind the verb it is where something was said: "erklärte die Regierung in Lurien".
    """
    if at + 2 >= end or reading.lower[at] not in reading.lexicon.words.passive.places:
        return False
    country = reading.word(at + 1) in reading.lexicon.countries
    return country and is_body(reading, noun) and reading.looks_finite(at + 2)


def past_fields(reading: Reading, at: int, end: int) -> int:
    """Past "und Erdkunde" behind what a body is for; `at` itself for anything else.

    One noun without an article, that is nobody.
    """
    joining = reading.lexicon.words.conjunctions.joining
    if at >= end or reading.lower[at] not in joining:
        return at
    noun = past_adjectives(reading, at + 1, end)
    if noun >= end or not reading.is_noun(noun) or _is_somebody(reading, noun):
        return at
    behind = noun + 1
    return at if behind < end and reading.is_noun(behind) else behind


def takes_leader(reading: Reading, noun: int, at: int) -> bool:
    """Whether "um" stands at this token, behind a noun for people who work together."""
    if reading.lower[at] not in reading.lexicon.words.gathered_around:
        return False
    nouns, word = reading.lexicon.nouns, reading.word(noun)
    bare = word.removesuffix(reading.lexicon.inflection.nouns.dative_plural)
    known = word in nouns.group_nouns or bare in nouns.group_nouns
    return known or word.lower().endswith(nouns.teams)


def is_leader(reading: Reading, core: int, end: int) -> bool:
    """Whether the words name a person: a title, a first name, or two unknown words.

    Not "bat die Forscher um Geduld", "ein Team um Mitternacht".
    """
    if end - core == 1:
        return reading.word(core) in reading.last_names
    known = is_title(reading, core) or is_first_name(
        reading.word(core), reading.lexicon
    )
    return known or not any(is_body(reading, at) for at in range(core, end))


def leader_at(reading: Reading, core_end: int, end: int) -> str:
    """The surname between these tokens behind "um", to tell teams apart; or ""."""
    if core_end >= end:
        return ""
    if reading.lower[core_end] not in reading.lexicon.words.gathered_around:
        return ""
    name = ""
    for at in range(core_end + 1, end):
        if name and not reading.is_noun(at):
            break
        name = reading.word(at) if reading.is_noun(at) else ""
    return name


def is_number_of_outlet(reading: Reading, begin: int, at: int) -> bool:
    """As in "der Radiosender Delfi 104", not "der Sender Delfi 20 Anfragen".

    And as in "auf Welle 9", where a noun without an article is what ends as outlets do.
    """
    word, behind = reading.word(at), at + 1
    alone = at - begin == 1 and not reading.is_determiner(begin - 1)
    alone = alone and reading.lower[begin].endswith(
        reading.lexicon.nouns.outlet_endings
    )
    named = alone or (at - begin >= 2 and is_outlet_noun(reading, begin))
    if not word.isdigit() or not named:
        return False
    behind += behind < len(reading.lower) and reading.is_adjective(behind)
    counts = behind < len(reading.lower) and reading.is_noun(behind)
    return not counts and len(word) != YEAR


def _is_somebody(reading: Reading, at: int) -> bool:
    """As in "das Amt für Umwelt und Rätin Moor", "… und Polizei": another voice."""
    word, lexicon = reading.word(at), reading.lexicon
    return (
        is_title(reading, at)
        or is_body(reading, at)
        or are_bodies(reading, at)
        or is_first_name(word, lexicon)
        or word.isupper()
        or word in lexicon.nouns.group_nouns
        or word in lexicon.outlet_beginnings
        or word in reading.surnames
    )
