"""Words of a text, folded so that forms of one name and one word meet."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from quiz.engine.text.span import Span

# A word with its inner hyphens and apostrophes: "Nordpost-Bericht", "Kim's".
_WORD = re.compile(r"\w+(?:[-‐‑'’]\w+)*")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Case and umlauts taken away: "Müller", "MÜLLER" and "Mueller" meet.

    "ae", "oe" and "ue" are folded too, so "Bauer" becomes "baur" on both sides
    of any comparison.
    """
    folded = text.casefold().translate(_UMLAUTS)
    return re.sub(r"([aou])e", r"\1", folded)


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """A folded word without its genitive; long words without a plural -n or -en.

    "putins" → "putin", "prasidenten" → "prasident". Short words keep -n, because
    there it belongs to the name.
    """
    word = re.sub(r"['’]s?$", "", word)
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) >= 9:
        word = re.sub(r"e?n$", "", word)
    return word


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


# Words that carry no content of their own: articles, pronouns, prepositions,
# conjunctions, auxiliaries. What is left after them says what a passage is about.
_FUNCTION_WORDS = """
aber alle allem allen aller alles als also am an auch auf aus bei beim bereits
bin bis bist da dabei dafür damit dann daran darauf darin darüber das dass dazu
dein dem den denen denn der deren des dessen deshalb dich die dies diese diesem
diesen dieser dieses dir doch dort du durch durfte dürfe dürfen dürfte ein eine
einem einen einer eines er es etwa etwas euch euer für gab gebe gegen gegenüber
geworden gewesen gibt habe haben habt hat hatte hätte hätten hatten hier ich
ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja jede jedem jeden
jeder jedes jetzt kann kein keine keinem keinen keiner könne können könnte
könnten konnte man mein meine mich mir mit müsse müssen müsste muss nach nicht
noch nun nur ob oder ohne schon sehr sei seien sein seine seinem seinen seiner
seines seit sich sie sind so soll solle sollen sollte sollten um und uns unser
unsere unserem unseren unserer unter vom von vor war wäre wären waren was weil
wenn wer werde werden wie wieder will wir wird wo wolle wollen wollte worden
wurde würde würden wurden zu zum zur zwar zwischen über
"""
FUNCTION_WORDS = frozenset(fold(word) for word in _FUNCTION_WORDS.split())


def content_words(text: str) -> list[str]:
    """The folded words that carry content, in order."""
    return list(_content_words(text))


@lru_cache(maxsize=2_000)
def _content_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _words(text) if word not in FUNCTION_WORDS)


def jaccard(
    one: AbstractSet[str] | list[str], other: AbstractSet[str] | list[str]
) -> float:
    """How alike two sets of words are, 0–1; 0 where both are empty."""
    left, right = set(one), set(other)
    union = left | right
    return len(left & right) / len(union) if union else 0.0
