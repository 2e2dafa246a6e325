"""Titles before a name, and the words of the name itself."""

from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import (
    is_first_name,
    is_in_capitals,
    is_of_body,
    is_surname,
    is_title,
    title_word,
)
from quiz.engine.claims.words.reading import Reading

PLAIN = 2  # words of a name: first name and surname


def past_titles(reading: Reading, phrase: Phrase) -> tuple[int, str]:
    """Where the proper name begins, and the title before it ("" for none)."""
    at = phrase.core
    if phrase.core_end - at > 1 and _is_genitive_front(reading, phrase):
        at += 1
    if at + 1 < phrase.core_end and not is_title(reading, at):
        ends = reading.lexicon.inflection.adjectives.before_title
        rank = reading.lower[at].endswith(ends)
        rank = rank and not is_first_name(reading.word(at), reading.lexicon)
        at += rank and is_title(reading, at + 1)
    head = ""
    while at < phrase.core_end and _is_before_name(reading, phrase, at):
        head = title_word(reading, at) or head
        at += 1
    return at, head


def _is_before_name(reading: Reading, phrase: Phrase, at: int) -> bool:
    """A title, or capitals that stand for one ("HR Mag. Ott", "OSR Eva Moor")."""
    lexicon, inside = reading.lexicon, at + 1 < phrase.core_end
    after = reading.word(at + 1) if inside else ""
    if after in lexicon.generations:
        return False  # "Schäfer jun."
    if reading.word(at) in lexicon.names.nobility and after in lexicon.names.particles:
        return False  # "Freiherr von Moor"
    if reading.word(at) == "." or is_title(reading, at):
        return inside or at == phrase.core or not is_surname(reading, at)
    rank = is_in_capitals(reading.word(at)) and inside
    behind = at > phrase.core and is_title(reading, at - 1)
    return rank and (behind or after in lexicon.genders or is_title(reading, at + 1))


def name_words(reading: Reading, at: int, end: int) -> tuple[str, ...]:
    """The words of a name, initials with their full stop, no letters behind it."""
    names: list[str] = []
    for n in range(at, end):
        word = reading.word(n)
        if word != ".":
            names.append(word)
        elif names and (len(names[-1]) == 1 or _are_initials(names[-1])):
            names[-1] += word
    while len(names) > 2 and is_in_capitals(names[-1]):
        names.pop()  # "Anselm Gruber OSB"
    return tuple(names)


def past_front(reading: Reading, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What somebody is, and the name: "Pendlerin", "Anja Moor"; "" where that is all.

    No list has the word, but a first name behind it, or it is of a body ("UN-Mann").
    """
    known = reading.lexicon.genders
    if len(names) <= PLAIN or names[0] in known:
        return "", names
    fronted = names[1] in known or is_of_body(names[0])
    return (names[0], names[1:]) if fronted else ("", names)


def _are_initials(word: str) -> bool:
    """As in "B.N" before its last full stop."""
    return "." in word and word.replace(".", "").isupper()


def initials_of(names: tuple[str, ...]) -> str:
    """The letters of "W. S."; "" where a word is longer, or stands alone."""
    letters = [name.rstrip(".") for name in names]
    several = len(letters) > 1 and all(len(letter) == 1 for letter in letters)
    return "".join(letters) if several else ""


def _is_genitive_front(reading: Reading, phrase: Phrase) -> bool:
    """As in "Nordkoreas Machthaber …", "Lenks Sprecher": whose, before who."""
    word = reading.word(phrase.core)
    if not reading.is_genitive_name(phrase.core) or is_title(reading, phrase.core):
        return False
    if word in reading.lexicon.genders:
        return False
    return reading.bare(word) in reading.lexicon.countries or is_title(
        reading, phrase.core + 1
    )
