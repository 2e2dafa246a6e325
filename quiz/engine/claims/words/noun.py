"""What kinds of noun a capitalised word can be."""

from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import Lexicon

MIN_TITLE = 5  # letters a compound must have more than to count as a title
MAX_ADJECTIVES = 3  # between an article and its noun
MAX_LETTERS = 6  # of an abbreviation that stands for a title
MIN_BODY = 7  # the same for a body's
MAX_LONG = 4  # tokens of a body's name before its letters in brackets
MIN_COMPOUND = 8  # the same for a compound that ends in a noun for outlets


def is_title(reading: Reading, at: int) -> bool:
    """As in "Ministerin", or a compound that ends so ("Kremlchef"), in any case."""
    return title_word(reading, at) is not None


@once
def title_word(reading: Reading, at: int) -> str | None:
    """The title as a subject: "Minister" of "des Ministers"; None for another word.

    What can be a plural, too ("Zeugen"), is one person's title only behind a word
    such as "dem".
    """
    word, lexicon = reading.word(at), reading.lexicon
    office, is_former, _ = word.partition(" ")  # "Bürgermeister a. D."
    if is_former:
        return word if is_title_word(office, lexicon) else None
    cases = lexicon.inflection.title_cases
    determiner = _determiner(reading, at)
    masculine = determiner in cases.masculine
    both = (word[:-1], word[:-1] + cases.strong_ending)  # "Vorsitzende", "Vorsitzender"
    if word.endswith(cases.adjectival) and all(
        is_title_word(each, lexicon) for each in both
    ):
        feminine = determiner in cases.feminine
        return (
            word[:-1] + cases.strong_ending * masculine
            if masculine or feminine
            else word
        )
    if is_title_word(word, lexicon):
        bent = word + cases.strong_ending
        strong = determiner in cases.strong and is_title_word(bent, lexicon)
        either = lexicon.inflection.titles.either
        return bent if strong and word.endswith(either) else word
    endings = cases.genitive + (cases.weak if masculine else ())
    stems = (word.removesuffix(ending) for ending in endings)
    known = (stem for stem in stems if stem != word and is_title_word(stem, lexicon))
    return next(known, None)


def is_title_word(word: str, lexicon: Lexicon) -> bool:
    """Whether it is a title as it stands, or ends as titles do."""
    if word in lexicon.titles:
        return True
    last = word.rpartition("-")[2]
    if last != word and last in lexicon.titles:
        return True
    return len(word) > MIN_TITLE and word.lower().endswith(lexicon.title_endings)


def _determiner(reading: Reading, at: int) -> str:
    """The word that opens the phrase, its adjectives passed over."""
    before = at - 1
    floor = max(-1, before - MAX_ADJECTIVES)
    while before > floor and reading.is_adjective(before):
        if reading.is_determiner(before):
            break
        before -= 1
    return reading.lower[before] if before >= 0 else ""


def is_surname(reading: Reading, at: int) -> bool:
    """A calling that is a surname, too ("Schäfer")."""
    return reading.word(at) in reading.lexicon.names.surnames


def is_day(reading: Reading, at: int) -> bool:
    """As in "Angaben der Polizei vom Montag": when, not whose."""
    words = reading.lexicon.words
    return reading.word(at) in words.not_names or reading.word(at) in words.months


def is_first_name(word: str, lexicon: Lexicon) -> bool:
    """As in "Anna", "Hans-Peter"."""
    return word in lexicon.genders or word.partition("-")[0] in lexicon.genders


def is_in_capitals(word: str) -> bool:
    """As in "CDU", "KommR": letters that stand for several words."""
    return (
        word[:1].isupper()
        and len(word) <= MAX_LETTERS
        and word.isalpha()
        and word[-1].isupper()
        and len(word) > 1
    )


def is_of_body(word: str) -> bool:
    """As in "UN-Vermittlerin": letters for a body before what somebody is there."""
    body, hyphen, rest = word.partition("-")
    return bool(hyphen) and is_in_capitals(body) and rest[:1].isupper()


@once
def is_outlet_noun(reading: Reading, at: int) -> bool:
    """As in "Zeitung", "Nachrichtenagenturen" … or a compound that ends so."""
    word, nouns = outlet_word(reading, at), reading.lexicon.nouns
    if word in nouns.outlet_nouns or word in nouns.outlet_plurals:
        return True
    lower = word.lower()
    is_compound = len(lower) > MIN_COMPOUND and not lower.endswith(nouns.no_outlets)
    return is_compound and lower.endswith(nouns.outlet_noun_endings)


def may_begin_outlet(reading: Reading, at: int) -> bool:
    """As in "Zeitung", "Neue" of a known name, or a word that ends as papers do."""
    word = reading.word(at)
    ends = word.lower().endswith(reading.lexicon.nouns.outlet_endings)
    known = word in reading.lexicon.outlet_beginnings
    return is_outlet_noun(reading, at) or known or ends


def outlet_front(reading: Reading, at: int) -> str:
    """As in "Pegel-Gespräch", "RBO-Anfrage": the outlet before the hyphen; or ""."""
    front, _, rest = reading.word(at).rpartition("-")
    nouns = reading.lexicon.nouns
    behind = rest.lower() in nouns.outlet_compounds or rest in nouns.requests
    state = reading.word(at).startswith(tuple(reading.lexicon.country_prefixes))
    named = front[:1].isupper() and front not in nouns.no_outlet_fronts and not state
    named = behind and named and front not in short_for_bodies(reading, "(")
    return front if named else ""


@once
def short_for_bodies(reading: Reading, bracket: str) -> frozenset[str]:
    """As in "das Bundesamt für Brücken (BfB)": what the text calls bodies for short.

    Args:
        reading: the text.
        bracket: what opens before such letters.
    """
    return frozenset(
        reading.word(at + 1)
        for at, word in enumerate(reading.words[:-1])
        if word == bracket
        and any(is_body(reading, n) for n in range(max(0, at - MAX_LONG), at))
    )


def outlet_word(reading: Reading, at: int) -> str:
    """The word without the genitive ending of an outlet's noun ("Portals")."""
    word = reading.word(at)
    stem = word.removesuffix(reading.lexicon.inflection.names.genitive)
    nouns = reading.lexicon.nouns
    compound = len(stem) > MIN_COMPOUND and stem != word
    ends = compound and stem.lower().endswith(nouns.outlet_noun_endings)
    return stem if ends or stem in nouns.outlet_nouns else word


@once
def is_body(reading: Reading, at: int) -> bool:
    """A noun for a body of people, in any case, or a compound that ends so."""
    word = body_word(reading.word(at), reading.lexicon)
    if word in reading.lexicon.nouns.organisation_nouns:
        return True
    endings = reading.lexicon.nouns.organisation_endings
    return len(word) > MIN_BODY and word.lower().endswith(endings)


def are_bodies(reading: Reading, at: int) -> bool:
    """As in "Organisationen", "Firmen": the plural of a noun for a body of people."""
    return is_plural_of_body(reading.word(at), reading.lexicon)


def is_plural_of_body(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is the plural of a noun for a body of people."""
    bodies = lexicon.nouns.organisation_nouns
    return any(
        word.endswith(each.plural)
        and word.removesuffix(each.plural) + each.singular in bodies
        for each in lexicon.inflection.nouns.body_plurals
    )


def body_word(word: str, lexicon: Lexicon) -> str:
    """A body's noun without its genitive ending ("Ministeriums" → "Ministerium")."""
    endings = lexicon.nouns.neuter_and_masculine_endings
    bodies = lexicon.nouns.organisation_nouns
    for ending in lexicon.inflection.nouns.genitive:
        stem = word.removesuffix(ending)
        known = stem in bodies or stem.lower().endswith(endings)
        if stem != word and known:
            return stem
    return word


def fixed_name_at(reading: Reading, at: int) -> tuple[int, str] | None:
    """As in "Ärzte ohne Grenzen": where the name ends, and how it is written."""
    names = reading.lexicon.fixed_names.get(reading.word(at))
    if names is None:
        return None
    tokens = reading.text.tokens
    begin = tokens[at].begin
    for name in names:
        if reading.text.raw.startswith(name, begin):
            end = at + 1
            while end < len(tokens) and tokens[end].begin < begin + len(name):
                end += 1
            if tokens[end - 1].end == begin + len(name):
                return end, name
    return None
