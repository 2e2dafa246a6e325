"""Words of a text, folded so that forms of one name and one word meet."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product, starmap
from types import MappingProxyType

from quiz.engine.lexicon.letters import PLAIN, SPELT_OUT
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.lexicon.vocabulary.inflection import without
from quiz.engine.lexicon.vocabulary.question_words import BareForms
from quiz.engine.text.span import Span

# A word with its inner hyphens and apostrophes: "Nordpost-Bericht", "Kim's".
_WORD = re.compile(r"\w+(?:[-‐‑'’]\w+)*")
_PLAIN = str.maketrans(PLAIN)
_SPELT_OUT = re.compile(SPELT_OUT)
_APOSTROPHES = ("'", "’")
_SHORT = 3  # letters; so short a word keeps its last one
_LONG = 9  # letters from which on a word loses its plural, too


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Case and umlauts taken away: "Müller", "MÜLLER" and "Mueller" meet.

    "ae", "oe" and "ue" are folded too, so "Bauer" becomes "baur" on both sides
    of any comparison.
    """
    return _SPELT_OUT.sub(r"\1", text.casefold().translate(_PLAIN))


@dataclass(frozen=True, slots=True)
class Forms:
    """How the words of a language meet.

    Attributes:
        function_words: folded words that carry no content.
        endings: what comes off a word.
        place_adjectives: how "russische" ends, in every form, folded.
        same: folded words for one body → the first of them ("armee" → "militar").
        country_endings: how "Russland" ends, and "Russen" does not, folded.
    """

    function_words: frozenset[str]
    endings: BareForms
    place_adjectives: tuple[str, ...]
    country_endings: tuple[str, ...]
    same: Mapping[str, str]

    def bare(self, word: str) -> str:
        """A folded word without its genitive; long ones without a plural -n or -en.

        "putins" → "putin", "prasidenten" → "prasident". Short words keep -n, because
        there it belongs to the name.
        """
        return _bare(word, self.endings)

    def content_words(self, text: str) -> list[str]:
        """The folded words that carry content, in order."""
        return list(_content_words(text, self.function_words))


@cache
def forms_of(language: str) -> Forms:
    """How the words of that language meet."""
    known = lexicon(language)
    names = known.questions.names
    bent = ("", *known.inflection.adjectives.endings)
    return Forms(
        function_words=frozenset(map(fold, known.questions.function_words)),
        endings=known.questions.bare,
        place_adjectives=tuple(fold(names.adjective + ending) for ending in bent),
        country_endings=tuple(map(fold, names.countries)),
        same=MappingProxyType(
            {fold(w): fold(row.split()[0]) for row in names.same for w in row.split()}
        ),
    )


@lru_cache(maxsize=20_000)
def _bare(word: str, endings: BareForms) -> str:
    for apostrophe in _APOSTROPHES:
        if word.endswith((apostrophe, apostrophe + endings.genitive)):
            word = word.removesuffix(endings.genitive).removesuffix(apostrophe)
            break
    genitive = word.endswith(endings.genitive)
    if len(word) > _SHORT and genitive and not word.endswith(endings.no_genitive):
        word = word.removesuffix(endings.genitive)
    return without(word, endings.plural) if len(word) >= _LONG else word


def word_spans(text: str) -> list[Span]:
    """Where the words of a text stand."""
    return list(_word_spans(text))


@lru_cache(maxsize=2_000)
def _word_spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in _WORD.finditer(text))


def words(text: str) -> list[str]:
    """The folded words of a text in order."""
    return list(_words(text))


@lru_cache(maxsize=2_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(found.group()) for found in _WORD.finditer(text))


@lru_cache(maxsize=2_000)
def _content_words(text: str, function_words: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in _words(text) if word not in function_words)


def jaccard(
    one: AbstractSet[str] | list[str], other: AbstractSet[str] | list[str]
) -> float:
    """How alike two sets of words are, 0–1; 0 where both are empty."""
    left, right = set(one), set(other)
    union = left | right
    return len(left & right) / len(union) if union else 0.0


def is_short_for(one: str, other: str) -> bool:
    """Whether one name is made of the first letters of the other's words, or is less.

    As in "ROG" and "Reporter ohne Grenzen", "EU-Amt" and "EU-Umweltamt Fulm".
    """
    names = one, other
    if any(starmap(is_shortened, product(one.split(), other.split()))):
        return True
    firsts = ["".join(word[0] for word in name.split()) for name in names]
    return any(
        len(short) > 1 and short.isupper() and short == first.upper()
        for short, first in zip(names, reversed(firsts), strict=True)
    )


def is_shortened(first: str, second: str) -> bool:
    """Whether two hyphened words begin alike, and one ends as the other does."""
    (one, dash, left), (other, _, right) = (
        word.partition("-") for word in (first, second)
    )
    if not dash or not right or one != other:
        return False
    ends = left.casefold(), right.casefold()
    return ends[0].endswith(ends[1]) or ends[1].endswith(ends[0])
