"""Which texts can be read at all."""

import re

from quiz.engine.lexicon.lexicon import GERMAN, lexicon
from quiz.engine.text.token import words_in
from quiz.errors import Invalid

MAX_CHARACTERS = 200_000
MIN_SHARE = 0.12  # of function words; German news has about .3, English under .05
SHORT = 20  # words below which a single function word is enough
HEAD = 20_000  # characters from the beginning that are looked at
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")  # what no text is made of
FEW = 4  # words below which the language cannot be told at all


def accept(raw: str, language: str) -> None:
    """Nothing, if the text can be read.

    Raises:
        Invalid: "empty_text", "too_long_text", "binary_text", "not_german" (for other
            languages "wrong_language") or "unknown_language".
    """
    if len(raw) > MAX_CHARACTERS:
        raise Invalid("too_long_text", characters=len(raw), limit=MAX_CHARACTERS)
    if not raw.strip():
        raise Invalid("empty_text")
    if "\x00" in raw or _is_binary(raw):
        raise Invalid("binary_text")
    try:
        stopwords = lexicon(language).stopwords
    except KeyError:
        raise Invalid("unknown_language", language=language) from None
    words = [word.lower() for word in words_in(raw[:HEAD])]
    if not words:
        raise Invalid("empty_text")
    share = sum(word in stopwords for word in words) / len(words)
    least = MIN_SHARE if len(words) >= SHORT else 0.01
    if share < least and len(words) > FEW:
        if language == GERMAN:
            raise Invalid("not_german", share=round(share, 3))
        raise Invalid("wrong_language", share=round(share, 3))


def _is_binary(raw: str) -> bool:
    return len(_ODD.findall(raw[:HEAD])) > 0.05 * min(len(raw), HEAD)
