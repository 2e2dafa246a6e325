"""What kinds of noun a capitalised word can be."""

from quiz.engine.claims.reading import Reading
from quiz.engine.lexicon.lexicon import Lexicon

MIN_TITLE = 5  # letters a compound must have more than to count as a title
MIN_BODY = 7  # the same for a body's
MIN_COMPOUND = 8  # the same for a compound that ends in a noun for outlets


def is_title(reading: Reading, at: int) -> bool:
    """As in "Ministerin", or a compound that ends so ("Kremlchef")."""
    word = reading.word(at)
    titles = reading.lexicon.titles
    if word in titles or word.removesuffix("s") in titles:
        return True
    last = word.rpartition("-")[2]
    if last != word and last in reading.lexicon.titles:
        return True
    return len(word) > MIN_TITLE and word.lower().endswith(
        reading.lexicon.title_endings
    )


def is_outlet_noun(reading: Reading, at: int) -> bool:
    """As in "Zeitung", "Nachrichtenagenturen" … or a compound that ends so."""
    word = reading.word(at)
    nouns = reading.lexicon.nouns
    if word in nouns["outlet_nouns"] or word in nouns["outlet_plurals"]:
        return True
    lower = word.lower()
    return len(lower) > MIN_COMPOUND and lower.endswith(
        reading.lexicon.endings["outlet_nouns"]
    )


def is_body(reading: Reading, at: int) -> bool:
    """A noun for a body of people, in any case, or a compound that ends so."""
    word = body_word(reading.word(at), reading.lexicon)
    if word in reading.lexicon.nouns["organisation_nouns"]:
        return True
    endings = reading.lexicon.endings["organisation_endings"]
    return len(word) > MIN_BODY and word.lower().endswith(endings)


def body_word(word: str, lexicon: Lexicon) -> str:
    """A body's noun without its genitive ending ("Ministeriums" → "Ministerium")."""
    endings = lexicon.endings["neuter_and_masculine_endings"]
    bodies = lexicon.nouns["organisation_nouns"]
    for ending in ("es", "s"):
        stem = word.removesuffix(ending)
        known = stem in bodies or stem.lower().endswith(endings)
        if stem != word and known:
            return stem
    return word


def fixed_name_at(reading: Reading, at: int) -> tuple[int, str] | None:
    """As in "Ärzte ohne Grenzen": where the name ends, and how it is written."""
    tokens = reading.text.tokens
    begin = tokens[at].begin
    for name in reading.lexicon.fixed_names.get(tokens[at].text, ()):
        if reading.text.raw.startswith(name, begin):
            end = at + 1
            while end < len(tokens) and tokens[end].begin < begin + len(name):
                end += 1
            if tokens[end - 1].end == begin + len(name):
                return end, name
    return None
