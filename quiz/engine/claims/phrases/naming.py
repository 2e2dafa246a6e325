"""What a noun phrase calls somebody: name, title, country, kind."""

from typing import NamedTuple

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.complement import leader_at
from quiz.engine.claims.phrases.media import (
    has_no_name,
    is_media_report,
    known_outlet,
    looks_like_outlet,
    outlet_name,
    outlet_subject,
)
from quiz.engine.claims.phrases.number import (
    beside_plural,
    is_counted,
    is_one,
    is_plural,
)
from quiz.engine.claims.phrases.personal_name import name_words, past_front, past_titles
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import (
    are_bodies,
    body_word,
    fixed_name_at,
    is_body,
    is_in_capitals,
    is_outlet_noun,
    is_title,
    outlet_front,
)
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading

MAX_ACRONYM = 6
PLAIN = 2  # words of a name: first name and surname


class Naming(NamedTuple):
    """One way a text names somebody.

    Attributes:
        phrase: where.
        kind: what it is; None for a thing or an unknown single word.
        names: the proper name's words, case endings as they stand.
        head: the title or common noun ("Präsident", "Nachrichtenagenturen"), or "".
        country: the country its adjective, genitive or metonym names.
        plural: it names several.
    """

    phrase: Phrase
    kind: EntityKind | None
    names: tuple[str, ...] = ()
    head: str = ""
    country: str | None = None
    plural: bool = False


@once
def naming_of(reading: Reading, phrase: Phrase) -> Naming:
    """What the phrase says of whom it names."""
    country = _country(reading, phrase)
    for kind in (
        _as_fixed,
        _as_outlet,
        _as_country,
        _as_daughter,
        _as_person,
        _as_body,
    ):
        naming = kind(reading, phrase, country)
        if naming is not None:
            return naming
    words = _words(reading, phrase)
    if beside_plural(reading, phrase):
        return Naming(phrase, EntityKind.GROUP, (), words[-1], country, plural=True)
    return Naming(phrase, None, tuple(words), words[-1], country)


def _words(reading: Reading, phrase: Phrase) -> list[str]:
    return [reading.word(at) for at in range(phrase.core, phrase.core_end)]


def _country(reading: Reading, phrase: Phrase) -> str | None:
    countries = reading.lexicon.countries
    for at in range(phrase.first, phrase.core_end):
        found = reading.country_of_adjective(at)
        if found is not None:
            return found
    first = reading.word(phrase.core)
    if phrase.core_end - phrase.core > 1:
        for word in (
            reading.bare(first),
            reading.bare(reading.word(phrase.core_end - 1)),
        ):
            if word in countries:
                return countries[word].name
    for beginning, country in reading.lexicon.country_prefixes.items():
        if first.startswith(beginning):
            return country
    return _country_behind(reading, phrase) or _country_in_compound(reading, phrase)


def _country_behind(reading: Reading, phrase: Phrase) -> str | None:
    """As in "der Präsident Russlands", "die Regierung in Lurien"."""
    countries = reading.lexicon.countries
    for at in range(phrase.core_end, phrase.end):
        word = reading.word(at)
        found = countries.get(word) or countries.get(reading.bare(word))
        if found is not None:
            return found.name
    return None


def _country_in_compound(reading: Reading, phrase: Phrase) -> str | None:
    """As in "Kremlchef": a metonym and a title in one word."""
    word = reading.word(phrase.core)
    if not is_title(reading, phrase.core):
        return None
    if not word.startswith(reading.lexicon.country_names):
        return None
    countries = reading.lexicon.countries.items()
    return next(found.name for name, found in countries if word.startswith(name))


def _as_fixed(reading: Reading, phrase: Phrase, country: str | None) -> Naming | None:
    """As in "Ärzte ohne Grenzen": a body with small words in its name."""
    for at in range(phrase.core, phrase.core_end):
        fixed = fixed_name_at(reading, at)
        if fixed is not None and fixed[0] == phrase.core_end:
            if at > phrase.core and is_title(reading, phrase.core):
                return None
            return Naming(phrase, EntityKind.ORGANISATION, (fixed[1],), "", country)
    return None


def _as_outlet(reading: Reading, phrase: Phrase, country: str | None) -> Naming | None:
    words = _words(reading, phrase)
    plurals = reading.lexicon.nouns.outlet_plurals
    if words[-1] in reading.lexicon.nouns.statements:
        return None  # "Angaben der Agentur X": the genitive behind it is named
    several = words[-1] in plurals and not is_one(reading, phrase)
    if is_media_report(reading, phrase) or several:
        return Naming(phrase, EntityKind.GROUP, (), words[-1], country, plural=True)
    known = known_outlet(reading, phrase)
    if known is not None:
        return Naming(phrase, EntityKind.OUTLET, (known.name,), "", known.country)
    front = outlet_front(reading, phrase.core_end - 1)
    if front:
        return Naming(phrase, EntityKind.OUTLET, (front,), "", country)
    core = range(phrase.core, phrase.core_end)
    noun = next((at for at in core if is_outlet_noun(reading, at)), None)
    if noun is not None:
        name = outlet_subject(reading, phrase, outlet_name(reading, phrase, noun))
        return Naming(phrase, EntityKind.OUTLET, name, reading.word(noun), country)
    body = any(is_body(reading, n) for n in core)
    quoted = phrase.quoted_name is not None and not body
    quoted = quoted and not has_no_name(reading, phrase)
    if quoted and phrase.quoted_name is not None:
        words = [reading.word(at) for at in range(*phrase.quoted_name)]
    if quoted or looks_like_outlet(reading, phrase):
        name = outlet_subject(reading, phrase, tuple(words))
        return Naming(phrase, EntityKind.OUTLET, name, "", country)
    return None


def _as_country(reading: Reading, phrase: Phrase, _: str | None) -> Naming | None:
    words = _words(reading, phrase)
    known, houses = reading.lexicon.countries, reading.lexicon.houses
    for name in (" ".join(words), " ".join([*words[:-1], reading.bare(words[-1])])):
        if name in known:  # "das Weiße Haus" is a body of that country
            kind = EntityKind.ORGANISATION if name in houses else EntityKind.COUNTRY
            return Naming(phrase, kind, (houses.get(name, name),), "", known[name].name)
    return None


def _as_daughter(
    reading: Reading, phrase: Phrase, country: str | None
) -> Naming | None:
    """As in "die Bank-Tochter XYZ": a body that letters stand for."""
    at, head = past_titles(reading, phrase)
    names = name_words(reading, at, phrase.core_end)
    letters = [name for name in names if name.isupper() and is_in_capitals(name)]
    if not head or len(names) != 1 or not letters:
        return None
    return Naming(phrase, EntityKind.ORGANISATION, (head, *names), head, country)


def _as_person(reading: Reading, phrase: Phrase, country: str | None) -> Naming | None:
    at, head = past_titles(reading, phrase)
    names = name_words(reading, at, phrase.core_end)
    known = reading.lexicon.genders
    if not head:
        head, names = past_front(reading, names)
    owner = reading.bare(names[-1]) if names else ""
    alone = len(names) == 1 or (names and owner != names[-1])
    if head and alone and owner in reading.lexicon.countries:
        names = names[:-1]  # "der Präsident Russlands", but not "Badr Haiti"
    things = reading.lexicon.words.thing_endings
    thing = len(names) == 1 and names[0].lower().endswith(things)
    if names and head and (thing or _is_owner(reading, phrase)):
        names = ()  # "der Arzt Lahms"; "dass der Präsident Maßnahmen ergreift"
    if head and not names and beside_plural(reading, phrase):
        return Naming(phrase, EntityKind.GROUP, (), head, country, plural=True)
    if head and not names and _is_no_person(reading, phrase, head):
        return None
    if head and not (names and is_body(reading, phrase.core_end - 1)):
        return Naming(phrase, EntityKind.PERSON, names, head, country)
    months = reading.lexicon.words.months
    alone = len(names) == 1 and names[0] in known and names[0] not in months
    alone = alone and phrase.first == phrase.core
    if alone or (len(names) > 1 and _is_full_name(reading, phrase, at)):
        return Naming(phrase, EntityKind.PERSON, names, "", country)
    return None


def _is_no_person(reading: Reading, phrase: Phrase, head: str) -> bool:
    """As in "beide Politiker", "die Forscher", "der Bundesrat": several, or a body."""
    group = head in reading.lexicon.nouns.group_nouns
    several = is_counted(reading, phrase) or (group and is_plural(reading, phrase))
    return several or _is_council(reading, phrase)


def _is_council(reading: Reading, phrase: Phrase) -> bool:
    """As in "der Bundesrat" without a name: the body, not one of its members."""
    last = phrase.core_end - 1
    known = reading.word(last) in reading.lexicon.titles
    return not known and is_body(reading, last)


def _is_owner(reading: Reading, phrase: Phrase) -> bool:
    """As in "der Arzt Lahms" where Lahm is named, too: the name says whose."""
    last = reading.word(phrase.core_end - 1)
    genitive = reading.lexicon.inflection.names.genitive
    owner = reading.bare(last)
    owner = owner if owner != last else last.removesuffix(genitive)
    known = owner != last and reading.is_named(owner)
    several = reading.word(phrase.core) in reading.lexicon.nouns.group_nouns
    return known and (several or phrase.first < phrase.core)


def _is_full_name(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Several capitalised words in a row that are no body, place or thing."""
    words = [reading.word(n) for n in range(at, phrase.core_end)]
    if any(reading.is_cut_off(n) for n in range(at + 1, phrase.core_end)):
        return False  # "Satelliten- und Funktechnik"
    if _is_no_name(reading, words):
        return False
    if words[0] in reading.lexicon.genders:
        body = len(words) > PLAIN and is_body(reading, phrase.core_end - 1)
        return not body and reading.common_nouns.isdisjoint(words[1:])
    if reading.has_article(phrase.first) or reading.is_cut_off(phrase.core_end):
        return False
    if any(is_in_capitals(w) or w in reading.lexicon.titles for w in words[:-1]):
        return False  # "OSR Gerlinde Moor": a title as well as a club
    if reading.bare(words[0]) != words[0] and reading.is_named(reading.bare(words[0])):
        return False  # "Lenks Plan" where Lenk is named, too
    known, common = reading.lexicon.countries, reading.common_nouns
    things = (
        w in known or w in common or is_body(reading, n)
        for n, w in enumerate(words, at)
    )
    return not any(things) and reading.bare(words[-1]) not in known


def _is_no_name(reading: Reading, words: list[str]) -> bool:
    """As in "Rs C-483", "Private Ahnungen", "Staatenbund OWZ": nobody is called so."""
    things, last = reading.lexicon.words.thing_endings, words[-1]
    if any(w.lower().endswith(things) or any(map(str.isdigit, w)) for w in words):
        return True
    letters = last.isupper() and len(last) > 1
    return letters and words[0] not in reading.lexicon.genders


def _as_body(reading: Reading, phrase: Phrase, country: str | None) -> Naming | None:
    words = _words(reading, phrase)
    last = phrase.core_end - 1
    nouns = reading.lexicon.nouns
    if is_title(reading, phrase.core) and is_counted(reading, phrase):
        return Naming(phrase, EntityKind.GROUP, (), words[-1], country, plural=True)
    dative = reading.lexicon.inflection.nouns.dative_plural
    grouped = {words[-1], words[-1].removesuffix(dative)} & nouns.group_nouns
    several = bool(grouped) or are_bodies(reading, last)
    if several and not is_one(reading, phrase):
        return Naming(phrase, EntityKind.GROUP, (), words[-1], country, plural=True)
    acronym = words[-1].isupper() and 1 < len(words[-1]) <= MAX_ACRONYM
    acronym = acronym or (is_in_capitals(words[-1]) and not is_title(reading, last))
    body = next((n for n in range(phrase.core, last + 1) if is_body(reading, n)), None)
    club = words[0] in nouns.club_parts and len(words) > 1
    team = leader_at(reading, phrase.core_end, phrase.end)
    if body is None and not (acronym or club or team):
        return None
    names = tuple(words) if len(words) > 1 or acronym else ()
    if phrase.quoted_name is not None:
        names = tuple(reading.word(n) for n in range(*phrase.quoted_name))
    head = words[-1]
    if body is not None:
        head = body_word(reading.word(body), reading.lexicon)
    return Naming(phrase, EntityKind.ORGANISATION, names, head, country)
