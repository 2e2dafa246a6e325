"""Which phrases name an agency or outlet, and so pass on what others say."""

from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import is_body, is_outlet_noun, is_title, outlet_word
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case
from quiz.engine.lexicon.vocabulary.places import Outlet
from quiz.engine.text.token import is_address

MAX_WORDS = 3  # of a name that the text gives an outlet
MIN_NAME = 6  # a shorter word that ends like an outlet ("Post", "Bote") is none


def known_outlet(reading: Reading, phrase: Phrase) -> Outlet | None:
    """The outlet of the lexicon that the phrase names, the longest name first."""
    outlets, begins = reading.lexicon.outlets, reading.lexicon.outlet_beginnings
    genitive = reading.lexicon.inflection.names.genitive
    inside = _outlet_in_compound(reading, phrase.core_end - 1)
    if inside is not None:
        return inside
    begin = max(phrase.first, phrase.core - 1)  # "Die Zeit", but no inner attribute
    first, end = phrase.quoted_name or (begin, phrase.core_end)
    for start in range(first, end):
        word = reading.word(start)
        if word not in begins and word.removesuffix(genitive) not in begins:
            continue
        for stop in range(end, start, -1):
            name = " ".join(reading.word(at) for at in range(start, stop))
            outlet = outlets.get(name) or outlets.get(name.removesuffix(genitive))
            is_first_name = stop == start + 1 < end and word in reading.lexicon.genders
            if is_first_name:  # "Ria Kamp" is somebody
                continue
            if stop == start + 1 and _is_part_of_name(reading, phrase.core, start):
                continue
            if outlet is not None and _is_its_name(reading, phrase, name):
                return outlet
    return None


def _is_part_of_name(reading: Reading, core: int, at: int) -> bool:
    """As in "die Zeitung Premium Times", "Trib Times": another outlet's last word."""
    before, word = at - 1, reading.word(at)
    if before < core or word.isupper() or word.islower():
        return False
    if reading.word(before).endswith(reading.lexicon.inflection.names.origin):
        return False  # "der Berliner Spiegel": whose it is
    return not (is_outlet_noun(reading, before) or is_title(reading, before))


def _outlet_in_compound(reading: Reading, at: int) -> Outlet | None:
    """As in "AFP-Reporter", "im APA-Gespräch": the outlet before the hyphen."""
    front, _, rest = reading.word(at).partition("-")
    if not rest.lower().endswith(reading.lexicon.nouns.outlet_compound_endings):
        return None  # "ARD-Hauptstadtstudio"
    return reading.lexicon.outlets.get(front)


@once
def is_media(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase names outlets, one or a group, known or not."""
    if phrase.pronoun:
        return False
    if any(is_outlet_noun(reading, at) for at in range(phrase.core, phrase.core_end)):
        return True
    if is_media_report(reading, phrase) or is_own_newsroom(reading, phrase):
        return True
    if known_outlet(reading, phrase) is not None or looks_like_outlet(reading, phrase):
        return True
    first, end = phrase.quoted_name or (phrase.core, phrase.core_end)
    name = " ".join(reading.word(at) for at in range(first, end))
    called = introduced(reading, phrase.quoted_name is not None)
    return name in called or reading.bare(name) in called


@once
def introduced(reading: Reading, quoted: bool) -> frozenset[str]:
    """The names that the text gives outlets behind what they are: "die Agentur Talk".

    Args:
        reading: the text.
        quoted: those in quotation marks ("das Magazin „Arena“"), or the others.
    """
    found = set[str]()
    nouns = reading.lexicon.nouns.outlet_nouns
    for at in range(len(reading.words) - 1):
        if outlet_word(reading, at) not in nouns:
            continue
        first = at + 1 + quoted
        end = first
        while end < len(reading.words) and _is_of_name(reading, end, quoted):
            end += 1
        opens = (at + 1 in reading.quoted and at not in reading.quoted) == quoted
        if opens and 0 < end - first <= MAX_WORDS:
            found.add(" ".join(reading.word(n) for n in range(first, end)))
    return frozenset(found)


def _is_of_name(reading: Reading, at: int, quoted: bool) -> bool:
    if quoted:
        return at in reading.quoted and not reading.is_mark(at)
    known = reading.word(at) in reading.lexicon.words.not_names
    return reading.is_noun(at) and not known and at not in reading.starts


def is_own_newsroom(reading: Reading, phrase: Phrase) -> bool:
    """As in "sagte Lenk dieser Redaktion"; not "der Redaktion", which may be any."""
    ours = reading.lower[phrase.first] in reading.lexicon.words.quotation.ours
    return ours and reading.word(phrase.core_end - 1) in reading.lexicon.nouns.newsrooms


def is_media_report(reading: Reading, phrase: Phrase) -> bool:
    """As in "Medienberichte", "Berichte mehrerer Zeitungen"."""
    last = reading.word(phrase.core_end - 1).lower()
    nouns = reading.lexicon.nouns
    if last.endswith(nouns.statement_heads):
        if last.startswith(nouns.media_parts):
            return True
        inner = phrase.genitive
        return inner is not None and is_media(reading, inner)
    return False


def looks_like_outlet(reading: Reading, phrase: Phrase) -> bool:
    """As in "Nordpost", "Welle 9": the last word ends as outlets' names do."""
    last = _last_word(reading, phrase)
    if is_address(last) or last in reading.letters:
        return True
    if _is_one_of_many(reading, phrase):
        return False
    ends, nouns = reading.lexicon.inflection.nouns, reading.lexicon.nouns
    lower = stem = last.lower()
    if last.endswith(ends.weak):
        stem = stem.removesuffix(ends.dative_plural)
    if _is_owner(reading, phrase):
        stem = stem.removesuffix(reading.lexicon.inflection.names.genitive)
    if not (
        lower.endswith(nouns.outlet_endings) or stem.endswith(nouns.outlet_endings)
    ):
        return False
    if lower.endswith(nouns.no_outlets):
        return False  # "Angeboten" is no plural of a "Bote"
    if any(_names_a_person(reading, at) for at in range(phrase.core, phrase.core_end)):
        return False  # "Sprecherin Nele Funk"
    return len(last) > MIN_NAME or phrase.core_end - phrase.core > 1


def _last_word(reading: Reading, phrase: Phrase) -> str:
    """As in "Harzer Bote", "Welle 9": the word before a figure."""
    last = reading.word(phrase.core_end - 1)
    numbered = last.isdigit() and phrase.core_end - phrase.core > 1
    return reading.word(phrase.core_end - 2) if numbered else last


def _is_one_of_many(reading: Reading, phrase: Phrase) -> bool:
    """As in "in einem Blogpost": what is one of its kind is called so by no name."""
    some = tuple(reading.lexicon.words.wording.indefinite)
    one = reading.is_determiner(phrase.first) and phrase.core_end - phrase.core == 1
    return one and reading.lower[phrase.first].startswith(some)


def outlet_name(reading: Reading, phrase: Phrase, noun: int) -> tuple[str, ...]:
    """The name beside the noun; "Radio" and compounds are part of it."""
    if phrase.quoted_name is not None:
        return tuple(reading.word(at) for at in range(*phrase.quoted_name))
    nouns = reading.lexicon.nouns
    while (
        noun + 1 < phrase.core_end
        and outlet_word(reading, noun) in nouns.outlet_nouns
        and is_outlet_noun(reading, noun + 1)
    ):
        noun += 1
    behind = tuple(reading.word(at) for at in range(noun + 1, phrase.core_end))
    if behind:
        is_part = reading.word(noun) in nouns.outlet_name_parts
        return (reading.word(noun), *behind) if is_part else behind
    front = tuple(reading.word(at) for at in range(phrase.core, noun))
    front = tuple(word for word in front if word not in nouns.outlet_nouns)
    word = outlet_word(reading, noun)
    return (*front, word) if front or word not in nouns.outlet_nouns else ()


def outlet_subject(
    reading: Reading, phrase: Phrase, names: tuple[str, ...]
) -> tuple[str, ...]:
    """As in "dem Talboten", "der „Freien Seepost“": the name as a subject has it."""
    nouns, ends = reading.lexicon.nouns, reading.lexicon.inflection
    is_dative = reading.lower[phrase.first] in reading.lexicon.words.quotation.addressed
    off = ends.nouns.dative_plural
    if is_dative and len(names) > 1:
        if names[0].endswith(ends.adjectives.dative_plural):
            names = (names[0].removesuffix(off), *names[1:])
        if names[-1].endswith(ends.adjectives.opening):  # "der Neuen Westfälischen"
            names = (*names[:-1], names[-1].removesuffix(off))
    if names and _is_owner(reading, phrase):  # "des Kölner Stadt-Anzeigers"
        bare = names[-1].removesuffix(ends.names.genitive)
        whose = bare.lower().endswith(nouns.outlet_endings)
        names = (*names[:-1], bare if whose else names[-1])
    if not names or not names[-1].lower().endswith(nouns.weak_outlet_endings):
        return names
    return (*names[:-1], names[-1].removesuffix(off))


def _is_owner(reading: Reading, phrase: Phrase) -> bool:
    """As in "des Talboten": its article shows the genitive of a noun that takes -s."""
    return reading.cases(phrase.first) == Case.GENITIVE


def has_no_name(reading: Reading, phrase: Phrase) -> bool:
    """As in "ein „Tribunal mit Zuschauern“", "„Ruhe und Geduld“": a thing in quotes."""
    if reading.is_determiner(phrase.first):
        some = tuple(reading.lexicon.words.wording.indefinite)
        if reading.lower[phrase.first].startswith(some):
            return True
    if _is_part_of_body(reading, phrase):
        return True
    joining = reading.lexicon.words.conjunctions.joining
    inside = range(*phrase.quoted_name) if phrase.quoted_name else ()
    return any(reading.lower[at] in joining for at in inside)


def _is_part_of_body(reading: Reading, phrase: Phrase) -> bool:
    """As in "die „Junge Runde“ der Akademie der Künste": a body of it, no outlet."""
    owner = phrase.end
    if owner + 1 >= len(reading.lower) or Case.GENITIVE not in reading.cases(owner):
        return False
    return is_body(reading, owner + 1) and not looks_like_outlet(reading, phrase)


def _names_a_person(reading: Reading, at: int) -> bool:
    return reading.word(at) in reading.lexicon.genders or is_title(reading, at)


def _is_its_name(reading: Reading, phrase: Phrase, name: str) -> bool:
    """As in "Zeit", "Welt" and "Bild" are outlets only beside a noun or in quotes."""
    if name not in reading.lexicon.ambiguous_outlets:
        return True
    return phrase.quoted_name is not None or is_outlet_noun(reading, phrase.core)
