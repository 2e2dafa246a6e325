"""Sentences that begin with somebody's name and a colon, as turns of a talk do."""

from dataclasses import dataclass
from itertools import pairwise

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.personal_name import (
    initials_of,
    name_words,
    past_titles,
)
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.text import Part

MAX_NAME = 8  # tokens of a name with its titles
ACCOUNT = "@"
MAX_ASIDE = 8  # tokens of "(lacht)" behind it


@dataclass(frozen=True, slots=True)
class Label:
    """The name before a colon with which a sentence begins.

    Attributes:
        sentence: index of the sentence.
        phrase: the name.
        begin: the token behind the colon, and behind "(lacht)".
        key: what the turns of one person have in common: the surname, or initials.
        names: the words of the name.
        account: whether brackets behind it hold an account: "Lenk (@lenk): …".
    """

    sentence: int
    phrase: Phrase
    begin: int
    key: str
    names: tuple[str, ...]
    account: bool = False


def labels_in(reading: Reading) -> list[Label]:
    """Those of a text in order, whatever they turn out to be."""
    found: list[Label] = []
    for index, sentence in enumerate(reading.text.sentences):
        if reading.text.paragraphs[sentence.paragraph].part is Part.CREDIT:
            continue
        label = label_of(reading, index)
        if label is not None:
            found.append(label)
    return found


def label_of(reading: Reading, index: int) -> Label | None:
    """The one with which the sentence of that index begins."""
    sentence = reading.text.sentences[index]
    first = sentence.first
    if ":" not in reading.words[first : sentence.end]:
        return None
    phrase = phrase_at(reading, first, min(sentence.end, first + MAX_NAME))
    if phrase is None or phrase.pronoun or phrase.first < phrase.core:
        return None
    colon = _past_aside(reading, phrase.core_end, sentence.end)
    if colon + 1 >= sentence.end or reading.word(colon) != ":":
        return None
    if colon + 1 in reading.quoted:
        return None  # "Lenk: „…“" is a quotation with its speaker
    behind = _past_brackets(reading, colon + 1, sentence.end)
    end = phrase.core_end
    bare = Phrase(phrase.first, end, phrase.core, end, phrase.cases)
    begin, _ = past_titles(reading, bare)
    names = name_words(reading, begin, end)
    if not names:
        return Label(index, bare, behind, "", ())
    key = initials_of(names) or names[-1]
    account = any(reading.word(at) == ACCOUNT for at in range(end, colon))
    return Label(index, bare, behind, key, names, account)


def _past_aside(reading: Reading, at: int, end: int) -> int:
    """Past the last full stop of initials, and past "(lacht)"."""
    if at < end and reading.word(at) == ".":
        at += 1
    return _past_brackets(reading, at, end)


def _past_brackets(reading: Reading, at: int, end: int) -> int:
    if at < end and reading.word(at) == "(":
        for close in range(at + 1, min(end, at + MAX_ASIDE)):
            if reading.word(close) == ")":
                return close + 1
    return at


def names_a_paper(reading: Reading, label: Label) -> bool:
    """As in "NORDPOST:", "SZ:", "Frage:": whoever asks for the article."""
    if is_media(reading, label.phrase):
        return True
    word = reading.word(label.phrase.core_end - 1)
    if word in reading.lexicon.words.interview.asking:
        return True
    alone = label.phrase.core_end - label.phrase.core == 1
    return alone and len(word) > 1 and word.isupper()


def can_answer(reading: Reading, label: Label, known: frozenset[str]) -> bool:
    """A person by name, by initials that are known, or an unknown single word."""
    letters = initials_of(label.names)
    if letters:
        return letters in known
    naming = naming_of(reading, label.phrase)
    if naming.kind is EntityKind.PERSON:
        return bool(naming.names)
    word = reading.word(label.phrase.core)
    alone = label.phrase.core_end - label.phrase.core == 1
    words = reading.lexicon.words
    thing = word in words.not_names or word in words.months
    thing = thing or word in words.interview.answering
    thing = thing or word in reading.common_nouns
    return naming.kind is None and alone and not thing


def known_initials(reading: Reading) -> frozenset[str]:
    """Of each two capitalised words in a row, as first name and surname stand."""
    tokens = reading.text.tokens
    pairs = pairwise(tokens)
    return frozenset(
        one.text[0] + other.text[0]
        for one, other in pairs
        if one.is_capital and other.is_capital and len(one.text) > 1 < len(other.text)
    )
