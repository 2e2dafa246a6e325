"""Runs of capitalised words: where one name ends and the next begins."""

from quiz.engine.claims.phrases.complement import is_number_of_outlet
from quiz.engine.claims.phrases.groups import are_others
from quiz.engine.claims.words.noun import (
    fixed_name_at,
    is_body,
    is_first_name,
    is_in_capitals,
    is_outlet_noun,
    is_surname,
    is_title,
)
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case
from quiz.engine.text.token import is_address

MAX_NOUNS = 12  # words and full stops in a row that can still be one name
MIN_STEM = 2  # letters more than which stand before an abstract noun's ending
MAX_INITIALS = 5  # letters and full stops of "B.N" or "J.R.R"
MIN_NAMED = 2  # words of "Ott Nordpress"
MIN_LETTERS = 3  # of "KTV"; two may be the number of a pope
_JOINTS = frozenset("&-.")  # "Garten & Grün", "Such- und …", "Prof."


def past_nouns(reading: Reading, at: int, end: int) -> int:
    """Past a run of capitalised words: titles, names, particles between names."""
    fixed = fixed_name_at(reading, at)
    if fixed is not None and fixed[0] <= end:
        return fixed[0]
    begin, stop = at, min(end, at + MAX_NOUNS)
    at += 1
    while at < stop and at not in reading.starts and _may_go_on(reading, at):
        if is_address(reading.word(at - 1)) or _begins_name(reading, begin, at):
            break  # "zitiert nordpost.de Försterin Moos"
        joined = _is_joined(reading, begin, at, stop)
        if joined:
            at += joined
            continue
        behind = _past_particles(reading, at, stop)
        if _is_title_stop(reading, at, stop):
            behind = at + 1
        fixed = fixed_name_at(reading, behind)
        if fixed is not None and fixed[0] <= end:
            return fixed[0]  # "die Organisation Ärzte ohne Grenzen"
        if behind == at and not (reading.is_noun(at) and _joins(reading, at)):
            break
        at = behind + 1
    return at


def _may_go_on(reading: Reading, at: int) -> bool:
    """A noun, or what can stand between the words of a name: most words are neither."""
    word, lexicon = reading.word(at), reading.lexicon
    particle = word in lexicon.names.particles or (
        reading.lower[at] in lexicon.words.conjunctions.joining
    )
    joint = word in _JOINTS or word in lexicon.generations or word.isdigit()
    return reading.is_noun(at) or particle or joint


def _begins_name(reading: Reading, begin: int, at: int) -> bool:
    """As in "die Ministerin für Umwelt Lea Moor": whoever it is behind what she is for.

    A body may be called after somebody: "der Leiter der Stiftung Lea Moor".
    """
    names = is_first_name(reading.word(at), reading.lexicon) and reading.is_noun(at + 1)
    if not names or is_body(reading, at - 1) or is_title(reading, at - 1):
        return False
    if any(is_first_name(reading.word(n), reading.lexicon) for n in range(begin, at)):
        return False
    before = begin - 1
    while reading.is_adjective(before) and not reading.is_determiner(before):
        before -= 1
    if reading.lower[before] in reading.lexicon.words.for_purpose:
        return is_title(reading, before - 1)
    return Case.GENITIVE in reading.cases(before) and is_title(reading, before - 1)


def less_source(reading: Reading, core: int, core_end: int) -> int:
    """As in "sagte Rätin Ott Nordpress zufolge": the end of the name of the person.

    Behind a verb of saying stands who says it, right before "zufolge" who passes it on;
    capitals at its end are whom it was told to ("sagte Rätin Ott KTV").
    """
    marks = reading.lexicon.words.quotation
    behind = reading.lower[core_end] if core_end < len(reading.lower) else ""
    if core == 0 or core_end - core < MIN_NAMED:
        return core_end
    said = reading.verbs(core - 1) or reading.lower[core - 1] in marks.as_said
    passed_on = behind in marks.behind_noun and bool(reading.verbs(core - 1))
    if not (passed_on or (said and _is_letters(reading.word(core_end - 1)))):
        return core_end
    at = core
    while at < core_end and is_title(reading, at):
        at += 1
    names = at
    while at < core_end and is_first_name(reading.word(at), reading.lexicon):
        at += 1
    unknown = at == names and core_end - at > 2  # "Ocke Lund" before another name
    return min(core_end, max(at + 1 + unknown, core + 2))


def _is_letters(word: str) -> bool:
    """As in "KTV", "SRB": an outlet behind somebody's name."""
    return word.isalpha() and word.isupper() and len(word) >= MIN_LETTERS


def _is_joined(reading: Reading, begin: int, at: int, stop: int) -> int:
    """How many words go on a name: "Garten & Grün", "Max Ott sen."; 0 for none."""
    if reading.word(at) in reading.lexicon.generations:
        return 1
    if is_number_of_outlet(reading, begin, at):
        return 1
    if reading.word(at) == "&" and at + 1 < stop and reading.is_noun(at + 1):
        return 2
    return 3 if _is_cut_off(reading, at, stop) else 0


def _is_cut_off(reading: Reading, at: int, end: int) -> bool:
    """As in "der Such- und Rettungsdienst": the first word goes without its end."""
    joining = reading.lexicon.words.conjunctions.joining
    return (
        at + 2 < end
        and reading.is_cut_off(at)
        and reading.lower[at + 1] in joining
        and reading.is_noun(at + 2)
    )


def _is_title_stop(reading: Reading, at: int, end: int) -> bool:
    """The full stop of "Prof." or of initials, with the name behind it."""
    if reading.word(at) != "." or at + 1 >= end or not reading.is_noun(at + 1):
        return False
    before = reading.word(at - 1)
    initials = before.replace(".", "").isupper() and len(before) <= MAX_INITIALS
    return initials or before in reading.lexicon.words.abbreviations


def _past_particles(reading: Reading, at: int, end: int) -> int:
    """Past "von der" between two names; `at` itself where there are none."""
    behind = at
    while behind < end and _is_name_particle(reading, behind):
        behind += 1
    return behind if behind < end and reading.is_noun(behind) else at


def _joins(reading: Reading, at: int) -> bool:
    """Whether a capitalised word goes on the phrase of the one before it.

    A title after a name begins a new phrase ("traf Kim Präsident Putin"), as does a
    noun for reports ("beim Fest Medienberichten zufolge").
    """
    word, before = reading.word(at), reading.word(at - 1)
    nouns, ends = reading.lexicon.nouns, reading.lexicon.inflection.names
    begun = is_first_name(before, reading.lexicon) or _is_surname(reading, at)
    if begun or _goes_on_outlet(reading, at):
        return True
    if word in nouns.outlet_plurals:
        return before.endswith(ends.origin) and not is_title(reading, at - 1)
    asked = before.rpartition("-")[2] in nouns.requests  # "auf NNA-Anfrage Berufung"
    if word in reading.lexicon.words.not_names or asked:
        return False
    # "wie die Staatsanwaltschaft Radio Nord bestätigte"
    spoken = is_body(reading, at - 1) or is_title(reading, at - 1)
    told = spoken and is_outlet_noun(reading, at)
    parted = told or _is_thing(reading, at) or are_others(reading, at)
    said = word in nouns.statements or before in nouns.statements
    if parted or said or _is_ended(reading, at):
        return False
    if before in reading.lexicon.words.not_names and not is_title(reading, at):
        return False
    if is_title(reading, at):
        owner = reading.is_genitive_name(at - 1) or is_in_capitals(before)
        owner = owner or (
            before.endswith(ends.origin) and reading.is_determiner(at - 2)
        )
        return owner or is_title(reading, at - 1) or _is_rank(reading, at - 1)
    if word in nouns.outlet_nouns:
        named = before.endswith((ends.origin, ends.genitive))
        return is_outlet_noun(reading, at - 1) or named or _is_bent(reading, at - 1)
    return True


def _is_bent(reading: Reading, at: int) -> bool:
    """As in "die Mitteldeutsche Zeitung", "der Celleschen Zeitung": an adjective."""
    ends = reading.lexicon.inflection.adjectives.before_title
    return reading.lower[at].endswith(ends) and reading.is_determiner(at - 1)


def _is_thing(reading: Reading, at: int) -> bool:
    """As in "warf Lenk Korruptionsvorwürfe vor", "laut dem Hacker Erfolg bringt".

    What is said, or what the text elsewhere has an article for; and behind "ein
    Hacker" nobody's name stands.
    """
    nouns, lower, word = reading.lexicon.nouns, reading.lower[at], reading.word(at)
    if lower.endswith(nouns.speech_endings) and lower not in nouns.speech:
        return True
    owner = reading.is_genitive_name(at) or is_outlet_noun(reading, at - 1)
    if _is_abstract(reading, at - 1) and not owner:
        return True  # "für Innere Angelegenheiten Ylva Holm"
    if not is_title(reading, at - 1) or is_title(reading, at):
        return False
    one = reading.lower[at - 2] in reading.lexicon.words.indefinite
    known = is_first_name(word, reading.lexicon) or is_surname(reading, at)
    known = known or reading.is_genitive_name(at)
    return not known and (one or word in reading.common_nouns)


def _is_ended(reading: Reading, at: int) -> bool:
    """As in "hatte Gruber Platz sieben", "der Justiz seines Landes Pläne": before it.

    A surname that closes a name elsewhere, or a noun that is somebody's; a body or an
    outlet can still be called so ("Konrad Adenauer Stiftung").
    """
    ended = reading.word(at - 1) in reading.last_names
    if not ended and at > 1 and reading.cases(at - 2) == Case.GENITIVE:
        owner = reading.lower[at - 2] not in reading.lexicon.words.articles
        name = is_first_name(reading.word(at), reading.lexicon)
        ended = owner and not name and not is_title(reading, at - 1)
    return ended and not (is_body(reading, at) or is_outlet_noun(reading, at))


def _is_abstract(reading: Reading, at: int) -> bool:
    """As in "Angelegenheiten", "Hoffnungen"; not "Jungen"."""
    lower = reading.lower[at]
    return any(
        lower.endswith(ending) and len(lower) > len(ending) + MIN_STEM
        for ending in reading.lexicon.words.thing_endings
    )


def _is_surname(reading: Reading, at: int) -> bool:
    """As in "Jolanta Meister", "Caspar Freiherr von Moor": a calling, but a name."""
    after = reading.word(at + 1) if at + 1 < len(reading.lower) else ""
    names = reading.lexicon.names
    if reading.word(at) in names.nobility and after in names.particles:
        return True
    named = is_surname(reading, at) and not is_title(reading, at - 1)
    return named and not after[:1].isupper()


def _is_rank(reading: Reading, at: int) -> bool:
    """As in "die Erste Bürgermeisterin": an adjective that belongs to the title."""
    ranks = reading.lexicon.words.not_names
    return reading.word(at) in ranks and reading.has_article(at - 1)


def _is_name_particle(reading: Reading, at: int) -> bool:
    """As in "Ursula von der Leyen", but not "Sprecher der Stadt" or "Kim zu Putin"."""
    names, joining = reading.lexicon.names, reading.lexicon.words.conjunctions.joining
    particle, before = reading.lower[at], reading.word(at - 1)
    noble = before in names.nobility
    if particle in joining:
        return reading.lower[at - 1] in names.outer_particles  # "von und zu Aschau"
    if reading.word(at) not in names.particles:
        return False
    if particle in names.foreign_particles:
        return True  # "Voz del Moro": never a German word
    if particle in names.inner_particles:
        opens = {*names.outer_particles, *joining}
        return noble or reading.lower[at - 1] in opens
    return noble or is_first_name(before, reading.lexicon)


def _goes_on_outlet(reading: Reading, at: int) -> bool:
    """As in "Süddeutschen Zeitung", known so, and "Radio Mitte", not "Mitte Mai"."""
    pair, words = (reading.word(at - 1), reading.word(at)), reading.lexicon.words
    behind = reading.word(at + 1) if at + 1 < len(reading.words) else ""
    station = pair[0] in reading.lexicon.nouns.outlet_name_parts
    named = station and pair[1] in words.not_names and behind not in words.months
    return named or pair in reading.lexicon.outlet_pairs
