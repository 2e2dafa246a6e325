"""Where a report was written: "Rio de Janeiro – Die Spiele …", "Wien (APA) – Der …"."""

from collections.abc import Sequence

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.token import Token

_DASHES = frozenset({"–", "—", "-"})
_BETWEEN = frozenset({",", "/", "(", ")", "."})
_LONGEST = 8  # tokens before the dash


def past_dateline(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> int:
    """The token behind a dateline; `start` itself where there is none.

    Places and credits are names: nothing before the dash is written small but what
    stands inside names, and a sentence begins behind it.
    """
    for at in range(start, min(end - 1, start + _LONGEST)):
        token, after = tokens[at], tokens[at + 1]
        if token.text in _DASHES:
            apart = tokens[at - 1].end < token.begin and token.end < after.begin
            opens = after.is_capital and after.text.lower() in _openers(lexicon)
            return at + 1 if at > start and apart and opens else start
        if not _is_name(token, at == start, lexicon):
            return start
    return start


def _is_name(token: Token, is_first: bool, lexicon: Lexicon) -> bool:
    if token.text in _BETWEEN:
        return not is_first
    if not token.is_capital:
        known = token.text in lexicon.names.particles or token.text in lexicon.outlets
        return known and not is_first
    return token.text.lower() not in lexicon.small_words


def _openers(lexicon: Lexicon) -> frozenset[str]:
    """Small words that are written large behind the dash: a sentence begins there."""
    words = lexicon.words
    return frozenset({*words.determiners, *words.prepositions, *words.pronouns})
